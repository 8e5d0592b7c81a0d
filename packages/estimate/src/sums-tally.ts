import { missingKinds } from '@common-measure/dataset';
import type { AnalysisVariable } from './analysis-variable.ts';
import type { ComputedGroup, Tally } from './computed.ts';
import type { Domain } from './estimate.ts';
import type { AnswerCount } from './sums-source.ts';

/** Who answered in a group, who did not and why; `group` null for everyone. */
export function tallyOf(
  variable: AnalysisVariable,
  counts: readonly AnswerCount[],
  group: string | null,
  domain: Domain,
): Pick<ComputedGroup, 'tally' | 'categoryCounts'> {
  const inGroup = group === null ? counts : counts.filter((one) => one.group === group);
  const answered = inGroup.filter((one) => one.missing === 0);
  const missing: Record<string, number> = {};
  for (const one of inGroup) {
    if (one.missing === 0) continue;
    const kind = missingKinds[one.missing - 1] ?? 'no-answer';
    missing[kind] = (missing[kind] ?? 0) + one.n;
  }
  const byCode = new Map<string, number>();
  for (const { code, n } of answered) if (code !== null) byCode.set(code, (byCode.get(code) ?? 0) + n);
  const tally: Tally = {
    variable: variable.name,
    domain,
    n: total(inGroup),
    valid: total(answered),
    missing,
    most: variable.codes === null ? null : Math.max(0, ...byCode.values()),
  };
  const isCategory = variable.codes !== null && !variable.quantity;
  return {
    tally,
    categoryCounts: isCategory ? (variable.codes?.map(({ code }) => byCode.get(code) ?? 0) ?? null) : null,
  };
}

/** Cases and valid answers of each group, those who did not state theirs included. */
export function crossCellsOf(
  counts: readonly AnswerCount[],
  isBroken: boolean,
): readonly { readonly n: number; readonly valid: number }[] {
  const cells = new Map<string | null, { n: number; valid: number }>();
  for (const { group, missing, n } of counts) {
    const key = isBroken ? group : null;
    const cell = cells.get(key) ?? { n: 0, valid: 0 };
    cell.n += n;
    if (missing === 0) cell.valid += n;
    cells.set(key, cell);
  }
  return [...cells.values()];
}

function total(counts: readonly AnswerCount[]): number {
  return counts.reduce((sum, { n }) => sum + n, 0);
}
