export type { Id } from './id.ts';
export { type JsonFault, jsonFault } from './json-fault.ts';
export { type LocalizedText, textIn, type UiLanguage, uiLanguages, untranslated } from './localized-text.ts';
export { formatChange, formatNumber, formatPercent } from './number-format.ts';
export { type Problem, ProblemError } from './problem.ts';
export { type ProblemEntry, problemCatalogue } from './problem-catalogue.ts';
export type { Provenance } from './provenance.ts';
export { accepted, type Result, refused } from './result.ts';
export { unreachable } from './unreachable.ts';
