import type { Result } from '@common-measure/survey-statistics';

/** What is made of sums that `sumsNeeded` asked for: a refusal of them is a defect of this package, not of the data. */
export function fromOwnSums<T>(made: Result<T, { readonly message: string }>): T {
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return made.value;
}
