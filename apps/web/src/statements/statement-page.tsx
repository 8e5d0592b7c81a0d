import { Page } from '@common-measure/platform/web-kit';
import { useEffect } from 'react';

export type StatementPart = {
  /** Name for links (`/methods#mean`): the same in both languages. */
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
};

export interface Statement {
  readonly title: string;
  readonly lede: string;
  /** Heads the list of the parts, on a page that is long enough for one. */
  readonly contents?: string;
  readonly parts: readonly StatementPart[];
}

/** A page of plain text in parts that can be linked to. */
export function StatementPage({ statement }: { statement: Statement }) {
  // The part named in the address is there only after the page is drawn.
  useEffect(() => {
    const id = window.location.hash.slice(1);
    if (id) document.getElementById(id)?.scrollIntoView();
  }, []);
  return (
    <Page title={statement.title}>
      <p className="lede">{statement.lede}</p>
      {statement.contents ? (
        <nav aria-label={statement.contents} className="section">
          <ul className="key">
            {statement.parts.map((part) => (
              <li key={part.id}>
                <a href={`#${part.id}`}>{part.title}</a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <div className="prose">
        {statement.parts.map((part) => (
          <section key={part.id} className="section stack-2" aria-labelledby={part.id}>
            <h2 id={part.id}>{part.title}</h2>
            {part.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
    </Page>
  );
}
