import type { Question } from '@common-measure/instrument';
import { DataTable, useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import { bankMessages } from './bank-words.ts';
import { itemMessages } from './item-words.ts';

interface Row {
  readonly code: string;
  readonly en: string;
  readonly fr: string;
  readonly score: string;
}

const apart = { doesNotApply: '–', dontKnow: '–', preferNotToSay: '–' } as const;

/** How a question is answered: each answer with its code, in both languages, and its score from 0 to 100 on a scale. */
export function AnswerTable({ question }: { question: Question }) {
  const words = useMessages(itemMessages);
  const read = useText();
  const rows = useRows(question);
  if (question.type === 'text') return <p>{words.open}</p>;
  if (question.type === 'number') return <p>{question.unit ? words.numberUnit(read(question.unit)) : words.aNumber}</p>;
  const { scale } = question;
  return (
    <>
      <DataTable
        caption={scale ? words.answersCaption(`${scale.id}, ${scale.version}`) : words.answersTitle}
        columns={[
          { key: 'code', header: words.codeHead, cell: (row) => row.code },
          { key: 'en', header: 'English', cell: (row) => <span lang="en">{row.en}</span> },
          { key: 'fr', header: 'Français', cell: (row) => <span lang="fr">{row.fr}</span> },
          ...(scale ? [{ key: 'score', header: words.score, numeric: true, cell: (row: Row) => row.score }] : []),
        ]}
        rows={rows}
        rowKey={(row) => `${row.code} ${row.en}`}
      />
      {question.atMost === undefined ? null : <p className="small muted">{words.atMost(question.atMost)}</p>}
    </>
  );
}

function useRows(question: Question): readonly Row[] {
  const words = useMessages(itemMessages);
  const format = useFormat();
  const { scale } = question;
  const answers = scale?.points ?? question.options;
  const scored = answers.map((answer, at): Row => {
    const share = (100 * at) / Math.max(1, answers.length - 1);
    const score = scale?.higher === 'worse' ? 100 - share : share;
    return { code: answer.code, en: answer.label.en, fr: answer.label.fr, score: format.number(score, 0) };
  });
  const outside = (Object.keys(apart) as (keyof typeof apart)[])
    .filter((key) => question[key])
    .map((key) => ({ code: apart[key], en: bankMessages.en[key], fr: bankMessages.fr[key], score: words.notScored }));
  return [...(scale ? scored.toReversed() : scored), ...outside];
}
