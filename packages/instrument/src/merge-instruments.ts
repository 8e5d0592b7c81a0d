import type { LocalizedText } from '@common-measure/kernel';
import { freeCode } from './edit-instrument.ts';
import type { Arm, Instrument, Question, Quota, ResponseOption, Section } from './instrument.ts';
import { type InstrumentPlace, instrumentAsPlace } from './instrument-place.ts';
import { recode } from './recode.ts';
import { sameContent } from './same-content.ts';
import {
  decide,
  ifThere,
  type Merge,
  type MergeChoices,
  type MergeConflict,
  type Merging,
  mergeEntries,
  mergeFields,
  mergeOrder,
  type TakenChange,
} from './three-way.ts';

/** Which code becomes which. */
export interface Renaming {
  readonly questions: Readonly<Record<string, string>>;
  readonly sections: Readonly<Record<string, string>>;
}

export interface MergedInstrument {
  readonly instrument: Instrument;
  /** What both changed differently; mine stands until somebody chooses. */
  readonly conflicts: readonly MergeConflict[];
  /** What came from the other side alone. */
  readonly taken: readonly TakenChange[];
  /** Of mine: what the other side had begun under the same code too, and its new code. Both are kept. */
  readonly renamed: Renaming;
}

/**
 * Two drafts that began as the same one, put together place by place: what one side changed stands, what both changed differently is a
 * conflict. A question is the same wherever it stands; one that one side removed and the other changed is a conflict too.
 * `choices` settles conflicts by the key of their place.
 */
export function mergeInstruments(
  base: Instrument,
  mine: Instrument,
  theirs: Instrument,
  choices: MergeChoices = {},
): MergedInstrument {
  const renamed = clashes(base, mine, theirs);
  const own =
    Object.keys(renamed.questions).length + Object.keys(renamed.sections).length > 0
      ? recode(mine, {
          questions: new Map(Object.entries(renamed.questions)),
          sections: new Map(Object.entries(renamed.sections)),
        })
      : mine;
  const merging: Merging = { choices, conflicts: [], taken: [] };
  const instrument = mergeInstrument(merging, instrumentAsPlace, base, own, theirs);
  return { instrument, conflicts: merging.conflicts, taken: merging.taken, renamed };
}

/** What changed from one state to the next, place by place. */
export function changedPlaces(before: Instrument, after: Instrument): readonly TakenChange[] {
  const merging: Merging = { choices: {}, conflicts: [], taken: [] };
  mergeInstrument(merging, instrumentAsPlace, before, before, after);
  return merging.taken;
}

const text: Merge<LocalizedText> = mergeFields<LocalizedText>({}, (place, language) => ({ ...place, language }));
const optionalText = ifThere<LocalizedText | null | undefined>(text);
const byName =
  <V>(way: Merge<V>): Merge<Readonly<Record<string, V>>> =>
  (merging, place, base, mine, theirs) =>
    mergeFields<Readonly<Record<string, V>>>(
      Object.fromEntries([...Object.keys(mine), ...Object.keys(theirs)].map((name) => [name, way])),
      (here, part) => ({ ...here, part: here.part === null ? part : `${here.part} ${part}` }),
    )(merging, place, base, mine, theirs);
const keepPlace = (place: InstrumentPlace): InstrumentPlace => place;

const languages: Merge<readonly string[]> = (merging, place, base, mine, theirs) => {
  const kept = new Set(
    [...new Set([...mine, ...theirs])].filter(
      (one) => !base.includes(one) || (mine.includes(one) && theirs.includes(one)),
    ),
  );
  for (const one of theirs)
    if (!base.includes(one) && !mine.includes(one))
      merging.taken.push({ place: { ...place, part: one }, kind: 'added' });
  for (const one of base)
    if (mine.includes(one) && !theirs.includes(one))
      merging.taken.push({ place: { ...place, part: one }, kind: 'removed' });
  return mergeOrder(merging, { ...place, field: `${place.field}-order` }, base, mine, theirs, kept);
};

const mergeOption = mergeFields<ResponseOption>({ label: text }, keepPlace);
const mergeQuestion = mergeFields<Question>({
  wording: text,
  hint: optionalText as Merge<LocalizedText | null>,
  unit: optionalText as Merge<LocalizedText | null>,
  options: mergeEntries(mergeOption),
});
const mergeHead = mergeFields<Section>({ title: text, questions: (_merging, _place, base) => base });
const mergeQuotas = mergeEntries<Quota>(mergeFields<Quota>({ label: text }, keepPlace));
const mergeArms = mergeEntries<Arm>(mergeFields<Arm>({ label: text }, keepPlace));

const mergeInstrument = mergeFields<Instrument>({
  title: text,
  introduction: text,
  closing: text,
  languages,
  sections: mergeSections,
  referencePeriod: optionalText as Merge<LocalizedText | undefined>,
  slots: ifThere<Instrument['slots']>(byName(ifThere(text))),
  pageWords: ifThere<Instrument['pageWords']>(byName(ifThere(byName<string>(decide)))),
  quotas: ifThere<Instrument['quotas']>(mergeQuotas),
  arms: ifThere<Instrument['arms']>(mergeArms),
});

interface Placed {
  readonly question: Question;
  readonly home: string;
}

function mergeSections(
  merging: Merging,
  place: InstrumentPlace,
  base: readonly Section[],
  mine: readonly Section[],
  theirs: readonly Section[],
): readonly Section[] {
  if (mine === theirs || base === theirs) return mine;
  if ([base, mine, theirs].some(hasTwins)) return decide(merging, place, base, mine, theirs);
  const placed = mergePlaced(merging, placedIn(base), placedIn(mine), placedIn(theirs));
  const [b, m, t] = [headsOf(base), headsOf(mine), headsOf(theirs)];
  const heads = new Map<string, Section>();
  const wanted = new Set([...placed.values()].map(({ home }) => home));
  for (const code of new Set([...m.keys(), ...t.keys()])) {
    const [before, own, other] = [b.get(code), m.get(code), t.get(code)];
    const here = { ...instrumentAsPlace, section: code };
    const head =
      before && own && other ? mergeHead(merging, here, before, own, other) : decide(merging, here, before, own, other);
    // A section that one side removed stays for what the other put into it.
    if (head !== undefined) heads.set(code, head);
    else if (wanted.has(code)) heads.set(code, own ?? other ?? { code, title: { en: '', fr: '' }, questions: [] });
  }
  const orderOfParts = { ...instrumentAsPlace, field: 'order' };
  const order = mergeOrder(merging, orderOfParts, [...b.keys()], [...m.keys()], [...t.keys()], heads);
  return order.flatMap((code) => {
    const head = heads.get(code);
    if (!head) return [];
    const members = new Map([...placed].filter(([, { home }]) => home === code));
    const codesIn = (sections: readonly Section[]) =>
      (sections.find((section) => section.code === code)?.questions ?? []).map((question) => question.code);
    const inOrder = mergeOrder(
      merging,
      { ...orderOfParts, section: code },
      codesIn(base),
      codesIn(mine),
      codesIn(theirs),
      members,
    );
    return [{ ...head, questions: inOrder.flatMap((one) => members.get(one)?.question ?? []) }];
  });
}

function mergePlaced(
  merging: Merging,
  base: ReadonlyMap<string, Placed>,
  mine: ReadonlyMap<string, Placed>,
  theirs: ReadonlyMap<string, Placed>,
): ReadonlyMap<string, Placed> {
  const kept = new Map<string, Placed>();
  for (const code of new Set([...mine.keys(), ...theirs.keys()])) {
    const [b, m, t] = [base.get(code), mine.get(code), theirs.get(code)];
    const place = { ...instrumentAsPlace, question: code };
    const question =
      b && m && t
        ? mergeQuestion(merging, place, b.question, m.question, t.question)
        : decide(merging, place, b?.question, m?.question, t?.question);
    if (question === undefined) continue;
    const home = m && t ? decide(merging, { ...place, field: 'home' }, b?.home, m.home, t.home) : (m ?? t)?.home;
    if (home !== undefined) kept.set(code, { question, home });
  }
  return kept;
}

/** What both sides began under one code, and neither from the other: mine takes another. */
function clashes(base: Instrument, mine: Instrument, theirs: Instrument): Renaming {
  const rename = (
    known: ReadonlyMap<string, unknown>,
    own: ReadonlyMap<string, unknown>,
    other: ReadonlyMap<string, unknown>,
  ): Readonly<Record<string, string>> => {
    const taken = [...own.keys(), ...other.keys()];
    const renamed: Record<string, string> = {};
    for (const [code, value] of own) {
      if (known.has(code) || !other.has(code) || sameContent(value, other.get(code))) continue;
      const free = freeCode(taken, code.replace(/_\d+$/, ''));
      taken.push(free);
      renamed[code] = free;
    }
    return renamed;
  };
  if ([base, mine, theirs].some(({ sections }) => hasTwins(sections))) return { questions: {}, sections: {} };
  const questions = ({ sections }: Instrument) =>
    new Map([...placedIn(sections)].map(([code, { question }]) => [code, question]));
  return {
    questions: rename(questions(base), questions(mine), questions(theirs)),
    sections: rename(headsOf(base.sections), headsOf(mine.sections), headsOf(theirs.sections)),
  };
}

function placedIn(sections: readonly Section[]): ReadonlyMap<string, Placed> {
  return new Map(
    sections.flatMap((section) =>
      section.questions.map((question): [string, Placed] => [question.code, { question, home: section.code }]),
    ),
  );
}

function headsOf(sections: readonly Section[]): ReadonlyMap<string, Section> {
  return new Map(sections.map((section) => [section.code, { ...section, questions: [] }]));
}

function hasTwins(sections: readonly Section[]): boolean {
  const codes = sections.flatMap((section) => section.questions.map((question) => question.code));
  return new Set(codes).size < codes.length || new Set(sections.map(({ code }) => code)).size < sections.length;
}
