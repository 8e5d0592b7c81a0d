import { accepted, type Result, refused } from '@common-measure/kernel';
import { answerRefusals as says } from './answer-refusals.ts';
import type { Answer, Question } from './instrument.ts';
import { answerCodes, placesOf } from './question-parts.ts';
import type { Refusal } from './saying.ts';

/**
 * Reads places given to options, "park=1" for the first place, or the codes alone in their order. No place twice, none left out before
 * a later one; an option without a place is not ranked.
 */
export function readRanking(question: Question, given: readonly string[]): Result<Answer, Refusal> {
  const inOrder = given.every((value) => !value.includes('='));
  const pairs = inOrder ? given.map((code, index) => `${code}=${index + 1}`) : given;
  const possible = answerCodes(question);
  const most = placesOf(question);
  const places = new Map<number, string>();
  const placed = new Set<string>();
  for (const pair of pairs) {
    const [, code = '', digits = ''] = /^([a-z0-9_]+)=(\d{1,2})$/.exec(pair) ?? [];
    const place = Number(digits);
    if (!possible.includes(code) || place < 1 || placed.has(code)) return refused(says.unknown);
    if (place > most) return refused(says.places(most));
    if (places.has(place)) return refused(says.tie(place));
    places.set(place, code);
    placed.add(code);
  }
  if (Math.max(0, ...places.keys()) > places.size) return refused(says.gap);
  if (places.size < (question.atLeast ?? 1)) return refused(says.atLeastPlaces(question.atLeast ?? 1));
  return accepted({ kind: 'codes', codes: [...places].sort(([one], [other]) => one - other).map(([, code]) => code) });
}
