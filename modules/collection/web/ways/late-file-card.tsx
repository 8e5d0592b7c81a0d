import { type Instrument, languageName, questionsOf } from '@common-measure/instrument';
import {
  api,
  Button,
  Card,
  DataTable,
  Disclosure,
  Field,
  Message,
  ProblemMessage,
  SelectField,
  TextField,
  useDone,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type LateFileReport, lateFileModes, waysInApi } from '../../ways-in/contract.ts';
import { wayAddress } from './ways-queries.ts';
import { waysMessages } from './ways-words.ts';

/** Answers that were given on paper or by telephone: looked at first, then joined to the round. */
export function LateFileCard({ surveyId, instrument }: { surveyId: string; instrument: Instrument }) {
  const words = useMessages(waysMessages).late;
  const { number } = useFormat();
  const done = useDone();
  const read = useText();
  const [file, setFile] = useState<File | null>(null);
  const [batch, setBatch] = useState('');
  const [mode, setMode] = useState<(typeof lateFileModes)[number]>('paper');
  const [spoken, setSpoken] = useState(instrument.languages[0] ?? 'en');
  const send = useMutation({
    mutationFn: async (apply: boolean) => {
      const content = file ? textOf(new Uint8Array(await file.arrayBuffer())) : '';
      const body = { content, mode, language: spoken, apply, batch, replaces: apply };
      return api.post<LateFileReport>(wayAddress(waysInApi.lateFiles, surveyId), body);
    },
    onSuccess: (report, apply) => {
      if (!apply) return;
      const [recorded, gone] = [number(report.recorded), number(report.gone)];
      if (report.recorded > 0 || report.gone > 0)
        done({ text: report.gone > 0 ? words.replaced(recorded, gone) : words.joined(recorded) });
    },
  });
  const report = send.data;
  const choose =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      send.reset();
    };
  return (
    <Card span={12} title={words.title} stack>
      <p>{words.more}</p>
      {send.isError ? <ProblemMessage error={send.error} /> : null}
      <div className="pair">
        <Field label={words.file}>
          {(ids) => (
            <input
              {...ids}
              type="file"
              accept=".csv,.txt,text/csv"
              onChange={(event) => {
                const chosen = event.target.files?.[0] ?? null;
                choose(setFile)(chosen);
                if (chosen && batch === '') setBatch(chosen.name.replace(/\.[^.]*$/, ''));
              }}
            />
          )}
        </Field>
        <TextField label={words.batch} hint={words.batchHint} value={batch} onChange={choose(setBatch)} />
        <SelectField
          label={words.mode}
          value={mode}
          options={lateFileModes.map((value) => ({ value, label: words.modes[value] }))}
          onChange={choose(setMode)}
        />
        <SelectField
          label={words.language}
          value={spoken}
          options={instrument.languages.map((value) => ({ value, label: read(languageName(value)) }))}
          onChange={choose(setSpoken)}
        />
      </div>
      <div className="actions">
        <Button kind="second" busy={send.isPending && words.looking} onClick={() => file && send.mutate(false)}>
          {words.look}
        </Button>
        {report && !send.variables && report.problems.length === 0 && report.fresh + report.gone > 0 ? (
          <Button busy={send.isPending && words.joining} onClick={() => send.mutate(true)}>
            {report.gone > 0 ? words.replace(number(report.fresh), number(report.gone)) : words.join}
          </Button>
        ) : null}
      </div>
      {report ? <Report report={report} isLook={send.variables === false} instrument={instrument} /> : null}
    </Card>
  );
}

function Report({ report, isLook, instrument }: { report: LateFileReport; isLook: boolean; instrument: Instrument }) {
  const words = useMessages(waysMessages).late;
  const read = useText();
  const { number } = useFormat();
  const { problems, rows, fresh, missing, moreProblems, gone, resembles } = report;
  const names = new Map(questionsOf(instrument).map((question) => [question.code, read(question.wording)]));
  return (
    <div className="stack" role="status">
      <p>{words.rows(number(rows), number(fresh))}</p>
      {isLook && gone > 0 ? <Message kind="caution">{words.corrects(number(gone))}</Message> : null}
      {resembles !== null ? (
        <Message kind="caution">{words.resembles(/^sha256 /.test(resembles) ? words.unnamed : resembles)}</Message>
      ) : null}
      {missing.length > 0 ? <Missing questions={missing.map((code) => names.get(code) ?? code)} /> : null}
      {problems.length > 0 ? (
        <>
          <Message kind="caution">{words.faults(problems.length + moreProblems)}</Message>
          <DataTable
            caption={words.what}
            rows={problems.map((problem, at) => ({ ...problem, at }))}
            rowKey={(problem) => String(problem.at)}
            columns={[
              { key: 'row', header: words.row, cell: ({ row }) => (row === null ? words.header : number(row)) },
              { key: 'column', header: words.column, cell: ({ column }) => column ?? '' },
              {
                key: 'what',
                header: words.what,
                cell: ({ what, remedy }) => `${asSentence(read(what))} ${read(remedy)}`,
              },
            ]}
          />
          {moreProblems > 0 ? <p>{words.more100(number(moreProblems))}</p> : null}
        </>
      ) : null}
    </div>
  );
}

/** As many questions as are named at once; one more would take the line that the rest take. */
const atOnce = 5;

/** Questions for which the file has no column: how many, the first of them, and the rest for whoever asks. */
function Missing({ questions }: { questions: readonly string[] }) {
  const words = useMessages(waysMessages).late;
  const { number } = useFormat();
  const named = questions.length > atOnce + 1 ? atOnce : questions.length;
  const list = (some: readonly string[]) => (
    <ul>
      {some.map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ul>
  );
  const rest = questions.slice(named);
  return (
    <div className="small">
      <p>{words.missing(questions.length)}</p>
      {list(questions.slice(0, named))}
      {rest.length > 0 ? <Disclosure summary={words.missingMore(number(rest.length))}>{list(rest)}</Disclosure> : null}
    </div>
  );
}

/** UTF-8 where the file is, else what spreadsheets of Windows write. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What stands beside a field of a form has no full stop. */
function asSentence(text: string): string {
  return text.replace(/[^.]$/, '$&.');
}
