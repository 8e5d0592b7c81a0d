import { testsOf } from './condition.ts';
import type { Answer, Answers, AnswerTest, Instrument } from './instrument.ts';
import { armCode } from './question-parts.ts';
import { isAsked, nextStop, type Route, routeOf } from './routing.ts';
import { answerKinds, lookHolds, triesAll } from './stand-in-answers.ts';

/** One way from a question to what follows it: `null` before the first and after the last. */
export interface Lead {
  readonly from: string | null;
  readonly to: string | null;
  /** Answers to `from` that lead there, none at all included; of numbers and choices of several some that stand for the rest. `any`: every answer does. */
  readonly by: 'any' | readonly Answer[];
}

export interface Reachability {
  /** Codes of questions that nobody can reach, whatever the answers. */
  readonly unreachable: readonly string[];
  /** Which answers lead where: the data of a path explorer, in order of the questions. */
  readonly leads: readonly Lead[];
  /** False where the paths are too many to follow: then no question is called unreachable, and some leads may be missing. */
  readonly complete: boolean;
}

/** Somebody on the way: what later conditions can still see of her answers, and the last question with the answer given. */
export interface Walker {
  readonly answers: Answers;
  readonly asked: ReadonlySet<string>;
  readonly last: string | null;
  /** Which of the kinds of answers to the last question was given; null where no condition tells them apart. */
  readonly kind: number | null;
}

/** Beyond so many steps of walkers the paths are too many: well under a second. */
const mostSteps = 20_000;
const noAnswer: Answer = { kind: 'missing', missing: 'no-answer' };

/**
 * Follows every path through a questionnaire by the same rules as the pages do. Answers that no later condition tells apart are
 * followed as one. Somebody may leave any question empty, also a required one, as on paper: what that alone reaches counts as reached.
 * An instrument that is asked about again is not followed again.
 */
export function reachable(instrument: Instrument): Reachability {
  const known = followed.get(instrument) ?? follow(instrument);
  followed.set(instrument, known);
  return known;
}

const followed = new WeakMap<Instrument, Reachability>();

function follow(instrument: Instrument): Reachability {
  const route = routeOf(instrument);
  const looks = looksOf(route);
  const { stops } = route;
  const layers = Array.from({ length: stops.length + 1 }, () => new Map<string, Walker>());
  const kindsAt = stops.map(({ question }) => {
    const tests = looks.get(question.code)?.map(({ test }) => test);
    return tests ? answerKinds(question, tests) : null;
  });
  const leads = new LeadBook(new Map(stops.map(({ question }, at) => [question.code, kindsAt[at] ?? null])));
  const reached = new Set<string>();
  let complete = stops.every(({ question }) =>
    triesAll(question, looks.get(question.code)?.map(({ test }) => test) ?? []),
  );
  let steps = 0;
  const put = (at: number, walker: Walker): void => {
    steps += 1;
    const kept = forgetful(walker, looks, at);
    const key = keyOf(kept, looks, at);
    if (!layers[at]?.has(key)) layers[at]?.set(key, kept);
  };
  for (const arm of instrument.arms ?? [null])
    put(0, {
      answers: arm ? { [armCode]: { kind: 'codes', codes: [arm.code] } } : {},
      asked: new Set(),
      last: null,
      kind: null,
    });
  for (const [at, stop] of stops.entries())
    for (const walker of layers[at]?.values() ?? []) {
      if (steps > mostSteps) {
        complete = false;
        break;
      }
      if (!isAsked(stop, walker.answers, walker.asked)) {
        put(at + 1, walker);
        continue;
      }
      const { code } = stop.question;
      reached.add(code);
      leads.add(walker, code);
      const kinds = kindsAt[at];
      if (!kinds) put(nextStop(route, at, walker.answers, walker.asked), { ...walker, last: code, kind: null });
      else {
        const asked = new Set([...walker.asked, code]);
        for (const [kind, [answer = noAnswer]] of kinds.entries()) {
          const answers = { ...walker.answers, [code]: answer };
          put(nextStop(route, at, answers, asked), { answers, asked, last: code, kind });
        }
      }
    }
  for (const walker of layers[stops.length]?.values() ?? []) leads.add(walker, null);
  const codes = stops.map(({ question }) => question.code);
  return {
    unreachable: complete ? codes.filter((code) => !reached.has(code)) : [],
    leads: leads.inOrder(codes),
    complete,
  };
}

/** The looks that conditions take at each question, each with the last place of the route at which it is taken. */
export type Looks = ReadonlyMap<string, readonly { readonly test: AnswerTest; readonly until: number }[]>;

export function looksOf({ stops }: Route): Looks {
  const looks = new Map<string, { test: AnswerTest; until: number }[]>();
  for (const [until, { section, question }] of stops.entries())
    for (const condition of [section.showIf, question.showIf, ...(question.skips ?? []).map((skip) => skip.if)])
      for (const test of condition ? testsOf(condition) : [])
        looks.set(test.question, [...(looks.get(test.question) ?? []), { test, until }]);
  return looks;
}

/** The walker without the answers at which nothing from `at` on looks any more. */
export function forgetful(walker: Walker, looks: Looks, at: number): Walker {
  const isSeen = (code: string): boolean =>
    code === armCode || (looks.get(code) ?? []).some(({ until }) => until >= at);
  return {
    ...walker,
    answers: Object.fromEntries(Object.entries(walker.answers).filter(([code]) => isSeen(code))),
    asked: new Set([...walker.asked].filter(isSeen)),
  };
}

/** Two walkers with the same key are asked the same from `at` on. */
export function keyOf({ answers, asked, last, kind }: Walker, looks: Looks, at: number): string {
  const seen = [...asked].sort().map((code) => {
    const tests = (looks.get(code) ?? []).filter(({ until }) => until >= at);
    return [code, tests.map(({ test }) => lookHolds(test, answers[code]))];
  });
  return JSON.stringify([seen, answers[armCode] ?? null, last, kind]);
}

type Kinds = ReadonlyMap<string | null, readonly (readonly Answer[])[] | null>;

/** Collects who went where with which kind of answer. */
class LeadBook {
  private readonly kinds: Kinds;
  private readonly ways = new Map<string | null, Map<string | null, Set<number | null>>>();

  constructor(kinds: Kinds) {
    this.kinds = kinds;
  }

  add({ last, kind }: Walker, to: string | null): void {
    const from = this.ways.get(last) ?? new Map<string | null, Set<number | null>>();
    const given = from.get(to) ?? new Set<number | null>();
    given.add(kind);
    this.ways.set(last, from.set(to, given));
  }

  inOrder(codes: readonly string[]): readonly Lead[] {
    return [null, ...codes].flatMap((from) => {
      const ways = [...(this.ways.get(from) ?? [])];
      return ways.map(([to, given]): Lead => {
        const answers = [...given].flatMap((kind) => (kind === null ? [] : (this.kinds.get(from)?.[kind] ?? [])));
        return { from, to, by: answers.length === 0 || ways.length === 1 ? 'any' : answers };
      });
    });
  }
}
