import type { Audience } from '@common-measure/estimate';

/** What an audience may see. */
export interface DisclosurePolicy {
  readonly audience: Audience;
  /** Smallest number of people, unweighted, behind anything that is shown. 1 for `single-responses`. */
  readonly threshold: number;
  /** Whether groups in which all, or all but one, gave the same answer are withheld: they tell what each member said. */
  readonly withholdsUnanimity: boolean;
  /** Named in the result and its provenance; a change of rules is a new name. */
  readonly version: string;
}

const thresholds: Readonly<Record<Audience, number>> = {
  public: 20,
  shared: 11,
  organization: 10,
  'single-responses': 1,
};

/** The policy of an audience (DOMAIN.md 3.3): public 20, shared 11, organization 10, none for those declared to read single responses. */
export function policyFor(audience: Audience): DisclosurePolicy {
  return {
    audience,
    threshold: thresholds[audience],
    withholdsUnanimity: audience !== 'single-responses',
    version: 'whole-breakdown-1',
  };
}
