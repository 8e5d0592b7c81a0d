import type { LocalizedText } from '@common-measure/kernel';
import type { Question, ResponseOption } from './instrument.ts';
import { type InstrumentChangeKind, type OverTime, reasons } from './over-time.ts';
import { sameContent } from './same-content.ts';

/** A text before and after in one language. */
export interface TextChange {
  readonly language: string;
  /** What the text is, where a change holds several: the code of an answer. */
  readonly part: string | null;
  readonly before: string;
  readonly after: string;
}

/** One change of one question and what it means. */
export interface QuestionChange {
  readonly kind: InstrumentChangeKind;
  readonly texts: readonly TextChange[];
  readonly overTime: OverTime;
  readonly because: LocalizedText;
}

const officials = ['en', 'fr'];

/** Everything in which two versions of one question differ, its place and its section aside. */
export function compareQuestions(before: Question, after: Question): readonly QuestionChange[] {
  const changes: QuestionChange[] = [];
  const put = (
    kind: InstrumentChangeKind,
    overTime: OverTime,
    because: LocalizedText,
    texts: readonly TextChange[] = [],
  ) => changes.push({ kind, overTime, because, texts });
  const differs = (...fields: readonly (keyof Question)[]): boolean =>
    fields.some((field) => !sameContent(before[field], after[field]));

  const wording = textChanges(before.wording, after.wording);
  const official = wording.filter(({ language }) => officials.includes(language));
  if (official.length > 0) {
    const isTrifle = official.every((one) => letters(one.before) === letters(one.after));
    put('reworded', isTrifle ? 'same' : 'broken', isTrifle ? reasons.punctuation : reasons.reworded, official);
  }
  const translated = wording.filter(({ language }) => !officials.includes(language));
  if (translated.length > 0) put('translation', 'same', reasons.translation, translated);
  if (differs('type')) put('type', 'broken', reasons.type);
  if (differs('hint')) put('hint', 'context', reasons.hint, textChanges(before.hint, after.hint));
  changes.push(...scaleChanges(before, after), ...optionChanges(before.options, after.options));
  if (differs('doesNotApply', 'dontKnow', 'preferNotToSay')) put('missing-answers', 'limited', reasons.missing);
  if (differs('unit')) put('limits', 'broken', reasons.unit, textChanges(before.unit, after.unit));
  if (differs('min', 'max', 'decimals', 'earliest', 'latest', 'atMost', 'atLeast'))
    put('limits', 'limited', reasons.limits);
  if (differs('showIf', 'arms')) put('routing', 'limited', reasons.routing);
  if (differs('order')) put('order', 'context', reasons.order);
  if (differs('required', 'softRequired')) put('required', 'context', reasons.required);
  if (differs('lines', 'group')) put('layout', 'context', reasons.layout);
  if (differs('role', 'expectation')) put('role', 'same', reasons.role);
  if (differs('item')) put('source', 'same', reasons.source);
  return changes;
}

/** The languages in which a text differs, in the order of their names. */
export function textChanges(
  before: LocalizedText | null | undefined,
  after: LocalizedText | null | undefined,
  part: string | null = null,
): readonly TextChange[] {
  const languages = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...languages]
    .sort()
    .map((language) => ({ language, part, before: before?.[language] ?? '', after: after?.[language] ?? '' }))
    .filter((one) => one.before !== one.after);
}

function scaleChanges({ scale: before }: Question, { scale: after }: Question): readonly QuestionChange[] {
  if (sameContent(before, after)) return [];
  const points = labelChanges(before?.points ?? [], after?.points ?? []);
  const codes = (options: readonly ResponseOption[] = []) => options.map(({ code }) => code).join();
  const isOther =
    points.some(({ language }) => officials.includes(language)) ||
    codes(before?.points) !== codes(after?.points) ||
    before?.higher !== after?.higher;
  if (isOther) return [{ kind: 'scale', overTime: 'broken', because: reasons.scale, texts: points }];
  const prompt = textChanges(before?.prompt, after?.prompt);
  if (prompt.some(({ language }) => officials.includes(language)))
    return [{ kind: 'scale', overTime: 'limited', because: reasons.prompt, texts: prompt }];
  const texts = [...points, ...prompt];
  return texts.length > 0 ? [{ kind: 'translation', overTime: 'same', because: reasons.translation, texts }] : [];
}

function optionChanges(before: readonly ResponseOption[], after: readonly ResponseOption[]): readonly QuestionChange[] {
  if (sameContent(before, after)) return [];
  const changes: QuestionChange[] = [];
  const put = (overTime: OverTime, because: LocalizedText, texts: readonly TextChange[] = []) =>
    changes.push({ kind: 'options', overTime, because, texts });
  const [was, is] = [before, after].map((options) => new Map(options.map((one) => [one.code, one])));
  const gone = before.filter(({ code }) => !is?.has(code));
  const fresh = after.filter(({ code }) => !was?.has(code));
  if (gone.length > 0) put('limited', reasons.optionsRemoved, labelChanges(gone, []));
  if (fresh.length > 0) put('limited', reasons.optionsAdded, labelChanges([], fresh));
  const kept = after.filter(({ code }) => was?.has(code));
  const labels = labelChanges(
    before.filter(({ code }) => is?.has(code)),
    kept,
  );
  const official = labels.filter(({ language }) => officials.includes(language));
  if (official.some((one) => letters(one.before) !== letters(one.after)))
    put('limited', reasons.optionsReworded, official);
  else if (labels.length > 0)
    changes.push({ kind: 'translation', overTime: 'same', because: reasons.translation, texts: labels });
  const behaviour = ({ exclusive = false, specify = false }: ResponseOption) => `${exclusive} ${specify}`;
  if (kept.some((one) => behaviour(one) !== behaviour(was?.get(one.code) ?? one))) put('context', reasons.optionsOther);
  const order = (options: readonly ResponseOption[], other: ReadonlyMap<string, unknown> | undefined) =>
    options.flatMap(({ code }) => (other?.has(code) ? [code] : [])).join();
  const isOrdered = order(before, is) === order(after, was);
  const isFixed = kept.every((one) => (one.fixed ?? false) === (was?.get(one.code)?.fixed ?? false));
  if (!isOrdered || !isFixed) changes.push({ kind: 'order', overTime: 'context', because: reasons.order, texts: [] });
  return changes;
}

function labelChanges(before: readonly ResponseOption[], after: readonly ResponseOption[]): readonly TextChange[] {
  const codes = new Set([...before, ...after].map(({ code }) => code));
  const labelOf = (options: readonly ResponseOption[], wanted: string) =>
    options.find(({ code }) => code === wanted)?.label;
  return [...codes].flatMap((code) => textChanges(labelOf(before, code), labelOf(after, code), code));
}

/** A text as it is heard: without capitals, spaces and punctuation. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
