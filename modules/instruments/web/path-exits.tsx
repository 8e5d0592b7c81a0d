import {
  type Answer,
  answerInWords,
  entriesOf,
  type Instrument,
  type Lead,
  questionsOf,
  respondentWords,
  whoReaches,
  withoutPipes,
} from '@common-measure/instrument';
import { Link, useLanguage, useMessages, usePath, useText } from '@common-measure/platform/web-kit';
import { asRead } from './as-read.ts';
import { pathMessages } from './path-words.ts';
import { routingMessages } from './routing-words.ts';
import { searchFor } from './selection.ts';

const mostAnswers = 6;

/** Per question: who is asked it, and which answers lead where. */
export function PathExits({
  instrument,
  leads,
  unreachable,
}: {
  instrument: Instrument;
  leads: readonly Lead[];
  unreachable: readonly string[];
}) {
  const words = useMessages(pathMessages);
  const path = usePath();
  const { name, reasons, answers } = usePathWords(instrument);
  const from = Map.groupBy(leads, (lead) => lead.from);
  const exitsOf = (code: string | null) =>
    (from.get(code) ?? []).toSorted((one, other) => answersFirst(one) - answersFirst(other));
  const codes = questionsOf(instrument).map((question) => question.code);
  const isPlain = (code: string | null, next: string | null): boolean =>
    code !== null &&
    reasons(code).length === 0 &&
    !unreachable.includes(code) &&
    exitsOf(code).every((lead) => lead.to === next);
  const runs: (string | null)[][] = [];
  for (const [index, code] of [null, ...codes].entries()) {
    const run = runs.at(-1);
    const before = run?.at(-1) ?? null;
    if (run && isPlain(before, code) && isPlain(code, codes[index] ?? null)) run.push(code);
    else runs.push([code]);
  }
  return (
    <ol className="exits">
      {runs.map((run) =>
        run.length > 1 ? (
          <li key={run.join()}>
            <p>{words.inARow(name(run[0] ?? ''), name(run.at(-1) ?? ''))}</p>
          </li>
        ) : (
          run.map((code) => (
            <li key={code ?? ''}>
              {code === null ? (
                <h3 className="small">{words.begin}</h3>
              ) : (
                <h3 className="small">
                  <Link to={path} search={searchFor({ kind: 'question', code })}>
                    {name(code)}
                  </Link>
                </h3>
              )}
              {code === null || reasons(code).length === 0 ? null : (
                <ul className="sentences">
                  {reasons(code).map((reason) => (
                    <li key={reason}>{reason}.</li>
                  ))}
                </ul>
              )}
              {code !== null && unreachable.includes(code) ? null : (
                <ul>
                  {exitsOf(code).map((lead) => (
                    <li key={lead.to ?? ''}>
                      {words.leadsTo(
                        code !== null && lead.by !== 'any'
                          ? answers(code, lead.by)
                          : exitsOf(code).length > 1
                            ? words.byEarlier
                            : words.everyAnswer,
                        lead.to === null ? words.end : name(lead.to),
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))
        ),
      )}
    </ol>
  );
}

const answersFirst = (lead: Lead): number => (lead.by === 'any' ? 0 : -lead.by.length);

/** Questions, what decides about them, and answers, as the path explorer says them. */
export function usePathWords(written: Instrument) {
  const instrument = asRead(written);
  const words = useMessages(pathMessages);
  const routing = useMessages(routingMessages);
  const language = useLanguage();
  const read = useText();
  const questions = new Map(questionsOf(instrument).map((question, index) => [question.code, { question, index }]));
  const name = (code: string): string => {
    const found = questions.get(code);
    return found
      ? `${found.index + 1}. ${read(withoutPipes(found.question.wording)) || routing.untitled}`
      : routing.gone(code);
  };
  const told = new Map<string, readonly string[]>();
  const reasonsOf = (code: string): readonly string[] =>
    whoReaches(instrument, code, language).map(({ text, by }) =>
      by === null ? text : words.passedOver(text, name(by)),
    );
  const reasons = (code: string): readonly string[] => {
    const found = told.get(code) ?? reasonsOf(code);
    told.set(code, found);
    return found;
  };
  const answers = (code: string, given: readonly Answer[]): string => {
    const question = questions.get(code)?.question;
    if (!question) return '';
    const said = given.map((answer) =>
      answer.kind === 'missing'
        ? words.noAnswer
        : answerInWords(question, entriesOf([question], { [code]: answer }), respondentWords[language]),
    );
    // Numbers stand for those around them: whole ones read best, and fractions only where there is nothing else.
    const isWhole = (answer: Answer) => answer.kind !== 'number' || Number.isInteger(answer.value);
    const all = [...new Set(said)];
    const whole = [...new Set(said.filter((_, index) => isWhole(given[index] ?? { kind: 'number', value: 0.5 })))];
    const shown = given.some((answer) => answer.kind === 'number' && isWhole(answer)) ? whole : all;
    const more = shown.length - mostAnswers;
    const example = question.type === 'number' && shown.length > 0 ? words.suchAs : '';
    return example + (more > 0 ? `${shown.slice(0, mostAnswers).join(', ')} ${words.andMore(more)}` : shown.join(', '));
  };
  return { name, reasons, answers };
}
