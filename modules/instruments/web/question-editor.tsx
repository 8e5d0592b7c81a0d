import type { Instrument, Question } from '@common-measure/instrument';
import { type FoundItem, useBankItems } from '@common-measure/modules/question-bank/web';
import {
  Actions,
  Button,
  Card,
  CheckField,
  CheckGroup,
  Message,
  SelectField,
  Tag,
  useMessages,
} from '@common-measure/platform/web-kit';
import { AnswersEditor } from './answers-editor.tsx';
import { builderMessages } from './builder-words.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { useLabels } from './question-labels.ts';
import { TextPair } from './text-pair.tsx';

const outsideAnswers = ['doesNotApply', 'dontKnow', 'preferNotToSay'] as const;

/** One question: its words in both languages side by side, its answers, who is asked, and its place. */
export function QuestionEditor({
  instrument,
  question,
  number,
  of,
  onChange,
  onMove,
  onRemove,
}: {
  instrument: Instrument;
  question: Question;
  number: number;
  of: number;
  onChange: (question: Question) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const words = useMessages(builderMessages);
  const labelOf = useLabels(instrument);
  const change = (part: Partial<Question>) => onChange({ ...question, ...part });
  const item = useBankItems({ q: '' }).data?.find((one) => one.code === question.item?.code);
  const roles = (Object.keys(words.roles) as Question['role'][]).map((role) => ({
    value: role,
    label: words.roles[role],
  }));
  return (
    <Card title={`${number}. ${labelOf(question) || words.untitled}`} stack>
      <p className="vh" role="status">
        {words.place(number, of)}
      </p>
      <Actions className="tight">
        <Button kind="second" icon="up" onClick={() => onMove(-1)}>
          {words.moveUp}
        </Button>
        <Button kind="second" icon="down" onClick={() => onMove(1)}>
          {words.moveDown}
        </Button>
        <Button kind="plain" icon="remove" onClick={onRemove}>
          {words.remove}
        </Button>
      </Actions>
      <BankLink
        question={question}
        item={item}
        onRestore={(original) =>
          change({ wording: original.wording, scale: original.scale, options: original.options, type: original.type })
        }
      />
      <TextPair
        id="wording"
        label={words.question}
        rows={3}
        value={question.wording}
        onChange={(wording) => change({ wording })}
      />
      <TextPair
        id="hint"
        label={words.hint}
        rows={1}
        value={question.hint ?? { en: '', fr: '' }}
        onChange={(hint) => change({ hint: hint.en === '' && hint.fr === '' ? null : hint })}
      />
      <AnswersEditor question={question} onChange={change} />
      {['text', 'consent', 'information'].includes(question.type) ? null : (
        <CheckGroup
          label={words.outside}
          hint={words.apart}
          values={outsideAnswers.filter((answer) => question[answer])}
          options={outsideAnswers.map((value) => ({ value, label: words.outsideAnswers[value] }))}
          onChange={(chosen) =>
            change({
              doesNotApply: chosen.includes('doesNotApply'),
              dontKnow: chosen.includes('dontKnow'),
              preferNotToSay: chosen.includes('preferNotToSay'),
            })
          }
        />
      )}
      {question.type === 'information' ? null : (
        <CheckField
          label={words.required}
          hint={words.requiredHint}
          checked={question.required}
          onChange={(required) => change({ required })}
        />
      )}
      {question.required || question.type === 'information' ? null : (
        <CheckField
          label={words.softRequired}
          hint={words.softRequiredHint}
          checked={question.softRequired === true}
          onChange={(softRequired) => change({ softRequired: softRequired || undefined })}
        />
      )}
      <ConditionEditor instrument={instrument} question={question} onChange={(showIf) => change({ showIf })} />
      {question.type === 'information' ? null : (
        <SelectField label={words.role} value={question.role} options={roles} onChange={(role) => change({ role })} />
      )}
    </Card>
  );
}

function BankLink({
  question,
  item,
  onRestore,
}: {
  question: Question;
  item: FoundItem | undefined;
  onRestore: (original: Question) => void;
}) {
  const words = useMessages(builderMessages);
  if (!item) return question.item ? null : <Tag>{words.own}</Tag>;
  const same = (['wording', 'scale', 'options'] as const).every((part) =>
    sameValue(question[part], item.question[part]),
  );
  return (
    <>
      <p className="tags">
        {item.core ? <Tag kind="core">{words.core}</Tag> : null}
        <Tag>{words.version(item.version)}</Tag>
      </p>
      {same ? (
        <Message>{words.fromBank}</Message>
      ) : (
        <Message
          kind="caution"
          actions={
            <Button kind="second" icon="undo" onClick={() => onRestore(item.question)}>
              {words.restore}
            </Button>
          }
        >
          {words.changed}
        </Message>
      )}
    </>
  );
}

/** Whether two parts of a question say the same, whatever the order in which the database keeps their names. */
function sameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => sameValue(Reflect.get(one, name), Reflect.get(other, name)))
  );
}
