import { outsideOf } from './entry.ts';
import type { Question, ResponseScale } from './instrument.ts';

/**
 * Neighbouring questions as they are shown: statements on one five-point scale with a common prompt stand together, others alone.
 * Where one of two neighbours names a group, the group decides: the same puts scales of up to seven points together, another keeps apart.
 */
export function questionGroups(questions: readonly Question[]): readonly (readonly Question[])[] {
  const groups: Question[][] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    if (last?.[0] && sharesMatrix(last[0], question)) last.push(question);
    else groups.push([question]);
  }
  return groups;
}

/** Whether two neighbours would stand in one matrix. */
export function sharesMatrix(one: Question, other: Question): boolean {
  if (one.type !== 'rating' || other.type !== 'rating' || !one.scale || !other.scale) return false;
  if (one.hint !== null || other.hint !== null || outsideOf(one).join() !== outsideOf(other).join()) return false;
  if (one.group !== undefined || other.group !== undefined)
    return one.group === other.group && one.scale.points.length <= 7 && samePoints(one.scale, other.scale);
  return (
    one.scale.points.length === 5 &&
    one.scale.prompt !== null &&
    one.scale.id === other.scale.id &&
    one.scale.version === other.scale.version
  );
}

/** Whether two scales offer the same answers in the same words, whatever they are called. */
function samePoints(one: ResponseScale, other: ResponseScale): boolean {
  const words = ({ points }: ResponseScale): string =>
    JSON.stringify(points.map(({ code, label }) => [code, label.en, label.fr]));
  return words(one) === words(other);
}
