import type { LocalizedText, Problem } from '@common-measure/kernel';

/** What can be wrong with a request. Codes never change their meaning. */
export type RequestProblemCode =
  | 'malformed-request'
  | 'unknown-variable'
  | 'unknown-code'
  | 'variable-closed'
  | 'variable-undecided'
  | 'statistic-unsuitable'
  | 'breakdown-unsuitable'
  | 'name-taken'
  | 'variable-missing'
  | 'recode-unsuitable'
  | 'design-variable-unsuitable';

/** A problem with its place in the request, such as `estimates[3].by[0]`. */
export function requestProblem(
  code: RequestProblemCode,
  place: string,
  title: LocalizedText,
  remedy: LocalizedText,
): Problem {
  return {
    code,
    status: 422,
    title: { en: `${place}: ${title.en}`, fr: `${place}\u00a0: ${title.fr}` },
    remedy,
    details: { place },
  };
}

/** The known name that is nearest to `name` by edits, or null where none is near. */
export function nearestName(name: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
