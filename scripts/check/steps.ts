import { boundaries } from './boundaries.ts';
import { docsInStep } from './docs-in-step.ts';
import { fileNames } from './file-names.ts';
import { lint } from './lint.ts';
import { lock } from './lock.ts';
import { purity } from './purity.ts';
import type { CheckStep } from './step.ts';
import { types } from './types.ts';
import { unused } from './unused.ts';

/** Everything that must hold before a change is committed; the slow ones first. */
export const checkSteps: readonly CheckStep[] = [types, boundaries, unused, lock, lint, purity, docsInStep, fileNames];
