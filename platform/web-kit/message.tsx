import { type Problem, ProblemError } from '@common-measure/kernel';
import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './icons.tsx';
import { useMessages, useText } from './language.tsx';
import { kitMessages } from './words.ts';

export type MessageKind = 'good' | 'caution' | 'bad' | 'info';

/** What happened, what it means, and what can be done. `title` ends with its full stop. */
export function Message({
  kind = 'info',
  title,
  children,
  actions,
  live = kind === 'bad' ? 'alert' : kind === 'good' ? 'status' : undefined,
}: {
  kind?: MessageKind;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Null inside a region that announces by itself. */
  live?: 'alert' | 'status' | null | undefined;
}) {
  return (
    <div className={kind === 'info' ? 'msg' : `msg ${kind}`} role={live ?? undefined}>
      <Icon name={kind} />
      <div>
        {title || typeof children === 'string' ? (
          <p>
            {title ? <strong>{title}</strong> : null}
            {title && typeof children === 'string' ? ' ' : null}
            {typeof children === 'string' ? children : null}
          </p>
        ) : null}
        {typeof children === 'string' ? null : children}
        {actions ? <div className="actions">{actions}</div> : null}
      </div>
    </div>
  );
}

/** A problem in the reader's language: what happened, then the remedy. Anything else that was thrown is thrown on. */
export function ProblemMessage({ error, actions }: { error: unknown; actions?: ReactNode }) {
  const read = useText();
  if (!(error instanceof ProblemError)) throw error;
  return (
    <Message kind="bad" title={read(error.problem.title)} actions={actions}>
      {read(error.problem.remedy)}
    </Message>
  );
}

/** The problem of a failed act, or null: for pages that place it at a field. */
export function problemOf(error: unknown): Problem | null {
  return error instanceof ProblemError ? error.problem : null;
}

/** What must be corrected before a form can be sent; stands inside the form, takes the focus, each line leads to its field. */
export function ErrorSummary({ errors }: { errors: readonly { readonly id: string; readonly text: string }[] }) {
  const words = useMessages(kitMessages);
  const box = useRef<HTMLDivElement>(null);
  const count = errors.length;
  const isShown = count > 0;
  // On appearing and at each further attempt to send, never while the reader is correcting.
  useEffect(() => {
    const focus = () => box.current?.focus();
    const form = box.current?.closest('form');
    if (isShown) focus();
    form?.addEventListener('submit', focus);
    return () => form?.removeEventListener('submit', focus);
  }, [isShown]);
  if (!isShown) return null;
  return (
    <div className="msg bad" role="alert" tabIndex={-1} ref={box}>
      <Icon name="bad" />
      <div>
        <h2 className="msg-title">{words.toCorrect(count)}</h2>
        <ul>
          {errors.map((error) => (
            <li key={error.id}>
              <a
                href={`#${error.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(error.id)?.focus();
                }}
              >
                {error.text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
