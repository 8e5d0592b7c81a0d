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
interface Walker {
  readonly answers: Answers;
  readonly asked: ReadonlySet<string>;
  readonly last: string | null;
  readonly by: readonly Answer[] | null;
}

const mostWalkers = 3000;
const noAnswer: Answer = { kind: 'missing', missing: 'no-answer' };

/**
 * Follows every path through a questionnaire by the same rules as the pages do. Answers that no later condition tells apart are
 * followed as one. Somebody may leave any question empty, also a required one, as on paper: what that alone reaches counts as reached.
 */
export function reachable(instrument: Instrument): Reachability {
  const route = routeOf(instrument);
  const looks = looksOf(route);
  const { stops } = route;
  const layers = Array.from({ length: stops.length + 1 }, () => new Map<string, Walker>());
  const leads = new LeadBook();
  const reached = new Set<string>();
  let complete = true;
  const put = (at: number, walker: Walker): void => {
    const layer = layers[at];
    if (!layer) return;
    const kept = forgetful(walker, looks, at);
    const key = keyOf(kept, looks, at);
    if (layer.has(key)) return;
    if (layer.size >= mostWalkers) complete = false;
    else layer.set(key, kept);
  };
  for (const arm of instrument.arms ?? [null])
    put(0, {
      answers: arm ? { [armCode]: { kind: 'codes', codes: [arm.code] } } : {},
      asked: new Set(),
      last: null,
      by: null,
    });
  for (const [at, stop] of stops.entries())
    for (const walker of layers[at]?.values() ?? []) {
      if (!isAsked(stop, walker.answers, walker.asked)) {
        put(at + 1, walker);
        continue;
      }
      const { code } = stop.question;
      reached.add(code);
      leads.add(walker, code);
      const seen = looks.get(code)?.map(({ test }) => test);
      if (seen && !triesAll(stop.question, seen)) complete = false;
      const kinds = seen ? answerKinds(stop.question, seen) : [[noAnswer]];
      const asked = seen ? new Set([...walker.asked, code]) : walker.asked;
      for (const kind of kinds) {
        const [answer = noAnswer] = kind;
        const answers = seen ? { ...walker.answers, [code]: answer } : walker.answers;
        put(nextStop(route, at, answers, asked), { answers, asked, last: code, by: seen ? kind : null });
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
type Looks = ReadonlyMap<string, readonly { readonly test: AnswerTest; readonly until: number }[]>;

function looksOf({ stops }: Route): Looks {
  const looks = new Map<string, { test: AnswerTest; until: number }[]>();
  for (const [until, { section, question }] of stops.entries())
    for (const condition of [section.showIf, question.showIf, ...(question.skips ?? []).map((skip) => skip.if)])
      for (const test of condition ? testsOf(condition) : [])
        looks.set(test.question, [...(looks.get(test.question) ?? []), { test, until }]);
  return looks;
}

/** The walker without the answers at which nothing from `at` on looks any more. */
function forgetful(walker: Walker, looks: Looks, at: number): Walker {
  const isSeen = (code: string): boolean =>
    code === armCode || (looks.get(code) ?? []).some(({ until }) => until >= at);
  return {
    ...walker,
    answers: Object.fromEntries(Object.entries(walker.answers).filter(([code]) => isSeen(code))),
    asked: new Set([...walker.asked].filter(isSeen)),
  };
}

function keyOf({ answers, asked, last, by }: Walker, looks: Looks, at: number): string {
  const seen = [...asked].sort().map((code) => {
    const tests = (looks.get(code) ?? []).filter(({ until }) => until >= at);
    return [code, tests.map(({ test }) => lookHolds(test, answers[code]))];
  });
  return JSON.stringify([seen, answers[armCode] ?? null, last, by]);
}

/** Collects who went where with which answer. */
class LeadBook {
  private readonly ways = new Map<string | null, Map<string | null, Map<string, readonly Answer[] | null>>>();

  add({ last, by }: Walker, to: string | null): void {
    const from = this.ways.get(last) ?? new Map<string | null, Map<string, readonly Answer[] | null>>();
    const answers = from.get(to) ?? new Map<string, readonly Answer[] | null>();
    answers.set(JSON.stringify(by), by);
    this.ways.set(last, from.set(to, answers));
  }

  inOrder(codes: readonly string[]): readonly Lead[] {
    return [null, ...codes].flatMap((from) =>
      [...(this.ways.get(from) ?? [])].map(([to, answers]): Lead => {
        const known = [...answers.values()].flatMap((kind) => kind ?? []);
        const others = [...(this.ways.get(from)?.keys() ?? [])].filter((other) => other !== to);
        return { from, to, by: known.length === 0 || others.length === 0 ? 'any' : known };
      }),
    );
  }
}
