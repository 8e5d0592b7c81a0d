export {
  type AnalysisPlan,
  type Measure,
  type PlannedEntry,
  planVariables,
  type WhereCondition,
} from './analysis-plan.ts';
export { type AnalysisVariable, analysisVariable, storedNames } from './analysis-variable.ts';
export type { CaseTable, StoredColumn } from './case-table.ts';
export { cellQuery, type RowsSource } from './cell-query.ts';
export { type CellRows, codedSource } from './coded-source.ts';
export { computeFromCases } from './compute-from-cases.ts';
export { computeFromSums } from './compute-from-sums.ts';
export {
  type AnalysisResult,
  type ComparedWith,
  type Comparison,
  type ComparisonWarning,
  type ComputedAnalysis,
  type ComputedBreakdown,
  type ComputedGroup,
  type CovarianceMatrix,
  comparisonWarnings,
  type DesignFacts,
  type Remark,
  type Tally,
  type TestedComparison,
  type UntestedComparison,
  type WeightSummary,
} from './computed.ts';
export {
  type AnswerCounts,
  type Audience,
  audiences,
  type Domain,
  type Estimand,
  type Estimate,
  type EstimateTable,
  type Interval,
  type Quality,
  type ShownEstimate,
  type Statistic,
  statistics,
  type WithheldEstimate,
  type WithheldReason,
  withheldReasons,
} from './estimate.ts';
export { isUnanimous } from './estimate-figure.ts';
export { designTerms, type Explanation, explainFigure, type FigureContext } from './explain.ts';
export { type ComparisonContext, explainComparison } from './explain-comparison.ts';
export { samplingSentence } from './explain-words.ts';
export { figureAddresses } from './figure-addresses.ts';
export { holm } from './holm.ts';
export { type MeasureColumns, measureColumns } from './measure-columns.ts';
export { plainCodebook } from './plain-codebook.ts';
export { planRequest } from './plan-request.ts';
export { publishedSchemas } from './published-schemas.ts';
export { complementScript, type FigureOfFile, waveScript } from './r-comparison.ts';
export { measureLines } from './r-measures.ts';
export { changesScript, planScript } from './r-plan.ts';
export { type FigureAddress, rScript } from './r-script.ts';
export { rNumber, rString, rVector } from './r-text.ts';
export { readRequest } from './read-request.ts';
export {
  type AnalysisRequest,
  analysisRequestSchema,
  type Condition,
  type Derivation,
  type DesignOverride,
  designOverrideSchema,
  type EarlierWave,
  type EstimateItem,
  type EstimateRequest,
  estimateItemSchema,
  estimateRequestSchema,
} from './request.ts';
export {
  analysisResultSchema,
  answerCountsSchema,
  comparisonSchema,
  designFactsSchema,
  estimateResultSchema,
  estimateSchema,
  explanationSchema,
  remarkSchema,
} from './result-schema.ts';
export {
  type AnswerCount,
  type BreakdownSums,
  type CellSource,
  isStratumSource,
  type Quantity,
  type StratumSource,
  type SumsNeed,
  sumsNeeded,
  type VariableSource,
} from './sums-source.ts';
export { compareWaves, differencesOf, type WaveResult } from './wave-comparison.ts';
