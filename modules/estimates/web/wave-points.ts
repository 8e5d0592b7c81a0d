import type { Codebook } from '@common-measure/dataset';
import type { AnalysisResult, Comparison } from '@common-measure/estimate';
import { isComparable } from '../comparable.ts';
import type { Results } from '../contract.ts';
import { everyone, figureOf } from './figures.ts';
import type { WavePoint } from './waves-figure.tsx';

/** The overall score of the earlier waves and of this one, each marked where its method does not allow a comparison. */
export function wavePoints(codebook: Codebook, result: AnalysisResult, waves: Results['waves']): readonly WavePoint[] {
  const { overall } = codebook.roles;
  if (overall === null || codebook.wave === null) return [];
  const name = { statistic: 'score', variable: overall } as const;
  const earlier = waves.map((wave) => ({
    datasetId: wave.datasetId,
    label: wave.label,
    start: wave.start,
    score: figureOf(wave.result, name, everyone),
    comparable: wave.comparisons.every(isComparable),
  }));
  return [
    ...earlier,
    {
      datasetId: null,
      label: codebook.wave.label,
      start: codebook.wave.start,
      score: figureOf(result, name, everyone),
      comparable: true,
    },
  ];
}

/** A test across a break in method is not shown: both figures stand, no change is told from them. */
export function withoutBreaks(comparison: Comparison): Comparison {
  if (comparison.status === 'untested' || isComparable(comparison)) return comparison;
  const { estimand, domain, warnings } = comparison;
  return {
    estimand,
    domain,
    warnings,
    with: comparison.with,
    status: 'untested',
    reason: 'not-comparable',
    difference: null,
  };
}
