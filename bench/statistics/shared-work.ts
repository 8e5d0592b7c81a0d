import {
  createSurveyDesign,
  estimateMeans,
  fitLogisticModel,
  type ModelTerm,
  type Result,
  type SurveyDesign,
} from '@common-measure/survey-statistics';

/** Columns in shared memory, so that no worker copies them. */
export interface SharedWork {
  readonly kind: 'means' | 'replicates';
  readonly rows: number;
  readonly stratum: Int32Array;
  readonly psu: Int32Array;
  readonly weight: Float64Array;
  readonly items: readonly Float64Array[];
  readonly high: Float64Array;
  /** Random numbers by PSU and replicate: the factors of a bootstrap. */
  readonly factors: Float64Array;
  readonly psus: number;
}

let known: { readonly work: SharedWork; readonly design: SurveyDesign } | null = null;

/** Means of the items from..to-1, or the logistic model's coefficients under the replicates from..to-1. */
export function shareOfWork(work: SharedWork, from: number, to: number): readonly (readonly number[])[] {
  if (known?.work !== work) known = { work, design: designOf(work, work.weight) };
  const { design } = known;
  const places = Array.from({ length: to - from }, (_, index) => from + index);
  if (work.kind === 'means')
    return places.map((at) => {
      const column = { label: 'item', values: work.items[at]! };
      const set = value(estimateMeans(design, [column], { missing: 'itemwise', covariance: 'separate' }));
      return set.estimates.flatMap((estimate) =>
        estimate.status === 'estimated' ? [estimate.value, estimate.se] : [],
      );
    });
  const terms = work.items.slice(1, 7).map((values, at): ModelTerm => ({ kind: 'number', label: `q${at}`, values }));
  return places.map((at) => {
    const weights = work.weight.map((weight, row) => weight * work.factors[at * work.psus + work.psu[row]!]!);
    const specification = { response: { label: 'y', values: work.high }, terms, intercept: true } as const;
    const model = value(fitLogisticModel({ ...design, weights }, { ...specification, missing: 'listwise' }));
    return model.estimates.map((estimate) => (estimate.status === 'estimated' ? estimate.value : Number.NaN));
  });
}

function designOf({ rows, stratum, psu }: SharedWork, weights: Float64Array): SurveyDesign {
  return value(
    createSurveyDesign({
      rows,
      weights,
      strata: [stratum],
      clusters: [psu],
      fpc: [],
      nest: false,
      lonelyPsu: 'fail',
      adjustLonelyInDomain: false,
    }),
  );
}

function value<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}
