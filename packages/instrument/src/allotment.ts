import type { Entries } from './entry.ts';
import type { Answers, Instrument, Question, ResponseOption, Section } from './instrument.ts';
import { armCode, isShuffled, orderCode } from './question-parts.ts';

/** What was decided for one person before she answers: by chance her arm and the order of options, and what the way she came by says. */
export interface Allotment {
  readonly arm: string | null;
  /** Codes of all options in the order shown, by question code. */
  readonly orders: Readonly<Record<string, readonly string[]>>;
  /** Answers that her way in gives, such as the office of a poster: stored and routed by, and never shown; left out, none. */
  readonly given?: Answers | undefined;
}

/** Nothing is left to chance: every option in its written order, every arm's questions shown. For previews. */
export const nothingAllotted: Allotment = { arm: null, orders: {} };

/**
 * Draws an arm in proportion to the shares, and a uniformly random order of the options of each shuffled question (Fisher and Yates),
 * in which fixed and exclusive options keep their places. `random` gives numbers in [0, 1); the same numbers give the same allotment.
 */
export function allot(instrument: Instrument, random: () => number): Allotment {
  const arm = instrument.arms ? drawArm(instrument.arms, random()) : null;
  const shuffled = instrument.sections.flatMap((section) => section.questions).filter(isShuffled);
  return {
    arm,
    orders: Object.fromEntries(shuffled.map((question) => [question.code, shuffledCodes(question, random)])),
  };
}

/** What was allotted, as it stands among the answers. */
export function allottedAnswers({ arm, orders, given = {} }: Allotment): Answers {
  return Object.fromEntries([
    ...Object.entries(given),
    ...(arm === null ? [] : [[armCode, { kind: 'codes', codes: [arm] }] as const]),
    ...Object.entries(orders).map(([code, codes]) => [orderCode(code), { kind: 'codes', codes }] as const),
  ]);
}

/** The parts that a person sees: without the questions that her way in has answered. */
export function shownParts(parts: readonly Section[], { given }: Allotment): readonly Section[] {
  if (given === undefined) return parts;
  return parts
    .map((part) => ({ ...part, questions: part.questions.filter(({ code }) => given[code] === undefined) }))
    .filter((part) => part.questions.length > 0);
}

/** The options of a question in the order in which this person sees them. */
export function optionsInOrder(question: Question, { orders }: Allotment): readonly ResponseOption[] {
  const order = orders[question.code];
  if (!order || !isShuffled(question)) return question.options;
  const place = new Map(order.map((code, index) => [code, index]));
  return question.options.toSorted((one, other) => (place.get(one.code) ?? 0) - (place.get(other.code) ?? 0));
}

function drawArm(arms: NonNullable<Instrument['arms']>, at: number): string | null {
  const total = arms.reduce((sum, arm) => sum + arm.share, 0);
  let below = 0;
  for (const arm of arms) {
    below += arm.share;
    if (at * total < below) return arm.code;
  }
  return arms.at(-1)?.code ?? null;
}

function shuffledCodes({ options }: Question, random: () => number): readonly string[] {
  const stays = (option: ResponseOption): boolean =>
    option.fixed ?? (option.exclusive === true || option.specify === true);
  const moving = options.filter((option) => !stays(option)).map((option) => option.code);
  for (let last = moving.length - 1; last > 0; last -= 1) {
    const chosen = Math.min(last, Math.floor(random() * (last + 1)));
    [moving[last], moving[chosen]] = [moving[chosen] ?? '', moving[last] ?? ''];
  }
  let next = 0;
  return options.map((option) => (stays(option) ? option.code : (moving[next++] ?? option.code)));
}

/**
 * What a client that collects elsewhere says was allotted, in its entries: the arm under `answer_arm`, orders under `<code>_order`. Names
 * in `wrong` what cannot be: no arm or an unknown one in a split sample, an order that does not hold every option once. An order that
 * is not said is not stored.
 */
export function statedAllotment(
  instrument: Instrument,
  entries: Entries,
): { readonly allotment: Allotment; readonly wrong: readonly string[] } {
  const [arm, ...more] = entries[armCode] ?? [];
  const arms = instrument.arms?.map((one) => one.code);
  const isArm = arms ? more.length === 0 && arm !== undefined && arms.includes(arm) : entries[armCode] === undefined;
  const stated = instrument.sections
    .flatMap((section) => section.questions)
    .flatMap((question) => {
      const order = isShuffled(question) ? entries[orderCode(question.code)] : undefined;
      return order ? [{ question, order }] : [];
    });
  const isOrder = ({ question, order }: (typeof stated)[number]): boolean =>
    JSON.stringify(order.toSorted()) === JSON.stringify(question.options.map((option) => option.code).toSorted());
  return {
    allotment: {
      arm: arms && isArm ? (arm ?? null) : null,
      orders: Object.fromEntries(stated.filter(isOrder).map(({ question, order }) => [question.code, order])),
    },
    wrong: [
      ...(isArm ? [] : [armCode]),
      ...stated.filter((one) => !isOrder(one)).map(({ question }) => orderCode(question.code)),
    ],
  };
}
