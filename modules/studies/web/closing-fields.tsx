import { useInstrument } from '@common-measure/modules/instruments/web';
import { ButtonLink, CheckField, Message, SelectField, TextField, useMessages } from '@common-measure/platform/web-kit';
import type { Survey, SurveyChange } from '../contract.ts';
import { closingMessages } from './closing-words.ts';
import { surveyMessages } from './survey-words.ts';
import { isPastDay, useZoneName } from './time-zone-field.tsx';

/** How long people who have begun may finish, in minutes, as choices of a list. */
export const finishChoices = ['0', '60', '1440', '4320'] as const;
export type FinishChoice = (typeof finishChoices)[number];

/** What is entered of opening and closing; `closesAfter` null where the number of answers does not close it. */
export interface ClosingEntry {
  readonly opensOn: string;
  readonly closesOn: string;
  readonly closesAfter: string | null;
  readonly closesWhenFull: boolean;
  readonly finish: FinishChoice;
}

export function closingEntryOf(survey: Survey): ClosingEntry {
  return {
    opensOn: survey.opensOn ?? '',
    closesOn: survey.closesOn ?? '',
    closesAfter: survey.closesAfter === null ? null : String(survey.closesAfter),
    closesWhenFull: survey.closesWhenFull,
    finish: finishChoices.findLast((minutes) => Number(minutes) <= survey.finishMinutes) ?? '0',
  };
}

/** What was changed of it, as the platform takes it. */
export function closingChangeOf(entry: ClosingEntry, survey: Survey): SurveyChange {
  const before = closingEntryOf(survey);
  return {
    ...(entry.opensOn === before.opensOn ? {} : { opensOn: entry.opensOn || null }),
    ...(entry.closesOn === before.closesOn ? {} : { closesOn: entry.closesOn || null }),
    ...(entry.closesAfter === before.closesAfter ? {} : { closesAfter: answersIn(entry.closesAfter) }),
    ...(entry.closesWhenFull === before.closesWhenFull ? {} : { closesWhenFull: entry.closesWhenFull }),
    ...(entry.finish === before.finish ? {} : { finishMinutes: Number(entry.finish) }),
  };
}

/** What must be corrected in it, by field. */
export function useClosingErrors(
  entry: ClosingEntry,
  survey: Survey,
  timeZone: string,
): readonly { readonly id: string; readonly text: string }[] {
  const words = useMessages(closingMessages);
  const { pastDay } = useMessages(surveyMessages);
  // A last day that is over stays as it is; only another one is looked at.
  const isPast = entry.closesOn !== (survey.closesOn ?? '') && isPastDay(entry.closesOn, timeZone);
  const isTurned = entry.opensOn !== '' && entry.closesOn !== '' && entry.closesOn < entry.opensOn;
  const answers = answersIn(entry.closesAfter);
  const isNumber = answers === null || (Number.isInteger(answers) && answers >= 1 && answers <= 10_000_000);
  return [
    ...(isTurned ? [{ id: 'opens-on', text: words.opensAfter }] : []),
    ...(isPast ? [{ id: 'closes-on', text: pastDay }] : []),
    ...(isNumber ? [] : [{ id: 'closes-after', text: words.wrongAnswers }]),
  ];
}

function answersIn(typed: string | null): number | null {
  if (typed === null) return null;
  const plain = typed.replaceAll(/[\s,\u00a0]/g, '');
  return plain === '' ? Number.NaN : Number(plain);
}

/** First day, last day, and by what a survey closes by itself. */
export function ClosingFields({
  survey,
  entry,
  timeZone,
  errorOf,
  onChange,
}: {
  survey: Survey;
  entry: ClosingEntry;
  timeZone: string;
  errorOf: (id: string) => string | undefined;
  onChange: (entry: ClosingEntry) => void;
}) {
  const words = useMessages(closingMessages);
  const { closesOn, closesHint } = useMessages(surveyMessages);
  const zone = useZoneName(timeZone);
  const quotas = useInstrument(survey.instrumentId).data?.instrument.quotas ?? [];
  const change = (part: Partial<ClosingEntry>) => onChange({ ...entry, ...part });
  const closesByItself = entry.closesOn !== '' || entry.closesAfter !== null || entry.closesWhenFull;
  if (survey.state === 'finished' || survey.finishUntil !== null)
    return (
      <Message
        actions={
          <ButtonLink kind="second" to={`/surveys/${survey.id}/answers`}>
            {words.toAnswers}
          </ButtonLink>
        }
      >
        {words.over}
      </Message>
    );
  return (
    <div className="stack">
      <h2>{words.title}</h2>
      <p className="muted">{words.zone(zone)}</p>
      <div className="pair">
        <TextField
          id="opens-on"
          type="date"
          label={words.opensOn}
          hint={words.opensHint}
          error={errorOf('opens-on')}
          value={entry.opensOn}
          onChange={(opensOn) => change({ opensOn })}
        />
        <TextField
          id="closes-on"
          type="date"
          label={closesOn}
          hint={closesHint}
          error={errorOf('closes-on')}
          value={entry.closesOn}
          onChange={(day) => change({ closesOn: day })}
        />
      </div>
      <fieldset className="field">
        <legend>{words.byItself}</legend>
        <div className="checks">
          <CheckField
            label={words.afterAnswers}
            checked={entry.closesAfter !== null}
            onChange={(does) => change({ closesAfter: does ? '' : null })}
          />
          {quotas.length > 0 || entry.closesWhenFull ? (
            <CheckField
              label={words.whenFull}
              hint={words.whenFullHint}
              checked={entry.closesWhenFull}
              onChange={(closesWhenFull) => change({ closesWhenFull })}
            />
          ) : null}
        </div>
      </fieldset>
      {entry.closesAfter === null ? null : (
        <TextField
          id="closes-after"
          inputMode="numeric"
          label={words.answers}
          hint={words.answersHint}
          error={errorOf('closes-after')}
          value={entry.closesAfter}
          onChange={(closesAfter) => change({ closesAfter })}
        />
      )}
      {closesByItself ? (
        <>
          <SelectField
            id="finish-minutes"
            label={words.finish}
            hint={entry.finish === '0' && entry.closesAfter !== null ? words.finishExact : words.finishHint}
            value={entry.finish}
            options={finishChoices.map((value) => ({ value, label: words.finishing[value] }))}
            onChange={(finish) => change({ finish })}
          />
          <p className="small muted">{words.whicheverFirst}</p>
        </>
      ) : null}
    </div>
  );
}
