import type { WaldTest } from '../contrast.ts';
import type { TTest } from './t-test.ts';

/** A t test of two groups (second level minus first), or an F test of more. */
export type RankTest = ({ readonly kind: 't' } & TTest) | ({ readonly kind: 'F' } & WaldTest);
