import type { Comparison } from '@common-measure/estimate';

const breaks: readonly string[] = [
  'weighted-beside-unweighted',
  'sampling-class-differs',
  'scale-changed',
  'direction-changed',
  'codes-changed',
];

/** Whether method, scale and codes allow the two waves to be set beside each other. */
export function isComparable(comparison: Comparison): boolean {
  return (
    !(comparison.status === 'untested' && comparison.reason === 'not-comparable') &&
    !comparison.warnings.some((warning) => breaks.includes(warning))
  );
}
