export { hiddenCounts, shownCounts } from './answer-counts.ts';
export { breakdownVerdict, isSmall } from './breakdown-verdict.ts';
export { admitToLive, type Cell } from './live-admission.ts';
export { mayAdvance } from './live-advance.ts';
export { type DisclosurePolicy, policyFor } from './policy.ts';
export { protect } from './protect.ts';
