import {
  answerCodePattern,
  codePattern,
  duplicateQuestion,
  type Instrument,
  moveQuestionTo,
  type Question,
  renameOptionCode,
  renameQuestionCode,
  sectionOf,
} from '@common-measure/instrument';
import {
  Actions,
  Button,
  Disclosure,
  SelectField,
  TextField,
  useDone,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { CodeField } from './groups-editor.tsx';
import { useLabels } from './question-labels.ts';
import { routingMessages } from './routing-words.ts';

export interface PlaceActs {
  readonly onEdit: (change: (present: Instrument) => Instrument) => void;
  readonly onSelect: (code: string) => void;
}

/** Another place for a question in a long questionnaire, a copy of it, another code. */
export function QuestionPlace({
  instrument,
  question,
  onEdit,
  onSelect,
}: { instrument: Instrument; question: Question } & PlaceActs) {
  const words = useMessages(routingMessages);
  const labelOf = useLabels(instrument);
  const done = useDone();
  const read = useText();
  const label = labelOf(question) || words.untitled;
  const duplicate = () => {
    const copied = duplicateQuestion(instrument, question.code);
    if (!copied) return;
    done({ text: words.duplicated(label) });
    onEdit((present) => duplicateQuestion(present, question.code)?.instrument ?? present);
    onSelect(copied.code);
  };
  return (
    <Disclosure summary={words.place}>
      <div className="stack">
        <MoveForm
          instrument={instrument}
          question={question}
          labelOf={labelOf}
          onMove={(section, at) => {
            done({ text: words.moved(label) });
            onEdit((present) => moveQuestionTo(present, question.code, section, at));
          }}
        />
        <Actions className="tight">
          <Button kind="second" icon="copy" onClick={duplicate}>
            {words.duplicate}
          </Button>
        </Actions>
        <RenameForm
          instrument={instrument}
          question={question}
          onRename={(code) => {
            done({ text: words.renamed(code) });
            onEdit((present) => renameQuestionCode(present, question.code, code));
            onSelect(code);
          }}
        />
        {question.options.length > 0 ? (
          <fieldset className="stack">
            <legend>{words.optionCodes}</legend>
            {question.options.map((option, at) => (
              <CodeField
                // biome-ignore lint/suspicious/noArrayIndexKey: an answer keeps its place while its code is written
                key={at}
                label={words.optionCode(read(option.label) || String(at + 1))}
                pattern={answerCodePattern}
                code={option.code}
                isFree={(code) => question.options.every((one) => one === option || one.code !== code)}
                onChange={(code) => onEdit((present) => renameOptionCode(present, question.code, option.code, code))}
              />
            ))}
          </fieldset>
        ) : null}
      </div>
    </Disclosure>
  );
}

function MoveForm({
  instrument,
  question,
  labelOf,
  onMove,
}: {
  instrument: Instrument;
  question: Question;
  labelOf: (question: Question) => string;
  onMove: (section: string, at: number) => void;
}) {
  const words = useMessages(routingMessages);
  const read = useText();
  const home = sectionOf(instrument, question.code)?.code ?? '';
  const [section, setSection] = useState(home);
  const others = (instrument.sections.find((one) => one.code === section)?.questions ?? []).filter(
    (one) => one.code !== question.code,
  );
  const before = instrument.sections.find((one) => one.code === home)?.questions ?? [];
  const [place, setPlace] = useState(before[before.findIndex((one) => one.code === question.code) - 1]?.code ?? '');
  const at = others.findIndex((one) => one.code === place) + 1;
  return (
    <fieldset className="stack">
      <legend>{words.moveTo}</legend>
      <div className="pair">
        <SelectField
          label={words.part}
          value={section}
          options={instrument.sections.map((one) => ({ value: one.code, label: read(one.title) || one.code }))}
          onChange={(code) => {
            setSection(code);
            setPlace(instrument.sections.find((one) => one.code === code)?.questions.at(-1)?.code ?? '');
          }}
        />
        <SelectField
          label={words.before}
          value={at > 0 ? place : ''}
          options={[
            { value: '', label: words.atStart },
            ...others.map((one) => ({ value: one.code, label: words.behind(labelOf(one) || words.untitled) })),
          ]}
          onChange={setPlace}
        />
      </div>
      <Actions className="tight">
        <Button kind="second" icon="arrow" onClick={() => onMove(section, at)}>
          {words.move}
        </Button>
      </Actions>
    </fieldset>
  );
}

function RenameForm({
  instrument,
  question,
  onRename,
}: {
  instrument: Instrument;
  question: Question;
  onRename: (code: string) => void;
}) {
  const words = useMessages(routingMessages);
  const [typed, setTyped] = useState(question.code);
  const [isRefused, setRefused] = useState(false);
  const rename = () => {
    const isFree = codePattern.test(typed) && renameQuestionCode(instrument, question.code, typed) !== instrument;
    setRefused(!isFree && typed !== question.code);
    if (isFree) onRename(typed);
  };
  return (
    <>
      <TextField
        label={words.code}
        value={typed}
        error={isRefused ? words.codeTaken : undefined}
        onChange={(next) => {
          setRefused(false);
          setTyped(next);
        }}
      />
      <Actions className="tight">
        <Button kind="second" onClick={rename}>
          {words.rename}
        </Button>
      </Actions>
    </>
  );
}
