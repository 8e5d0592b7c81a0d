import { Button, Icon, useMessages } from '@common-measure/platform/web-kit';
import { useId, useState } from 'react';
import { asKind, type CodeMeaning, meaningOf, possibleKinds, withMeaning } from './codebook-acts.ts';
import type { ColumnActs } from './column-acts.ts';
import { DirectionChoice, KindChoice, MeaningChoice } from './column-choices.tsx';
import { type ColumnEntry, type ColumnGroup, sharedOpenCodes } from './column-groups.ts';
import { ColumnReading, StatusTag } from './column-reading.tsx';
import { columnMessages } from './column-words.ts';
import { ValueBars } from './value-bars.tsx';

/** Most columns named beside a group. */
const named = 5;

/** Columns that read alike, settled together; or opened to be settled one by one. */
export function ColumnGroupRow({
  group,
  acts,
  children,
}: {
  group: ColumnGroup;
  acts: ColumnActs;
  /** The rows of its columns, drawn only when opened. */
  children: () => React.ReactNode;
}) {
  const words = useMessages(columnMessages);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { entries } = group;
  const [first] = entries;
  if (!first) return null;
  const columns = entries.map((entry) => entry.variable.column);
  const rest = columns.slice(named);
  return (
    <>
      <article className="col asks" aria-labelledby={`${id}-name`}>
        <div className="stack-2">
          <h3 id={`${id}-name`} tabIndex={-1}>
            {words.alike(entries.length)}
          </h3>
          <p className="names small">
            {columns.slice(0, named).map((column) => (
              <code key={column}>{column}</code>
            ))}
            {rest.length > 0 ? <span title={rest.join(', ')}>+ {rest.length}</span> : null}
          </p>
          <p>
            <StatusTag status="asks" />
          </p>
        </div>
        <ColumnReading entry={first} alike={entries} serves="" before={words.forExample(first.variable.column)} />
        <ValueBars entries={entries} />
        <div className="stack-2">
          <p className="small muted">{words.alikeText}</p>
          <GroupChoices entries={entries} acts={acts} />
          <Button kind="second" icon="good" onClick={() => acts.confirm(columns)}>
            {words.confirmAll(entries.length)}
          </Button>
          <button
            type="button"
            className="disclose"
            aria-expanded={isOpen}
            aria-controls={`${id}-each`}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="chevron" className="chev" />
            {words.oneByOne}
            <span className="vh"> ({words.alike(entries.length)})</span>
          </button>
        </div>
      </article>
      <div id={`${id}-each`} className="members">
        {isOpen ? children() : null}
      </div>
    </>
  );
}

function GroupChoices({ entries, acts }: { entries: readonly ColumnEntry[]; acts: ColumnActs }) {
  const [first] = entries;
  if (!first) return null;
  const editAll = (change: (entry: ColumnEntry) => void) => entries.forEach(change);
  const kinds = possibleKinds(first.variable, first.summary).filter((kind) =>
    entries.every((entry) => possibleKinds(entry.variable, entry.summary).includes(kind)),
  );
  const meaning = (code: string): CodeMeaning | 'varies' | null => {
    const found = new Set(entries.map((entry) => meaningOf(entry.variable, code)));
    const [one = null] = found;
    return found.size > 1 ? 'varies' : one;
  };
  return (
    <>
      <KindChoice
        column={null}
        value={first.variable.kind}
        possible={kinds}
        onChange={(kind) =>
          editAll(({ variable, summary }) => acts.edit(variable.column, (before) => asKind(before, kind, summary)))
        }
      />
      {sharedOpenCodes(entries).map((code) => (
        <MeaningChoice
          key={code}
          code={code}
          column={null}
          value={meaning(code)}
          onChange={(chosen) =>
            editAll(({ variable }) => acts.edit(variable.column, (before) => withMeaning(before, code, chosen)))
          }
        />
      ))}
      {first.variable.scale ? (
        <DirectionChoice
          scale={first.variable.scale}
          column={null}
          onChange={(higher) =>
            editAll(({ variable }) =>
              acts.edit(variable.column, (before) =>
                before.scale ? { ...before, scale: { ...before.scale, higher } } : before,
              ),
            )
          }
        />
      ) : null}
    </>
  );
}
