import { absoluteTerms } from './absolute-terms.ts';
import { acronyms } from './acronyms.ts';
import { agreementBattery, matrixLarge } from './batteries.ts';
import { doubleBarrelled } from './double-barrelled.ts';
import { escapeMissing } from './escape-missing.ts';
import { frenchTypography } from './french-typography.ts';
import { jargon } from './jargon.ts';
import { leading } from './leading.ts';
import { longWording } from './long-wording.ts';
import { negation } from './negation.ts';
import { manyOptions, sameLabels } from './option-labels.ts';
import { optionsExhaustive } from './options-exhaustive.ts';
import { personalData } from './personal-data.ts';
import type { QualityCheck } from './quality-check.ts';
import { rangeOverlap } from './range-overlap.ts';
import { referencePeriod } from './reference-period.ts';
import { scaleBalance } from './scale-balance.ts';
import { noRefusal, sensitiveFirst } from './sensitive-questions.ts';
import { manyQuestions, manyRequired, manyTexts } from './survey-length.ts';
import { translationMatch, untranslated } from './translation-match.ts';

/** Every check, in the order in which the advice on one question is shown. */
export const qualityChecks: readonly QualityCheck[] = [
  manyQuestions,
  manyTexts,
  manyRequired,
  doubleBarrelled,
  leading,
  negation,
  absoluteTerms,
  longWording,
  jargon,
  acronyms,
  referencePeriod,
  scaleBalance,
  escapeMissing,
  optionsExhaustive,
  rangeOverlap,
  sameLabels,
  manyOptions,
  matrixLarge,
  agreementBattery,
  personalData,
  sensitiveFirst,
  noRefusal,
  untranslated,
  translationMatch,
  frenchTypography,
];
