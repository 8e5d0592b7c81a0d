export type { ArgumentRefusal } from './argument-check.ts';
export { adjustForNonresponse } from './calibration/adjust-for-nonresponse.ts';
export type { Auxiliary } from './calibration/auxiliary.ts';
export { type CalibrationOptions, calibrateWeights } from './calibration/calibrate-weights.ts';
export type { CalibratedDesign } from './calibration/calibrated-design.ts';
export type { CalibrationBounds, CalibrationMethod, IterationControl } from './calibration/calibration-distance.ts';
export type { CalibrationRefusal } from './calibration/calibration-refusal.ts';
export type { CalibrationReport } from './calibration/calibration-report.ts';
export { type AbsentCategories, type Margin, totalsOfShares } from './calibration/margin.ts';
export type { ResponseClasses } from './calibration/nonresponse.ts';
export { postStratify } from './calibration/post-stratify.ts';
export { rakeWeights } from './calibration/rake-weights.ts';
export type { RakingControl } from './calibration/raking.ts';
export { trimWeights } from './calibration/trim-weights.ts';
export type { TrimLimits } from './calibration/trimming.ts';
export type { TargetReached } from './calibration/weight-step.ts';
export {
  type CodeColumn,
  type CrossingRefusal,
  createFactor,
  crossFactors,
  type Factor,
  type NumberColumn,
} from './columns.ts';
export {
  type CombinationRefusal,
  type CombinedDesign,
  combineDesigns,
  type DesignPart,
} from './combine-designs.ts';
export {
  isAmongBest,
  isAmongWorst,
  netOf,
  promoterScore,
  type RatingScale,
  scoreOfRating,
  transformColumn,
} from './composite-scores.ts';
export {
  type Contrast,
  type ContrastRefusal,
  type ContrastSource,
  deltaContrast,
  differenceOf,
  linearContrast,
  type SmoothFunction,
  testAgainstZero,
  testEquality,
  type WaldTest,
} from './contrast.ts';
export { estimateCorrelationsFromSums, type SumsCorrelationPair } from './correlation/correlations-from-sums.ts';
export {
  type Correlation,
  type CorrelationPair,
  correlationInterval,
  estimateCorrelations,
} from './correlation/estimate-correlations.ts';
export {
  kendallCorrelation,
  pearsonCorrelation,
  type SampleCorrelation,
  type SampleCorrelationRefusal,
  spearmanCorrelation,
} from './correlation/sample-correlation.ts';
export { createSurveyDesign } from './create-survey-design.ts';
export { degreesOfFreedom } from './degrees-of-freedom.ts';
export type { DesignColumns } from './design-columns.ts';
export type { DesignRefusal } from './design-refusal.ts';
export {
  type ChangeMeasure,
  type ChangePlanning,
  minimumDetectableChange,
  requiredSampleSizeForChange,
  requiredSampleSizeForMean,
} from './detectable-change.ts';
export { betaProbability, betaQuantile, fProbability, fQuantile } from './distributions/beta.ts';
export { chiSquareProbability, chiSquareQuantile, gammaProbability, gammaQuantile } from './distributions/gamma.ts';
export { normalProbability, normalQuantile } from './distributions/normal.ts';
export { studentTProbability, studentTQuantile } from './distributions/student-t.ts';
export type { Tail } from './distributions/tail.ts';
export { complementOf, completeRows, domainsOf, type UnknownLevel } from './domains.ts';
export {
  type BootstrapOptions,
  bootstrapDrivers,
  type DriverBootstrap,
  type DriverOrder,
  type DriverRank,
  type PercentileInterval,
} from './drivers/bootstrap-drivers.ts';
export { analyzeDrivers, type Driver, type DriverAnalysis, type DriverRefusal } from './drivers/key-drivers.ts';
export { type MomentSums, momentStride, momentsOf, sumMoments } from './drivers/moment-sums.ts';
export { correlationOf, type MissingTreatment, type Moments, pairIndex } from './drivers/moments.ts';
export { momentsOfProducts } from './drivers/moments-from-sums.ts';
export { createRandomGenerator, type RandomGenerator } from './drivers/random-generator.ts';
export { type ReplicatedDrivers, replicateDrivers } from './drivers/replicate-drivers.ts';
export { averageGains, subsetR2 } from './drivers/subset-r2.ts';
export { weightedMoments } from './drivers/weighted-moments.ts';
export type { DomainRows, Estimand } from './estimand.ts';
export type {
  ColumnRefusal,
  Estimate,
  Estimated,
  EstimateRefusal,
  EstimateSet,
  FactorRefusal,
  NoCases,
} from './estimate.ts';
export { estimateJointly, estimateSeparately } from './estimate-jointly.ts';
export {
  type EstimateOptions,
  estimateMeans,
  estimateRatios,
  estimateTotals,
  type NamedColumn,
  type NamedRatio,
} from './estimate-means.ts';
export { estimateCounts, estimateProportions, indicatorsOf } from './estimate-proportions.ts';
export { coefficientOfVariation, judgeProportion, judgeScore, type Presentation } from './estimate-quality.ts';
export { estimateCovariances, estimateVariances, standardDeviation } from './estimate-variance.ts';
export type { InfluenceAdjustment } from './influence-adjustment.ts';
export { covarianceOfInfluence } from './influence-totals.ts';
export { summarizeWeights, type WeightSummary } from './kish.ts';
export type { LevelRefusal } from './level-check.ts';
export { type ConfidenceInterval, tInterval } from './mean-interval.ts';
export {
  fitLinearModel,
  fitLogisticModel,
  fitLogLinearModel,
} from './models/fit-model.ts';
export { fitLinearModelFromSums } from './models/linear-model-from-sums.ts';
export { estimateMarginalMeans } from './models/marginal-means.ts';
export { estimateMarginalMeansFromSums, type MarginalLevel } from './models/marginal-means-from-sums.ts';
export type { ModelCounts, ModelFrame } from './models/model-frame.ts';
export type { ModelRefusal } from './models/model-refusal.ts';
export type { ModelFamily, ModelSpecification, ModelTerm, ModelVariable } from './models/model-terms.ts';
export {
  type Prediction,
  type PredictionProfile,
  type PredictionRefusal,
  type PredictionSet,
  predictModel,
} from './models/predict-model.ts';
export { estimateProportionInterval, type ProportionWithInterval } from './models/proportion-limits.ts';
export { type Coefficient, explainedShare, type RegressionModel, ratioOf } from './models/regression-model.ts';
export type { SumsModel, SumsModelRefusal, SumsModelSpecification, SumsTerm } from './models/sums-model.ts';
export {
  type TermTest,
  type TermTestMethod,
  type TermTestOptions,
  testTerms,
  testTermsInSequence,
} from './models/term-test.ts';
export { testTermsFromSums, testTermsInSequenceFromSums } from './models/term-test-from-sums.ts';
export { type Adjustment, adjustPValues } from './multiple-comparisons.ts';
export {
  clopperPearsonInterval,
  effectiveSampleSize,
  type ProportionInput,
  type ProportionIntervalMethod,
  proportionInterval,
  wilsonInterval,
} from './proportion-interval.ts';
export {
  estimateQuantiles,
  type Quantile,
  type QuantileOptions,
  type QuantileRefusal,
} from './quantiles/estimate-quantiles.ts';
export type { QuantileIntervalMethod } from './quantiles/quantile-interval.ts';
export type { QuantileRule } from './quantiles/quantile-rule.ts';
export { estimateAlphaFromSums } from './reliability/alpha-from-sums.ts';
export { type AlphaEstimate, type AlphaRefusal, estimateAlpha } from './reliability/estimate-alpha.ts';
export {
  type ConsistencyRefusal,
  type InternalConsistency,
  type ItemConsistency,
  internalConsistency,
} from './reliability/internal-consistency.ts';
export type { ConversionRefusal, HalfSamplePairing, ReplicateConversion } from './replicates/conversion.ts';
export { createReplicateDesign } from './replicates/create-replicate-design.ts';
export {
  estimateWithReplicates,
  type ReplicateEstimates,
  replicateStatistics,
  type WeightedStatistic,
} from './replicates/estimate-with-replicates.ts';
export { type HadamardMatrix, hadamardMatrix } from './replicates/hadamard-matrix.ts';
export { mapReplicateWeights } from './replicates/map-replicate-weights.ts';
export type { ReplicateColumns, ReplicateMethod } from './replicates/replicate-columns.ts';
export {
  type AnalysisDesign,
  type ReplicateDesign,
  type ReplicateType,
  type ReplicateWeights,
  replicateWeightsOf,
} from './replicates/replicate-design.ts';
export type { ReplicateRefusal } from './replicates/replicate-refusal.ts';
export { type ReplicateVariance, replicateVariance } from './replicates/replicate-variance.ts';
export { estimateWithReplicatesInPool, type ReplicatePool } from './replicates/replicates-in-pool.ts';
export { toReplicates } from './replicates/to-replicates.ts';
export { type DomainRefusal, restrictDesign } from './restrict-design.ts';
export { accepted, type Result, refused } from './result.ts';
export { marginOfError, plannedDesignEffect, requiredSampleSize } from './sample-size.ts';
export type { JointProbabilities, LonelyPsuPolicy, Stage, SurveyDesign } from './sampling-design.ts';
export { type CompositeRule, compositeColumn } from './scores/composite-column.ts';
export {
  clientSatisfactionIndex,
  customerSatisfactionIndex,
  type EffortScore,
  effortScore,
  gapColumn,
  systemUsabilityScale,
} from './scores/named-scores.ts';
export { type PersonScores, type ScoredItem, type ScoreMethod, scoreByMethod } from './scores/score-by-method.ts';
export type { ScoreRefusal } from './scores/score-refusal.ts';
export { type StackedWaves, type StackingRefusal, stackWaves, type WaveSample } from './stack-waves.ts';
export type { CellSums, PairSums, VariableSums } from './sums/cell-sums.ts';
export {
  type CalibratedEstimand,
  type CalibratedSums,
  estimateCalibratedFromSums,
} from './sums/estimate-calibrated-from-sums.ts';
export { estimateFromProducts } from './sums/estimate-from-products.ts';
export { estimateFromSums } from './sums/estimate-from-sums.ts';
export { estimateJointlyFromSums } from './sums/estimate-jointly-from-sums.ts';
export { estimateMeansFromStrata } from './sums/estimate-means-from-strata.ts';
export type { ProductEstimand } from './sums/linearize-products.ts';
export type { SumsEstimand } from './sums/linearize-sums.ts';
export { mergeDesignFacts } from './sums/merge-design-facts.ts';
export { mergeProducts } from './sums/merge-products.ts';
export { mergeSums } from './sums/merge-sums.ts';
export type { OriginColumn } from './sums/origin-column.ts';
export { type ProductSums, productCount, productPlace, squareCount } from './sums/product-sums.ts';
export { productsOfVariable } from './sums/products-of-variable.ts';
export { type DomainSums, domainMeans, type ResidualSums, type StratumSums } from './sums/stratum-sums.ts';
export { sumCalibratedProducts } from './sums/sum-calibrated-products.ts';
export { sumColumns } from './sums/sum-columns.ts';
export { sumProducts } from './sums/sum-products.ts';
export {
  createSumsDesign,
  type PsuDesignFacts,
  type RowDesignFacts,
  type SumsDesign,
  type SumsDesignFacts,
} from './sums/sums-design.ts';
export type { SumsRefusal } from './sums/sums-refusal.ts';
export { type ValueSums, variableFromValues } from './sums/value-sums.ts';
export { type CrossedSums, testAssociationFromSums } from './tests/association-from-sums.ts';
export type { AssociationStatistic, AssociationTest } from './tests/association-statistic.ts';
export { testAssociation } from './tests/association-test.ts';
export { type ChiSquareSumMethod, chiSquareSumProbability } from './tests/chi-square-sum.ts';
export {
  classicalTTest,
  fisherExactTest,
  type PearsonTest,
  pearsonTest,
  type SampleSummary,
} from './tests/classical-tests.ts';
export {
  type ColumnComparison,
  type ColumnPair,
  type ComparedColumn,
  compactLetters,
  compareColumns,
} from './tests/column-comparison.ts';
export type { ContingencyTable } from './tests/contingency-table.ts';
export { type EquivalenceTest, testEquivalence } from './tests/equivalence-test.ts';
export { type GoodnessOfFit, testGoodnessOfFit } from './tests/goodness-of-fit.ts';
export { testGoodnessOfFitFromSums } from './tests/goodness-of-fit-from-sums.ts';
export { compareWithRest, type GroupComparison } from './tests/group-comparison.ts';
export { type JointContrasts, jointContrasts, type NamedContrast, testAllZero } from './tests/joint-contrasts.ts';
export { type RankScore, testRanks } from './tests/rank-test.ts';
export type { RankTest } from './tests/rank-test-result.ts';
export { compareTwoGroups, type TTest, testMean, testPairedDifference } from './tests/t-test.ts';
export {
  compareTwoGroupsFromSums,
  compareWithRestFromSums,
  type SumsTTest,
  testMeanFromSums,
  testPairedDifferenceFromSums,
} from './tests/t-test-from-sums.ts';
export type { TestRefusal } from './tests/test-refusal.ts';
export {
  changeBetweenWaves,
  estimateRollingMeans,
  type IndependentEstimate,
  independentChange,
  overlappingChange,
  type WaveOverlap,
  type WaveRefusal,
} from './wave-change.ts';
export { weightedRanks } from './weighted-ranks.ts';
