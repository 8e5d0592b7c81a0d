import { type ReactNode, useEffect, useId, useState } from 'react';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icons.tsx';
import { useMessages } from './language.tsx';
import { Link, type LinkProps } from './link.tsx';
import { kitMessages } from './words.ts';

export type Span = 3 | 4 | 5 | 6 | 7 | 8 | 12;

/** Twelve columns; below 62 rem everything takes the full width. */
export function Grid({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`grid ${className}`.trim()}>{children}</div>;
}

/** White ground with an optional heading that names it. */
export function Card({
  title,
  level = 2,
  span,
  stack = false,
  className = '',
  children,
}: {
  title?: ReactNode;
  level?: 2 | 3;
  span?: Span;
  stack?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const classes = ['card', span ? `g${span}` : '', stack ? 'stack' : '', className].filter(Boolean).join(' ');
  return (
    <section className={classes} aria-labelledby={title ? id : undefined}>
      {title ? <Heading id={id}>{title}</Heading> : null}
      {children}
    </section>
  );
}

/** A part of a page with its heading. */
export function Section({ title, sub, children }: { title: ReactNode; sub?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {sub ? <p className="sub">{sub}</p> : null}
      {children}
    </section>
  );
}

/** Nothing is here yet: what will be, and the one thing to do next. */
export function Empty({
  title,
  level = 2,
  children,
  actions,
}: {
  title: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
  actions?: ReactNode;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      <p>{children}</p>
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  );
}

/** More, for those who ask: closed at first, unless it `startsOpen`. */
export function Disclosure({
  summary,
  startsOpen = false,
  children,
}: {
  summary: ReactNode;
  startsOpen?: boolean;
  children: ReactNode;
}) {
  const [wasOpen] = useState(startsOpen);
  return (
    <details className="disc" open={wasOpen}>
      <summary>
        <Icon name="chevron" className="chev" />
        {summary}
      </summary>
      <div className="disc-body">{children}</div>
    </details>
  );
}

export type TagKind = 'plain' | 'core' | 'good' | 'caution' | 'bad' | 'info';

/** Names a state (design class, quality, language ready); never decoration. */
export function Tag({ kind = 'plain', icon, children }: { kind?: TagKind; icon?: IconName; children: ReactNode }) {
  return (
    <span className={kind === 'plain' ? 'tag' : `tag ${kind}`}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </span>
  );
}

/** Small facts in a row under a heading. */
export function Facts({ children }: { children: readonly ReactNode[] }) {
  return (
    <ul className="facts">
      {children.map((fact, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity but their place
        <li key={place}>{fact}</li>
      ))}
    </ul>
  );
}

/** Where a course of several pages stands. */
export function Steps({
  label,
  steps,
  current,
  links = [],
}: {
  label: string;
  steps: readonly string[];
  current: number;
  /** Where each step that is done can be seen again, in their order; missing or null: nowhere. */
  links?: readonly (Pick<LinkProps, 'to' | 'search'> | null)[];
}) {
  const words = useMessages(kitMessages);
  return (
    <nav aria-label={label}>
      <ol className="steps">
        {steps.map((step, place) => {
          const link = place < current ? (links[place] ?? null) : null;
          return (
            <li
              key={step}
              className={place < current ? 'done' : undefined}
              aria-current={place === current ? 'step' : undefined}
            >
              {link === null ? step : <Link {...link}>{step}</Link>}
              {place < current ? <span className="vh"> ({words.done})</span> : null}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Counted work. `max` missing: the amount is not known yet. `note` says what else to know: that the page can be left, if left out. */
export function Progress({
  label,
  note,
  value,
  max,
  onStop,
  stopLabel,
}: {
  label: string;
  note?: string;
  value?: number;
  max?: number;
  onStop?: () => void;
  stopLabel?: string;
}) {
  const words = useMessages(kitMessages);
  return (
    <div className="stack-2">
      <p role="status">
        <strong>{label}</strong>
      </p>
      <progress aria-label={label} {...(max === undefined || value === undefined ? {} : { value, max })} />
      <p className="small muted">{note ?? words.leave}</p>
      {onStop && stopLabel ? (
        <Button kind="second" onClick={onStop}>
          {stopLabel}
        </Button>
      ) : null}
    </div>
  );
}

/** The shape of what is coming, after 300 ms: shorter waits show nothing. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const words = useMessages(kitMessages);
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <div role="status">
      <span className="vh">{words.loading}</span>
      <div className="skeleton" aria-hidden="true">
        {Array.from({ length: lines }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are alike
          <i key={line} />
        ))}
      </div>
    </div>
  );
}
