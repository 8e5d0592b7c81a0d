import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

const panes = ['.outline-pane', '.work-pane', '#preview'] as const;

/**
 * Keys of the builder as a whole: Ctrl+F6 goes from the outline to the work and on to the preview, with Shift the other way around;
 * Alt+Page Down and Alt+Page Up go to the next and the previous question.
 */
export function useBuilderKeys(step: (by: -1 | 1) => void): RefObject<HTMLDivElement | null> {
  const builder = useRef<HTMLDivElement>(null);
  const last = useRef(-1);
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'F6' && event.ctrlKey && builder.current) {
        event.preventDefault();
        const from = paneOf(document.activeElement);
        goTo(builder.current, nextPane(from < 0 ? last.current : from, event.shiftKey ? -1 : 1));
      }
      if (event.altKey && !event.ctrlKey && (event.key === 'PageDown' || event.key === 'PageUp')) {
        event.preventDefault();
        latest.current(event.key === 'PageDown' ? 1 : -1);
      }
    };
    const note = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? paneOf(target) : -1;
    };
    // What was pressed may be gone with what it did: then the column it stood in takes the focus, and it is never lost.
    const settle = () => {
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && builder.current && last.current >= 0) goTo(builder.current, last.current);
      });
    };
    document.addEventListener('keydown', press);
    document.addEventListener('keyup', settle);
    document.addEventListener('focusin', note);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('keyup', settle);
      document.removeEventListener('focusin', note);
    };
  }, []);
  return builder;
}

const paneOf = (element: Element | null): number => panes.findIndex((pane) => element?.closest(pane));

function nextPane(from: number, by: -1 | 1): number {
  if (from < 0) return by === 1 ? 0 : panes.length - 1;
  return (from + by + panes.length) % panes.length;
}

function goTo(builder: HTMLElement, wanted: number): void {
  const pane = builder.querySelector<HTMLElement>(panes[wanted] ?? panes[0]);
  const current =
    pane?.querySelector<HTMLElement>('.outline a[aria-current]') ??
    pane?.querySelector<HTMLElement>('.outline a[tabindex="0"]');
  const heading = pane?.querySelector<HTMLElement>('h2');
  if (!current && heading) heading.tabIndex = -1;
  (current ?? heading)?.focus();
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/**
 * A list of links that is one stop of the Tab key, at the link of the present place; arrow keys, Home and End go through it. Spread over
 * what holds the links.
 */
export function useLinkList<List extends HTMLElement>(): {
  readonly ref: RefObject<List | null>;
  readonly onKeyDown: (event: KeyboardEvent<List>) => void;
} {
  const ref = useRef<List>(null);
  const linksOf = () => [...(ref.current?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
  const stopAt = (links: readonly HTMLAnchorElement[], stop: HTMLAnchorElement | undefined) => {
    for (const link of links) link.tabIndex = link === stop ? 0 : -1;
  };
  useEffect(() => {
    const links = linksOf();
    const focused = links.find((link) => link === document.activeElement);
    stopAt(links, focused ?? links.find((link) => link.hasAttribute('aria-current')) ?? links[0]);
  });
  const onKeyDown = (event: KeyboardEvent<List>) => {
    const move = moves[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = linksOf();
    const at = links.findIndex((link) => link.matches(':focus'));
    const next = links[move(at, links.length)];
    if (!next) return;
    event.preventDefault();
    stopAt(links, next);
    next.focus();
  };
  return { ref, onKeyDown };
}
