import type { MissingCode, ValueCode, Variable } from '@common-measure/dataset';
import type { LocalizedText } from '@common-measure/kernel';
import { TextField, useFormat, useMessages } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { meaningOf, namePattern, withMeaning } from './codebook-acts.ts';
import type { ColumnActs } from './column-acts.ts';
import { AccessChoice, DirectionChoice, MeaningChoice } from './column-choices.tsx';
import type { ColumnEntry } from './column-groups.ts';
import { columnMessages } from './column-words.ts';

/** Most codes whose wording is edited here. */
const mostCodes = 60;

/** Everything else about a column: its names and wording in both languages, its codes one by one, its protection. */
export function ColumnEditor({ entry, acts }: { entry: ColumnEntry; acts: ColumnActs }) {
  const words = useMessages(columnMessages);
  const { variable } = entry;
  const { column } = variable;
  const edit = (part: Partial<Variable>) => acts.edit(column, (before) => ({ ...before, ...part }));
  const question = variable.question ?? { en: '', fr: '' };
  const ask = (next: LocalizedText) => edit({ question: next.en === '' && next.fr === '' ? null : next });
  return (
    <div className="col-editor">
      <div className="pair">
        <TextField
          label={words.labelEn}
          hint={words.labelHint}
          lang="en"
          value={variable.label.en}
          onChange={(en) => edit({ label: { ...variable.label, en } })}
        />
        <TextField
          label={words.labelFr}
          hint={words.labelHint}
          lang="fr"
          value={variable.label.fr}
          onChange={(fr) => edit({ label: { ...variable.label, fr } })}
        />
        <TextField
          label={words.questionEn}
          hint={words.questionHint}
          lang="en"
          rows={2}
          value={question.en}
          onChange={(en) => ask({ ...question, en })}
        />
        <TextField
          label={words.questionFr}
          hint={words.questionHint}
          lang="fr"
          rows={2}
          value={question.fr}
          onChange={(fr) => ask({ ...question, fr })}
        />
        {variable.kind === 'number' ? (
          <TextField
            label={words.unit}
            hint={words.unitHint}
            value={variable.unit ?? ''}
            onChange={(unit) => edit({ unit: unit === '' ? null : unit })}
          />
        ) : null}
        {variable.scale ? (
          <DirectionChoice
            scale={variable.scale}
            column={column}
            onChange={(higher) => variable.scale && edit({ scale: { ...variable.scale, higher } })}
          />
        ) : null}
        {variable.access === 'open' ? (
          <AccessChoice
            column={column}
            value={variable.access}
            onChange={(access) => acts.act(words.nowClosed(column), [column], (before) => ({ ...before, access }))}
          />
        ) : null}
      </div>
      <CodeTable entry={entry} acts={acts} />
      <NameField variable={variable} acts={acts} />
    </div>
  );
}

/** The name in requests and exports; what is typed counts once it can be a name and is free. */
function NameField({ variable, acts }: { variable: Variable; acts: ColumnActs }) {
  const words = useMessages(columnMessages);
  const [typed, setTyped] = useState(variable.name);
  const [isTaken, setTaken] = useState(false);
  const error = namePattern.test(typed) ? (isTaken ? words.nameTaken : undefined) : words.nameForm;
  return (
    <TextField
      label={words.technical}
      hint={words.technicalHint}
      value={typed}
      error={error}
      onChange={(name) => {
        setTyped(name);
        setTaken(namePattern.test(name) && !acts.rename(variable.column, name));
      }}
    />
  );
}

function CodeTable({ entry, acts }: { entry: ColumnEntry; acts: ColumnActs }) {
  const words = useMessages(columnMessages);
  const { number } = useFormat();
  const { variable, summary } = entry;
  const { column } = variable;
  if (variable.access === 'closed') return null;
  const counts = new Map(summary.values.map(({ value, n }) => [value, n]));
  if (summary.blank > 0) counts.set('', summary.blank);
  const listed: readonly (ValueCode | MissingCode)[] = [...variable.values, ...variable.missing];
  if (listed.length === 0) return null;
  const relabel = (code: string, label: LocalizedText) =>
    acts.edit(column, (before) => ({
      ...before,
      values: before.values.map((known) => (known.code === code ? { ...known, label } : known)),
      missing: before.missing.map((known) => (known.code === code ? { ...known, label } : known)),
    }));
  return (
    <fieldset className="codes">
      <legend>{words.codes}</legend>
      {listed.slice(0, mostCodes).map(({ code, label }) => {
        const shown = code === '' ? words.empty : code;
        return (
          <div className="code-line" key={code}>
            <MeaningChoice
              code={code}
              column={column}
              value={meaningOf(variable, code)}
              onChange={(meaning) => acts.edit(column, (before) => withMeaning(before, code, meaning))}
            />
            <TextField
              label={words.labelOfEn(shown)}
              lang="en"
              value={label.en}
              onChange={(en) => relabel(code, { ...label, en })}
            />
            <TextField
              label={words.labelOfFr(shown)}
              lang="fr"
              value={label.fr}
              onChange={(fr) => relabel(code, { ...label, fr })}
            />
            <span className="small muted nowrap">{words.casesOf(number(counts.get(code) ?? 0))}</span>
          </div>
        );
      })}
    </fieldset>
  );
}
