import * as accounts from '@common-measure/modules/accounts/web';
import type { Slice } from '@common-measure/platform/web-kit';

/** The slices of the console, in the order of the data's way: their stations stand on the ruler in this order. */
export const slices: readonly Slice[] = [accounts];
