import type { CodebookProblem, Variable } from '@common-measure/dataset';
import { Button, Icon, useMessages, useText } from '@common-measure/platform/web-kit';
import { memo, useId, useState } from 'react';
import {
  asKind,
  type CodeMeaning,
  mayBeAnswers,
  meaningOf,
  possibleKinds,
  unlistedCodes,
  withMeaning,
  withMeanings,
} from './codebook-acts.ts';
import type { ColumnActs, ColumnRole } from './column-acts.ts';
import { AccessChoice, BulkMeaningChoice, DirectionChoice, KindChoice, MeaningChoice } from './column-choices.tsx';
import { ColumnEditor } from './column-editor.tsx';
import { type ColumnEntry, openCodes } from './column-groups.ts';
import { ColumnReading, StatusTag, statusOf } from './column-reading.tsx';
import { columnMessages } from './column-words.ts';
import { onePerColumn } from './finding-list.tsx';
import { ValueBars } from './value-bars.tsx';

export interface ColumnRowProps extends ColumnEntry {
  readonly role: ColumnRole | null;
  readonly findings: readonly CodebookProblem[];
  readonly acts: ColumnActs;
}

/** One column: its name and status, how it was read and why, its values, and the choices about it. Drawn again only when it changes. */
export const ColumnRow = memo(function ColumnRow({ variable, summary, guesses, role, findings, acts }: ColumnRowProps) {
  const words = useMessages(columnMessages);
  const read = useText();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const entry = { variable, summary, guesses };
  const { column } = variable;
  const faults = findings.filter((finding) => finding.severity === 'fault');
  const status = faults.length > 0 ? 'asks' : statusOf(variable);
  const label = read(variable.label);
  const hasBars = variable.access === 'open' && (variable.kind === 'rating' || variable.kind === 'category');
  return (
    <article className={status === 'asks' ? 'col asks' : 'col'} aria-labelledby={`${id}-name`} data-column={column}>
      <div>
        <h3 id={`${id}-name`} tabIndex={-1}>
          <code className="breakable">{column}</code>
        </h3>
        {label !== column ? <p className="small muted breakable">{label}</p> : null}
        <p>
          <StatusTag status={status} />
        </p>
      </div>
      <div className={hasBars ? '' : 'wide'}>
        <ColumnReading entry={entry} serves={role ? words.roles[role] : ''} />
        {onePerColumn(findings).map((finding) => (
          <p key={finding.title.en} className={finding.severity === 'fault' ? 'err' : 'small muted'}>
            {finding.severity === 'fault' ? <Icon name="caution" /> : null}
            <span>
              {read(finding.title)} {read(finding.remedy)}
            </span>
          </p>
        ))}
      </div>
      {hasBars ? <ValueBars entries={[entry]} /> : null}
      <div className="stack-2">
        <RowChoices entry={entry} faults={faults} acts={acts} />
        <button
          type="button"
          className="disclose"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-more` : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="chevron" className="chev" />
          {words.more}
          <span className="vh"> {words.moreOf(column)}</span>
        </button>
      </div>
      {isOpen ? (
        <div className="full" id={`${id}-more`}>
          <ColumnEditor entry={entry} acts={acts} />
        </div>
      ) : null}
    </article>
  );
});

/** Most codes whose meaning is asked in the row; more of them are settled among the other choices. */
const mostCodes = 5;

function sharedMeaning(variable: Variable, codes: readonly string[]): CodeMeaning | 'varies' | null {
  const found = new Set(codes.map((code) => meaningOf(variable, code)));
  const [one = null] = found;
  return found.size > 1 ? 'varies' : one;
}

function RowChoices({
  entry,
  faults,
  acts,
}: {
  entry: ColumnEntry;
  faults: readonly CodebookProblem[];
  acts: ColumnActs;
}) {
  const words = useMessages(columnMessages);
  const { variable, summary } = entry;
  const { column } = variable;
  const asks = !variable.decided;
  const open = asks ? openCodes(entry) : [];
  const told = faults.flatMap(({ details }) => (typeof details.value === 'string' ? [details.value] : []));
  const unlisted = variable.kind === 'number' ? told : (unlistedCodes(variable, summary) ?? told);
  const codes = new Set([...(open.length <= mostCodes ? open : []), ...(unlisted.length <= mostCodes ? unlisted : [])]);
  const bulk = unlisted.length > 1 ? unlisted : open.length > mostCodes ? open : [];
  const tooMany =
    summary.values.length < summary.distinct && unlisted.length > mostCodes && variable.kind === 'category';
  const changeAccess = (access: Variable['access']) =>
    acts.act(access === 'closed' ? words.nowClosed(column) : words.nowOpen(column), [column], (before) => ({
      ...before,
      access,
    }));
  return (
    <>
      {variable.access === 'closed' ? (
        <AccessChoice column={column} value={variable.access} onChange={changeAccess} />
      ) : (
        <KindChoice
          column={column}
          value={variable.kind}
          possible={possibleKinds(variable, summary)}
          onChange={(kind) =>
            acts.act(words.changedKind(column, words.kinds[kind]), [column], (before) => asKind(before, kind, summary))
          }
        />
      )}
      {tooMany ? <p className="small">{words.tooMany}</p> : null}
      {bulk.length > 1 && !tooMany ? (
        <BulkMeaningChoice
          codes={bulk}
          column={column}
          value={sharedMeaning(variable, bulk)}
          mayAnswer={mayBeAnswers(variable, bulk)}
          onChange={(meaning) =>
            acts.act(words.tookAllAs(bulk.length, column, words.meanings[meaning]), [column], (before) =>
              withMeanings(before, bulk, meaning),
            )
          }
        />
      ) : null}
      {[...codes].map((code) => (
        <MeaningChoice
          key={code}
          code={code}
          column={column}
          value={meaningOf(variable, code)}
          onChange={(meaning) => acts.edit(column, (before) => withMeaning(before, code, meaning))}
        />
      ))}
      {asks && variable.scale ? (
        <DirectionChoice
          scale={variable.scale}
          column={column}
          onChange={(higher) =>
            acts.edit(column, (before) => (before.scale ? { ...before, scale: { ...before.scale, higher } } : before))
          }
        />
      ) : null}
      {asks ? (
        <Button kind="second" icon="good" label={words.confirmOf(column)} onClick={() => acts.confirm([column])}>
          {words.confirm}
        </Button>
      ) : null}
    </>
  );
}
