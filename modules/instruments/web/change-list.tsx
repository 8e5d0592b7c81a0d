import { type InstrumentChange, type OverTime, type TextChange, wordDiff } from '@common-measure/instrument';
import { Tag, type TagKind, useMessages, useText } from '@common-measure/platform/web-kit';
import { languageInWords } from './change-in-words.ts';
import { historyMessages } from './history-words.ts';

const kinds: Readonly<Record<OverTime, TagKind>> = {
  same: 'good',
  context: 'info',
  limited: 'caution',
  broken: 'bad',
  new: 'plain',
  ended: 'plain',
};

/** What one thing means for comparing over time. */
function OverTimeTag({ state }: { state: OverTime }) {
  const words = useMessages(historyMessages);
  return <Tag kind={kinds[state]}>{words.overTime[state]}</Tag>;
}

/** Each change with its meaning, and its texts word by word. */
export function ChangeList({ changes }: { changes: readonly InstrumentChange[] }) {
  const words = useMessages(historyMessages);
  const read = useText();
  if (changes.length === 0) return null;
  return (
    <>
      <ul className="changes">
        {changes.map((change) => (
          <li key={`${change.message.en} ${change.because.en}`}>
            <p>
              <strong>{read(change.message)}</strong> <OverTimeTag state={change.overTime} />
            </p>
            {change.texts.map((text) => (
              <TextDiff key={`${text.part} ${text.language}`} text={text} />
            ))}
            <p className="small muted">{read(change.because)}</p>
          </li>
        ))}
      </ul>
      {changes.some(({ texts }) => texts.length > 0) ? <p className="small muted">{words.legend}</p> : null}
    </>
  );
}

function TextDiff({ text }: { text: TextChange }) {
  const words = useMessages(historyMessages);
  const label = [languageInWords(words, text.language), ...(text.part === null ? [] : [words.answer(text.part)])];
  return (
    <p className="diff">
      <span className="small muted">{label.join(', ')}</span>{' '}
      <span lang={text.language} className="wording">
        {wordDiff(text.before, text.after).map((run, at) => {
          const key = `${at} ${run.kind}`;
          if (run.kind === 'gone') return <del key={key}>{run.text}</del>;
          if (run.kind === 'new') return <ins key={key}>{run.text}</ins>;
          return <span key={key}>{run.text}</span>;
        })}
      </span>
    </p>
  );
}
