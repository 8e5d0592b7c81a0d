import type { Codebook, Variable } from '@common-measure/dataset';

/**
 * The variables that a report may speak of: decided, open, no identifiers, and not a column of the design, unless results are to be
 * broken down by it.
 */
export function reportVariables(codebook: Codebook): readonly Variable[] {
  const { weight, strata, clusters, fpc } = codebook.design;
  const { channel, region, profile } = codebook.roles;
  const ofDesign = new Set([weight, ...strata, ...clusters, ...fpc]);
  const grouping = new Set([channel, region, ...profile]);
  return codebook.variables.filter(
    ({ name, decided, access, kind }) =>
      decided && access === 'open' && kind !== 'identifier' && (!ofDesign.has(name) || grouping.has(name)),
  );
}
