import type { LocalizedText } from '@common-measure/kernel';
import { compareQuestions, type QuestionChange, type TextChange, textChanges } from './compare-question.ts';
import { questionsOf } from './edit-instrument.ts';
import type { Instrument, Question, Section, Skip } from './instrument.ts';
import { changeWords, gravest, type OverTime, reasons } from './over-time.ts';
import { sameContent } from './same-content.ts';

/** One thing in which two versions of a questionnaire differ, and what it means for comparing them over time. */
export interface InstrumentChange extends QuestionChange {
  /** The question, which is also the name of the variable; null where the questionnaire as a whole changed. */
  readonly question: string | null;
  /** Its number in the version before and after, from 1; null where it is not there. */
  readonly numberBefore: number | null;
  readonly numberAfter: number | null;
  /** In a sentence, without the reason. */
  readonly message: LocalizedText;
}

export interface InstrumentComparison {
  readonly changes: readonly InstrumentChange[];
  /** Every variable of either version with the gravest of its changes, in the order of the version after. */
  readonly variables: readonly { readonly code: string; readonly overTime: OverTime }[];
}

/** What changed from one version to another, in reading order, and whether each variable stays comparable over time. */
export function compareInstruments(before: Instrument, after: Instrument): InstrumentComparison {
  const [was, is] = [placesOf(before), placesOf(after)];
  const moved = movedCodes(questionsOf(before), questionsOf(after));
  const whole = wholeChanges(before, after).map((change) => asChange(change, null, null, null));
  const kept = [...is.values()].flatMap((there) => {
    const { code } = there.question;
    const here = was.get(code);
    const put = (change: QuestionChange) => asChange(change, code, here?.number ?? null, there.number);
    if (!here)
      return [
        put({
          kind: 'added',
          overTime: 'new',
          because: reasons.added,
          texts: textChanges(null, there.question.wording),
        }),
      ];
    return [
      ...(moved.has(code) ? [simply('moved', 'context', reasons.moved)] : []),
      ...compareQuestions(here.question, there.question),
      ...(sameRoute(here, there) ? [] : [simply('routing', 'limited', reasons.routing)]),
      ...(here.section.paging === there.section.paging ? [] : [simply('layout', 'context', reasons.layout)]),
    ].map(put);
  });
  const gone = [...was.values()]
    .filter(({ question }) => !is.has(question.code))
    .map(({ question, number }) =>
      asChange(
        {
          kind: 'removed',
          overTime: 'ended',
          because: reasons.removed,
          texts: textChanges(question.wording, null),
        },
        question.code,
        number,
        null,
      ),
    );
  const changes = [...whole, ...kept, ...gone];
  const forAll = gravest(whole.map(({ overTime }) => overTime));
  const variables = [...is.keys(), ...gone.flatMap(({ question }) => question ?? [])].map((code) => {
    const own = gravest(changes.filter(({ question }) => question === code).map(({ overTime }) => overTime));
    return { code, overTime: gravest([own, forAll]) };
  });
  return { changes, variables };
}

interface Place {
  readonly question: Question;
  readonly section: Section;
  readonly number: number;
  /** The skips that lead past it. */
  readonly passedBy: readonly { readonly from: string; readonly skip: Skip }[];
}

/** The first of a code, where a code stands twice. */
function placesOf(instrument: Instrument): ReadonlyMap<string, Place> {
  const stops = instrument.sections.flatMap((section) => section.questions.map((question) => ({ section, question })));
  const targetOf = ({ to }: Skip): number => {
    if (to === 'end') return stops.length;
    return stops.findIndex(({ section, question }) =>
      'section' in to ? section.code === to.section : question.code === to.question,
    );
  };
  const skips = stops.flatMap(({ question }, at) =>
    (question.skips ?? []).map((skip) => ({ at, from: question.code, skip, target: targetOf(skip) })),
  );
  const places = new Map<string, Place>();
  for (const [at, { section, question }] of stops.entries()) {
    const passing = skips.filter((one) => one.at < at && at < one.target);
    const passedBy = passing.map(({ from, skip }) => ({ from, skip }));
    if (!places.has(question.code)) places.set(question.code, { question, section, number: at + 1, passedBy });
  }
  return places;
}

function sameRoute(one: Place, other: Place): boolean {
  return (
    sameContent(one.section.showIf, other.section.showIf) &&
    sameContent(one.section.arms, other.section.arms) &&
    sameContent(one.passedBy, other.passedBy)
  );
}

function wholeChanges(before: Instrument, after: Instrument): readonly QuestionChange[] {
  const changes: QuestionChange[] = [];
  const differs = (field: keyof Instrument): boolean => !sameContent(before[field], after[field]);
  const texts = (field: 'title' | 'introduction' | 'closing' | 'referencePeriod') =>
    textChanges(before[field], after[field]);
  if (differs('title')) changes.push({ ...simply('title', 'same', reasons.words), texts: texts('title') });
  if (differs('introduction'))
    changes.push({ ...simply('introduction', 'context', reasons.introduction), texts: texts('introduction') });
  if (differs('closing')) changes.push({ ...simply('closing', 'same', reasons.words), texts: texts('closing') });
  if (differs('referencePeriod'))
    changes.push({ ...simply('reference-period', 'broken', reasons.period), texts: texts('referencePeriod') });
  if (differs('languages')) changes.push(simply('languages', 'context', reasons.languages));
  if (!sameContent(before.modes ?? ['web'], after.modes ?? ['web']))
    changes.push(simply('modes', 'limited', reasons.modes));
  if (differs('quotas')) changes.push(simply('quotas', 'context', reasons.quotas));
  if (differs('arms')) changes.push(simply('arms', 'context', reasons.arms));
  if (differs('slots')) {
    const names = new Set([...Object.keys(before.slots ?? {}), ...Object.keys(after.slots ?? {})]);
    const slots: TextChange[] = [...names].flatMap((name) =>
      textChanges(before.slots?.[name], after.slots?.[name], name),
    );
    changes.push({ ...simply('slots', 'limited', reasons.slots), texts: slots });
  }
  if (differs('pageWords')) changes.push(simply('page-words', 'same', reasons.words));
  return changes;
}

function simply(kind: QuestionChange['kind'], overTime: OverTime, because: LocalizedText): QuestionChange {
  return { kind, overTime, because, texts: [] };
}

/** Of the questions that both hold: the fewest that must have moved for the order to come about. */
function movedCodes(before: readonly Question[], after: readonly Question[]): ReadonlySet<string> {
  const at = new Map(before.map((question, index) => [question.code, index]));
  const codes = after.flatMap(({ code }) => (at.has(code) ? [code] : []));
  // The longest run of places that rises, by patience; who is not in it has moved.
  const piles: { readonly code: string; readonly place: number }[] = [];
  const below = new Map<string, string | null>();
  for (const code of codes) {
    const place = at.get(code) ?? 0;
    const found = piles.findIndex((pile) => pile.place >= place);
    const pile = found === -1 ? piles.length : found;
    below.set(code, piles[pile - 1]?.code ?? null);
    piles[pile] = { code, place };
  }
  const moved = new Set(codes);
  for (let code: string | null = piles.at(-1)?.code ?? null; code !== null; code = below.get(code) ?? null)
    moved.delete(code);
  return moved;
}

function asChange(
  change: QuestionChange,
  question: string | null,
  numberBefore: number | null,
  numberAfter: number | null,
): InstrumentChange {
  const { en, fr } = changeWords[change.kind];
  const number = numberAfter ?? numberBefore;
  const was = numberBefore !== null && numberAfter !== null && change.kind === 'moved' ? numberBefore : null;
  const message =
    number === null
      ? { en: `The questionnaire: ${en}.`, fr: `Le questionnaire\u00a0: ${fr}.` }
      : {
          en: `Question ${number} (${question}): ${en}${was === null ? '' : `, was question ${was}`}.`,
          fr: `Question ${number} (${question})\u00a0: ${fr}${was === null ? '' : `; c’était la question ${was}`}.`,
        };
  return { ...change, question, numberBefore, numberAfter, message };
}
