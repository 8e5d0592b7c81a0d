import {
  type AnswerTest,
  answerCodes,
  type Comparison,
  choicesOf,
  comparisons,
  type Question,
  readNumber,
} from '@common-measure/instrument';
import {
  Actions,
  Button,
  CheckGroup,
  SelectField,
  TextField,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { routingMessages } from './routing-words.ts';

type LookKind = 'answered' | 'notAnswered' | 'stated' | 'unstated' | Comparison;

/** One look at the answer to an earlier question: which question, what about its answer. */
export function LookEditor({
  look,
  number,
  sources,
  onChange,
  onRemove,
}: {
  look: AnswerTest;
  number: number;
  sources: readonly Question[];
  onChange: (look: AnswerTest) => void;
  onRemove: () => void;
}) {
  const words = useMessages(routingMessages);
  const read = useText();
  const source = sources.find((one) => one.code === look.question);
  const kinds = source ? kindsFor(source) : [kindOf(look)];
  return (
    <fieldset className="look">
      <legend className="vh">{words.look(number)}</legend>
      <SelectField
        label={words.looksAt}
        value={look.question}
        error={source ? undefined : words.goneError}
        options={[
          ...(source ? [] : [{ value: look.question, label: words.gone(look.question) }]),
          ...sources.map((one) => ({ value: one.code, label: read(one.wording) || one.code })),
        ]}
        onChange={(code) => {
          const next = sources.find((one) => one.code === code);
          if (next) onChange(firstLook(next));
        }}
      />
      <SelectField
        label={words.is}
        value={kindOf(look)}
        options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(kind) => source && onChange(lookOf(source, kind, look))}
      />
      {source && ('answered' in look || 'notAnswered' in look) ? (
        <AnswerCodes key={source.code} look={look} source={source} onChange={onChange} />
      ) : null}
      {'compare' in look ? <ComparedNumber look={look} onChange={onChange} /> : null}
      <Actions className="tight">
        <Button kind="plain" icon="remove" label={words.removeLook(number)} onClick={onRemove}>
          {words.remove}
        </Button>
      </Actions>
    </fieldset>
  );
}

type CodesLook = Extract<AnswerTest, { answered: unknown } | { notAnswered: unknown }>;

/** Which answers; while none is chosen the last choice stands, and the field says what is missing. */
function AnswerCodes({
  look,
  source,
  onChange,
}: {
  look: CodesLook;
  source: Question;
  onChange: (look: AnswerTest) => void;
}) {
  const words = useMessages(routingMessages);
  const read = useText();
  const stored = 'answered' in look ? look.answered : look.notAnswered;
  const [isEmpty, setEmpty] = useState(false);
  const offered = answerCodes(source);
  const gone = stored.filter((code) => !offered.includes(code));
  return (
    <CheckGroup
      label={words.answers}
      error={isEmpty ? words.chooseOne : gone.length > 0 ? words.answersGone(gone.join(', ')) : undefined}
      values={isEmpty ? [] : stored}
      options={choicesOf(source).map((option) => ({ value: option.code, label: read(option.label) || option.code }))}
      onChange={(codes) => {
        setEmpty(codes.length === 0);
        if (codes.length > 0)
          onChange('answered' in look ? { ...look, answered: codes } : { ...look, notAnswered: codes });
      }}
    />
  );
}

function ComparedNumber({
  look,
  onChange,
}: {
  look: Extract<AnswerTest, { compare: unknown }>;
  onChange: (look: AnswerTest) => void;
}) {
  const words = useMessages(routingMessages);
  const [typed, setTyped] = useState(String(look.value));
  const isNumber = readNumber(typed, true) !== null;
  return (
    <TextField
      label={words.value}
      inputMode="decimal"
      value={typed}
      error={isNumber ? undefined : words.writeNumber}
      onChange={(next) => {
        setTyped(next);
        const value = readNumber(next, true);
        if (value !== null) onChange({ ...look, value });
      }}
    />
  );
}

/** The look that a new condition begins with: the first answer, or that there is one. */
export function firstLook(source: Question): AnswerTest {
  const [code] = answerCodes(source);
  return code === undefined
    ? { question: source.code, state: 'answered' }
    : { question: source.code, answered: [code] };
}

function kindsFor(source: Question): readonly LookKind[] {
  return [
    ...(answerCodes(source).length > 0 ? (['answered', 'notAnswered'] as const) : []),
    'stated',
    'unstated',
    ...(source.type === 'number' || source.type === 'rating' ? comparisons : []),
  ];
}

function kindOf(look: AnswerTest): LookKind {
  if ('answered' in look) return 'answered';
  if ('notAnswered' in look) return 'notAnswered';
  if ('compare' in look) return look.compare;
  return look.state === 'answered' ? 'stated' : 'unstated';
}

/** The same look in another kind; codes and numbers that were chosen before stay. */
function lookOf(source: Question, kind: LookKind, before: AnswerTest): AnswerTest {
  const question = source.code;
  const kept = 'answered' in before ? before.answered : 'notAnswered' in before ? before.notAnswered : [];
  const codes = kept.length > 0 ? kept : answerCodes(source).slice(0, 1);
  switch (kind) {
    case 'answered':
      return { question, answered: codes };
    case 'notAnswered':
      return { question, notAnswered: codes };
    case 'stated':
      return { question, state: 'answered' };
    case 'unstated':
      return { question, state: 'unanswered' };
    default: {
      const value = 'compare' in before ? before.value : (source.min ?? Number(answerCodes(source)[0] ?? 0));
      return { question, compare: kind, value };
    }
  }
}
