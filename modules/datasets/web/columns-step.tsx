import {
  Button,
  ButtonLink,
  Message,
  Section,
  SegmentedField,
  TextField,
  useDone,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { ImportDetail } from '../contract.ts';
import { changeVariable, confirmVariables, isNameTaken, renameVariable, restoreVariables } from './codebook-acts.ts';
import type { ColumnActs } from './column-acts.ts';
import { rolesOf, useFindings } from './column-entries.ts';
import { ColumnGroupRow } from './column-group-row.tsx';
import { type ColumnEntry, groupAlike } from './column-groups.ts';
import { type ColumnStatus, statusOf } from './column-reading.tsx';
import { ColumnRow } from './column-row.tsx';
import { columnMessages } from './column-words.ts';
import { importMessages } from './import-words.ts';
import type { Choices } from './use-choices.ts';

/** Settled columns that are drawn at first, and with each further step: a file may have thousands. */
const drawnAtOnce = 150;

type Shown = 'all' | 'asks' | 'closed';

/** What was understood of each column; those that need a decision first, alike ones together. */
export function ColumnsStep({
  detail,
  choices,
  entries,
  onNext,
}: {
  detail: ImportDetail;
  choices: Choices;
  entries: readonly ColumnEntry[];
  onNext: () => void;
}) {
  const words = useMessages(columnMessages);
  const shared = useMessages(importMessages);
  const open = entries.filter(({ variable }) => !variable.decided).length;
  const closed = entries.filter(({ variable }) => variable.access === 'closed').length;
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const wanted = useDeferredValue(search);
  return (
    <Section title={words.understood} sub={<Lede />}>
      <search className="bar-controls" aria-label={words.filter}>
        <TextField type="search" label={words.find} value={search} onChange={setSearch} />
        <SegmentedField
          label={words.show}
          value={shown}
          options={[
            { value: 'all', label: words.all(entries.length) },
            { value: 'asks', label: words.needYou(open) },
            { value: 'closed', label: words.protectedOnes(closed) },
          ]}
          onChange={setShown}
        />
      </search>
      <ColumnList detail={detail} choices={choices} entries={entries} search={wanted} shown={shown} />
      <div className="section actions">
        <Button kind={open === 0 ? 'second' : 'primary'} onClick={onNext}>
          {shared.toRoles}
        </Button>
        <ButtonLink kind="second" to="/datasets">
          {shared.later}
        </ButtonLink>
        <span className="small muted">{shared.openOnes(open)}</span>
      </div>
    </Section>
  );
}

function Lede() {
  const words = useMessages(columnMessages);
  const [before, after] = words.lede('\u0000').split('\u0000');
  return (
    <>
      {before}
      <code>codebook.json</code>
      {after}
    </>
  );
}

function ColumnList({
  detail,
  choices,
  entries,
  search,
  shown,
}: {
  detail: ImportDetail;
  choices: Choices;
  entries: readonly ColumnEntry[];
  search: string;
  shown: Shown;
}) {
  const words = useMessages(columnMessages);
  const list = useRef<HTMLDivElement>(null);
  const acts = useColumnActs(choices, list);
  const findingsOf = useFindings(detail.findings);
  const roles = useMemo(() => rolesOf(choices.codebook), [choices.codebook]);
  const fitting = useMemo(() => {
    const needle = search.trim().toLocaleLowerCase('fr-CA');
    return entries.filter(
      ({ variable }) =>
        (shown === 'all' || (shown === 'asks' ? !variable.decided : variable.access === 'closed')) &&
        [variable.column, variable.name, variable.label.en, variable.label.fr].some((text) =>
          text.toLocaleLowerCase('fr-CA').includes(needle),
        ),
    );
  }, [entries, search, shown]);
  const isFaulty = ({ variable }: ColumnEntry) =>
    findingsOf(variable.column).some((finding) => finding.severity === 'fault');
  const faulty = fitting.filter(isFaulty);
  const sound = fitting.filter((entry) => !isFaulty(entry));
  const groups = groupAlike(sound.filter(({ variable }) => !variable.decided));
  const [drawn, setDrawn] = useState(drawnAtOnce);
  const of = (status: ColumnStatus) => sound.filter(({ variable }) => statusOf(variable) === status);
  const settled = [...of('understood'), ...of('closed')];
  const row = (entry: ColumnEntry) => (
    <ColumnRow
      key={entry.variable.column}
      {...entry}
      role={roles.get(entry.variable.name) ?? null}
      findings={findingsOf(entry.variable.column)}
      acts={acts}
    />
  );
  if (fitting.length === 0)
    return <Message>{shown === 'asks' && search === '' ? words.nothingOpen : words.noneFound}</Message>;
  return (
    <div className="card section cols" ref={list}>
      {faulty.map(row)}
      {groups.map((group) =>
        group.entries.length === 1 ? (
          group.entries.map(row)
        ) : (
          <ColumnGroupRow key={group.key} group={group} acts={acts}>
            {() => group.entries.map(row)}
          </ColumnGroupRow>
        ),
      )}
      {settled.slice(0, drawn).map(row)}
      {settled.length > drawn ? (
        <p className="more">
          <Button kind="second" onClick={() => setDrawn(drawn + drawnAtOnce)}>
            {words.showMore(Math.min(drawnAtOnce, settled.length - drawn), settled.length - drawn)}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

/** The acts on columns. After a decision the focus goes to the next column that waits, after the last to the title and the way on beside it. */
function useColumnActs(choices: Choices, list: React.RefObject<HTMLDivElement | null>): ColumnActs {
  const words = useMessages(columnMessages);
  const done = useDone();
  const [settled, setSettled] = useState(0);
  const moved = useRef<string | null>(null);
  const { change, flush } = choices;
  const latest = useRef(choices.codebook);
  latest.current = choices.codebook;
  useEffect(() => {
    if (settled === 0) return;
    const next = list.current?.querySelector<HTMLElement>('.asks h3');
    const title = document.querySelector<HTMLElement>('main h1');
    (next ?? title)?.focus();
  }, [settled, list]);
  // A row that has changed its place in the list takes the focus with it.
  useEffect(() => {
    const column = moved.current;
    if (column === null || document.activeElement !== document.body) return;
    moved.current = null;
    list.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(column)}"] h3`)?.focus();
  });
  return useMemo(() => {
    const undoable = (text: string, columns: readonly string[], more?: string) => {
      const before = latest.current;
      done({
        text,
        more,
        undo: () => change((now) => restoreVariables(now, before, new Set(columns))),
      });
    };
    return {
      rename: (column, name) => {
        if (isNameTaken(latest.current, column, name)) return false;
        change((before) => renameVariable(before, column, name));
        return true;
      },
      edit: (column, next) => change((before) => changeVariable(before, column, next)),
      act: (text, columns, next) => {
        undoable(text, columns);
        [moved.current = null] = columns;
        change((before) => columns.reduce((codebook, column) => changeVariable(codebook, column, next), before));
        void flush();
      },
      confirm: (columns) => {
        const chosen = new Set(columns);
        const left = latest.current.variables.filter((one) => !one.decided && !chosen.has(one.column)).length;
        const [first = ''] = columns;
        const text = columns.length === 1 ? words.confirmed(first) : words.confirmedAll(columns.length);
        undoable(text, columns, words.remaining(left));
        change((before) => confirmVariables(before, chosen));
        void flush();
        setSettled((count) => count + 1);
      },
    };
  }, [change, flush, done, words]);
}
