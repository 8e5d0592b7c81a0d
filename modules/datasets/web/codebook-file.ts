import { type Codebook, readCodebook } from '@common-measure/dataset';
import { ProblemError } from '@common-measure/kernel';

/** A codebook.json as it was chosen, or the first thing that is wrong with it. */
export function readCodebookFile(
  text: string,
): { readonly ok: true; readonly value: Codebook } | { readonly ok: false; readonly error: ProblemError } {
  const read = readCodebook(text);
  if (read.ok) return { ok: true, value: read.value };
  const [first] = read.reasons;
  if (!first) throw new Error('a codebook was refused without a reason');
  return { ok: false, error: new ProblemError(first) };
}
