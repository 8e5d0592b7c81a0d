import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from './language.tsx';
import { Link } from './link.tsx';
import { kitMessages } from './words.ts';

export interface Crumb {
  readonly label: string;
  readonly to: string;
}

export interface PageProps {
  /** The one h1; also the title of the browser's tab. */
  readonly title: string;
  /** Tab title where it should say more. */
  readonly documentTitle?: string;
  /** The way here, without the page itself. */
  readonly crumbs?: readonly Crumb[];
  /** Under the title: facts or one sentence. */
  readonly facts?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

let pagesShown = 0;

/** A page of the console: crumbs, title, facts, actions, content. On navigation the title takes the focus. */
export function Page({ title, documentTitle, crumbs = [], facts, actions, children }: PageProps) {
  const words = useMessages(kitMessages);
  const heading = useFocusedHeading();
  useDocumentTitle(documentTitle ?? title);
  return (
    <>
      {crumbs.length > 0 ? (
        <nav className="crumb" aria-label={words.youAreHere}>
          {crumbs.map((crumb, place) => (
            <span key={crumb.to}>
              {place > 0 ? ' / ' : ''}
              <Link to={crumb.to}>{crumb.label}</Link>
            </span>
          ))}
        </nav>
      ) : null}
      <div className="head">
        <div>
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {facts}
        </div>
        {actions ? <div className="actions">{actions}</div> : null}
      </div>
      {children}
    </>
  );
}

/** Sets the title of the browser's tab, with the product's name in the reader's language. */
export function useDocumentTitle(title: string): void {
  const words = useMessages(kitMessages);
  useEffect(() => {
    document.title = `${title} – ${words.product}`;
  }, [title, words]);
}

/** For the h1 of a page that does not use `Page`: focused when the reader came by a link inside the console. */
export function useFocusedHeading() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (pagesShown > 0) heading.current?.focus({ preventScroll: true });
    pagesShown += 1;
  }, []);
  return heading;
}
