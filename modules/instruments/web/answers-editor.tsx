import type { Question } from '@common-measure/instrument';
import { Actions, Button, Disclosure, useMessages } from '@common-measure/platform/web-kit';
import { builderMessages } from './builder-words.ts';
import { useListFocus } from './list-focus.ts';
import { LockedAnswers } from './locked-answers.tsx';
import { PasteList } from './paste-list.tsx';
import { ChoiceSettings, MatrixField, OptionSettings, TypedSettings } from './question-settings.tsx';
import { ScaleEditor } from './scale-editor.tsx';
import { setMessages } from './set-words.ts';
import { TextPair } from './text-pair.tsx';

/** The answers of a question: the points of its scale to read, or its own options to write. */
export function AnswersEditor({
  question,
  onChange,
}: {
  question: Question;
  onChange: (part: Partial<Question>) => void;
}) {
  const words = useMessages(builderMessages);
  const sets = useMessages(setMessages);
  if (question.type === 'rating')
    return (
      <>
        {question.item === null && question.scale ? (
          <ScaleEditor question={question} scale={question.scale} onChange={(scale) => onChange({ scale })} />
        ) : null}
        {question.scale?.id === question.code ? null : <ScalePoints question={question} />}
        <Disclosure summary={sets.ownGrid}>
          <MatrixField question={question} onChange={onChange} />
        </Disclosure>
      </>
    );
  switch (question.type) {
    case 'number':
    case 'date':
    case 'text':
      return <TypedSettings question={question} onChange={onChange} />;
    case 'information':
      return null;
    case 'consent': {
      const [option] = question.options;
      return option ? (
        <TextPair
          id="consent"
          label={words.consentText}
          rows={1}
          value={option.label}
          onChange={(label) => onChange({ options: [{ ...option, label }] })}
        />
      ) : null;
    }
    default:
      return (
        <LockedAnswers question={question}>
          <OptionsEditor question={question} onChange={onChange} />
        </LockedAnswers>
      );
  }
}

/** The options of a choice or a ranking, each with what is particular to it, and the settings of them all. */
function OptionsEditor({ question, onChange }: { question: Question; onChange: (part: Partial<Question>) => void }) {
  const words = useMessages(builderMessages);
  const { options } = question;
  const freeLetter = 'abcdefghijklmnopqrstuvwxyz'
    .split('')
    .find((letter) => options.every((option) => option.code !== letter));
  const holder = useListFocus<HTMLFieldSetElement>(options.length, '.option-entry');
  return (
    <fieldset className="stack" ref={holder}>
      <legend>{words.options}</legend>
      {options.map((option, place) => (
        <div key={option.code} className="option-entry">
          <TextPair
            id={`option-${option.code}`}
            label={words.answer(place + 1)}
            rows={1}
            value={option.label}
            onChange={(label) =>
              onChange({ options: options.map((one) => (one.code === option.code ? { ...one, label } : one)) })
            }
          />
          <div className="option-acts">
            <OptionSettings
              question={question}
              option={option}
              onChange={(part) =>
                onChange({ options: options.map((one) => (one.code === option.code ? { ...one, ...part } : one)) })
              }
            />
            <Button
              kind="plain"
              label={words.removeOption(place + 1)}
              onClick={() => onChange({ options: options.filter((one) => one.code !== option.code) })}
            >
              {words.removeShort}
            </Button>
          </div>
        </div>
      ))}
      <Actions>
        <Button
          kind="second"
          icon="plus"
          onClick={() =>
            onChange({
              options: [...options, { code: freeLetter ?? `option_${options.length + 1}`, label: { en: '', fr: '' } }],
            })
          }
        >
          {words.addOption}
        </Button>
      </Actions>
      <PasteList options={options} onChange={(next) => onChange({ options: next })} />
      <ChoiceSettings question={question} onChange={onChange} />
    </fieldset>
  );
}

function ScalePoints({ question }: { question: Question }) {
  const words = useMessages(builderMessages);
  const points = question.scale?.points ?? [];
  return (
    <Disclosure summary={words.scale(points.length)}>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.options}</th>
              <th scope="col">{words.english}</th>
              <th scope="col">{words.french}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.code}>
                <th scope="row">{point.code}</th>
                <td lang="en" className="breakable">
                  {point.label.en}
                </td>
                <td lang="fr" className="breakable">
                  {point.label.fr}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  );
}
