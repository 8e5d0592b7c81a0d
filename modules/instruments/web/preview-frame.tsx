import type { PostedForm } from '@common-measure/instrument';
import { useCallback, useEffect, useRef } from 'react';

/**
 * A page of the survey in a frame that runs no script and can send no form. What is pressed in it is told to the page around it: forms
 * with their fields and the button, and links; links to a place on the same page stay its own.
 */
export function PreviewFrame({
  html,
  title,
  className,
  field,
  takesFocus = false,
  onPost,
  onLink,
}: {
  html: string;
  title: string;
  className?: string;
  /** The id of the field to bring into view. */
  field: string | null;
  /** The page came by pressing something in the one before: it takes the focus, as a page that is opened does. */
  takesFocus?: boolean;
  onPost: (address: string, form: PostedForm) => void;
  onLink: (address: string) => void;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const acts = useRef({ onPost, onLink });
  acts.current = { onPost, onLink };
  const focuses = useRef(takesFocus);
  focuses.current = takesFocus;
  const show = useCallback(() => bringIntoView(frame.current, field), [field]);
  useEffect(show, [show]);
  const arrive = () => {
    show();
    const page = frame.current?.contentDocument;
    page?.addEventListener('click', (event) => pressed(event, acts.current));
    page?.addEventListener('keydown', passOn);
    if (!page || !focuses.current) return;
    const goal = page.querySelector<HTMLElement>('[role="alert"], [role="status"].n, h1, legend, main');
    goal?.setAttribute('tabindex', '-1');
    goal?.focus();
  };
  return (
    <iframe ref={frame} className={className} onLoad={arrive} title={title} srcDoc={html} sandbox="allow-same-origin" />
  );
}

interface Acts {
  readonly onPost: (address: string, form: PostedForm) => void;
  readonly onLink: (address: string) => void;
}

/** A click, or Enter in a field, which presses the first button of its form. */
function pressed(event: MouseEvent, { onPost, onLink }: Acts): void {
  const target = event.target as Element | null;
  const button = target?.closest?.('button') as HTMLButtonElement | null | undefined;
  if (button?.form) {
    event.preventDefault();
    const form: Record<string, string[]> = {};
    for (const [name, value] of new FormData(button.form, button))
      if (typeof value === 'string') form[name] = [...(form[name] ?? []), value];
    onPost(button.form.getAttribute('action') ?? '', form);
    return;
  }
  const address = target?.closest?.('a')?.getAttribute('href');
  if (address === null || address === undefined || address.startsWith('#')) return;
  event.preventDefault();
  onLink(address);
}

/** The keys of the builder work in the frame too: Ctrl+F6 leads out of it. */
function passOn(event: KeyboardEvent): void {
  if (event.key !== 'F6' || !event.ctrlKey) return;
  event.preventDefault();
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', ctrlKey: true, shiftKey: event.shiftKey }));
}

/** Scrolls the page in the frame, and nothing around it. */
function bringIntoView(frame: HTMLIFrameElement | null, field: string | null): void {
  const found = field === null ? null : frame?.contentDocument?.getElementById(field);
  const block = found?.closest('fieldset, .block');
  if (block)
    frame?.contentWindow?.scrollTo(0, block.getBoundingClientRect().top + (frame.contentWindow?.scrollY ?? 0) - 24);
}
