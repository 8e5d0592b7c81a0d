import {
  createReplicateDesign,
  createSurveyDesign,
  fitLogisticModel,
  type ReplicateDesign,
  type Result,
  type WeightedStatistic,
} from '@common-measure/survey-statistics';

/** A logistic model under replicate weights, over columns that threads share. */
export interface ReplicatedModel {
  readonly weights: Float64Array;
  readonly replicates: readonly Float64Array[];
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function designOf({ weights, replicates }: ReplicatedModel): ReplicateDesign {
  return taken(
    createReplicateDesign({
      rows: weights.length,
      weights,
      replicates,
      form: 'combined',
      method: { type: 'bootstrap' },
      mse: false,
      negativeWeights: 'refuse',
    }),
  );
}

/** The coefficients of y on x. */
export function coefficientsOf({ x, y }: ReplicatedModel): WeightedStatistic {
  return (weights) => {
    const design = taken(
      createSurveyDesign({
        rows: weights.length,
        weights,
        strata: [],
        clusters: [],
        fpc: [],
        nest: false,
        lonelyPsu: 'fail',
        adjustLonelyInDomain: false,
      }),
    );
    const model = fitLogisticModel(design, {
      response: { label: 'y', values: y },
      terms: [{ kind: 'number', label: 'x', values: x }],
      intercept: true,
      missing: 'listwise',
    });
    return taken(model).estimates.map((estimate) => (estimate.status === 'estimated' ? estimate.value : Number.NaN));
  };
}

function taken<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}
