/**
 * How people came to be asked. Declared before anything is computed; decides what may be said.
 * `probability`: a random sample from a frame. `attempted-census`: everybody was invited.
 * `systematic-intercept`: every k-th visit; speaks of visits, not of visitors.
 * `non-probability`: open link, opt-in panel, quota; no margin of error, no intervals, no tests.
 */
export const samplingClasses = ['probability', 'attempted-census', 'systematic-intercept', 'non-probability'] as const;
export type SamplingClass = (typeof samplingClasses)[number];

/** What to do where a stratum holds one PSU only (R: options(survey.lonely.psu)). No silent default. */
export const lonelyPsuPolicies = ['fail', 'remove', 'certainty', 'adjust', 'average'] as const;
export type LonelyPsuPolicy = (typeof lonelyPsuPolicies)[number];

/** The design by the names of its columns. Empty lists and null mean "none". */
export interface DesignDeclaration {
  readonly samplingClass: SamplingClass;
  readonly weight: string | null;
  readonly strata: readonly string[];
  /** The sampled clusters, first stage first; empty where each case was drawn by itself. */
  readonly clusters: readonly string[];
  /** Population sizes (or sampling fractions, where at most 1) by stage; empty for none. */
  readonly fpc: readonly string[];
  /** True where cluster numbers repeat from stratum to stratum and mean different clusters (R: nest = TRUE). */
  readonly nest: boolean;
  readonly lonelyPsu: LonelyPsuPolicy;
}
