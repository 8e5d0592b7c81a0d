import {
  addRows,
  areAlike,
  expectationOf,
  type Instrument,
  matrixRows,
  type Question,
  questionsOf,
  removeQuestion,
  replaceQuestion,
} from '@common-measure/instrument';
import {
  Actions,
  Button,
  Card,
  Disclosure,
  Message,
  SelectField,
  useDone,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { setMessages } from './set-words.ts';
import { TextPair } from './text-pair.tsx';

interface SetEditing {
  readonly instrument: Instrument;
  readonly question: Question;
  readonly onChange: (next: (before: Instrument) => Instrument) => void;
}

/** What a question is part of: the grid with its rows, or the pair of what was expected and what happened. */
export function SetEditor(editing: SetEditing) {
  const rows = matrixRows(editing.instrument, editing.question);
  return rows.length > 0 ? <MatrixRows {...editing} rows={rows} /> : <PairEditor {...editing} />;
}

/** All rows of a grid in one place, and a box to write or paste further ones. */
function MatrixRows({ instrument, question, rows, onChange }: SetEditing & { rows: readonly Question[] }) {
  const words = useMessages(setMessages);
  const read = useText();
  const done = useDone();
  const [lines, setLines] = useState({ en: '', fr: '' });
  const hasLines = lines.en.trim() !== '' || lines.fr.trim() !== '';
  const remove = (row: Question, number: number) => {
    onChange((present) => removeQuestion(present, row.code));
    done({ text: words.rowRemoved(number) });
  };
  const add = () => {
    if (!hasLines) return;
    const after = addRows(instrument, question, lines.en, lines.fr);
    const count = questionsOf(after).length - questionsOf(instrument).length;
    onChange((present) => addRows(present, question, lines.en, lines.fr));
    setLines({ en: '', fr: '' });
    done({ text: words.rowsAdded(count) });
  };
  return (
    <Card title={words.matrix} stack>
      <p className="small muted">{words.matrixHint}</p>
      {rows.map((row, place) => (
        <div key={row.code} className="matrix-row">
          {row.item ? (
            <p>{words.fromBank(read(row.wording))}</p>
          ) : (
            <TextPair
              id={`row-${row.code}`}
              label={words.row(place + 1)}
              rows={1}
              value={row.wording}
              onChange={(wording) => onChange((present) => replaceQuestion(present, row.code, { ...row, wording }))}
            />
          )}
          {rows.length > 1 && row.code !== question.code ? (
            <Button kind="plain" label={words.removeRow(place + 1)} onClick={() => remove(row, place + 1)}>
              {words.remove}
            </Button>
          ) : null}
        </div>
      ))}
      <div className="matrix-row">
        <TextPair id="rows-more" label={words.more} rows={3} value={lines} onChange={setLines} />
        <p className="hint">{words.moreHint}</p>
        <Actions>
          <Button kind="second" icon="plus" onClick={add}>
            {words.addRows}
          </Button>
        </Actions>
      </div>
    </Card>
  );
}

function PairEditor({ instrument, question, onChange }: SetEditing) {
  const words = useMessages(setMessages);
  const read = useText();
  const questions = questionsOf(instrument);
  const at = questions.findIndex((one) => one.code === question.code);
  const numbered = (one: Question) =>
    `${questions.findIndex(({ code }) => code === one.code) + 1}. ${read(one.wording)}`;
  const partner = expectationOf(instrument, question);
  const actual = questions.find((one) => one.expectation === question.code);
  const candidates = questions
    .slice(0, Math.max(at, 0))
    .filter((one) => one.code === question.expectation || (one.type === question.type && areAlike(one, question)));
  const change = (part: Partial<Question>) =>
    onChange((present) => replaceQuestion(present, question.code, { ...question, ...part }));
  if (actual)
    return (
      <Card title={words.pair} stack>
        <p>{words.isExpected(questions.indexOf(actual) + 1, read(actual.wording))}</p>
      </Card>
    );
  if (!['rating', 'number'].includes(question.type) || (candidates.length === 0 && question.expectation === undefined))
    return null;
  const fields = (
    <>
      <SelectField
        label={words.partner}
        value={partner?.code ?? ''}
        options={[
          { value: '', label: words.noPartner },
          ...candidates.map((one) => ({ value: one.code, label: numbered(one) })),
        ]}
        onChange={(code) => change({ expectation: code || undefined })}
      />
      {partner && !areAlike(partner, question) ? (
        <Message
          kind="caution"
          actions={
            <Button kind="second" onClick={() => change({ scale: partner.scale, unit: partner.unit })}>
              {words.takeScale}
            </Button>
          }
        >
          {words.unlike}
        </Message>
      ) : null}
      {partner ? <p className="small muted">{words.gap}</p> : null}
    </>
  );
  return question.expectation === undefined ? (
    <div className="card">
      <Disclosure summary={words.pairSummary}>{fields}</Disclosure>
    </div>
  ) : (
    <Card title={words.pair} stack>
      {fields}
    </Card>
  );
}
