import type { Instrument, Question } from '@common-measure/instrument';
import { useBankItems } from '@common-measure/modules/question-bank/web';
import {
  Actions,
  Button,
  Card,
  CheckField,
  CheckGroup,
  SelectField,
  useMessages,
} from '@common-measure/platform/web-kit';
import { AnswersEditor } from './answers-editor.tsx';
import { BankWording } from './bank-wording.tsx';
import { builderMessages } from './builder-words.ts';
import { FurtherLanguages } from './further-languages.tsx';
import { PipeInsert } from './pipe-insert.tsx';
import { QuestionAdvice } from './question-advice.tsx';
import { useLabels } from './question-labels.ts';
import { type PlaceActs, QuestionPlace } from './question-place.tsx';
import { QuestionRouting } from './question-routing.tsx';
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
  onEdit,
  onSelect,
}: {
  instrument: Instrument;
  question: Question;
  number: number;
  of: number;
  onChange: (question: Question) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
} & PlaceActs) {
  const words = useMessages(builderMessages);
  const labelOf = useLabels(instrument);
  const change = (part: Partial<Question>) => onChange({ ...question, ...part });
  const item = useBankItems({ q: '' }).data?.find((one) => one.code === (question.item ?? question.changedFrom)?.code);
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
      <BankWording instrument={instrument} question={question} item={item} onChange={change}>
        <TextPair
          id="wording"
          label={words.question}
          rows={3}
          value={question.wording}
          onChange={(wording) => change({ wording })}
        />
      </BankWording>
      <FurtherLanguages instrument={instrument} question={question.code} />
      <TextPair
        id="hint"
        label={words.hint}
        rows={1}
        value={question.hint ?? { en: '', fr: '' }}
        onChange={(hint) => change({ hint: hint.en === '' && hint.fr === '' ? null : hint })}
      />
      <QuestionAdvice instrument={instrument} question={question} />
      <PipeInsert
        instrument={instrument}
        code={question.code}
        fields={[
          ...(question.item
            ? []
            : [
                {
                  id: 'wording',
                  label: words.question,
                  value: question.wording,
                  onChange: (wording: Question['wording']) => change({ wording }),
                },
              ]),
          {
            id: 'hint',
            label: words.hint,
            value: question.hint ?? { en: '', fr: '' },
            onChange: (hint) => change({ hint }),
          },
        ]}
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
      <QuestionRouting instrument={instrument} question={question} onChange={change} />
      {question.type === 'information' ? null : (
        <SelectField label={words.role} value={question.role} options={roles} onChange={(role) => change({ role })} />
      )}
      <QuestionPlace instrument={instrument} question={question} onEdit={onEdit} onSelect={onSelect} />
    </Card>
  );
}
