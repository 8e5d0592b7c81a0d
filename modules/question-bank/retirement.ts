import type { Problem } from '@common-measure/kernel';
import type { EffectiveBank } from './effective-bank.ts';
import { bankProblems } from './problems.ts';

/** Why an item cannot be retired in favour of that successor; null where it can. */
export function retirementFlaw(present: EffectiveBank, code: string, successor: string | null): Problem | null {
  if (present.retired.has(code)) return bankProblems.make('bank-item-retired', { code });
  if (successor === null) return null;
  if (!present.bank.items.some((item) => item.code === successor))
    return bankProblems.make('bank-item-unknown', { code: successor, place: 'successor' });
  const way = [code];
  for (let next: string | null = successor; next !== null; next = present.retired.get(next)?.successor ?? null) {
    way.push(next);
    if (next === code)
      return bankProblems.make('bank-retirement-circular', {
        code,
        successor,
        way: way.join(' → '),
        place: 'successor',
      });
  }
  if (present.retired.has(successor))
    return bankProblems.make('bank-item-retired', { code: successor, place: 'successor' });
  return null;
}
