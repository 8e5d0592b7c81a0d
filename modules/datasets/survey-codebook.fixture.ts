import type { Codebook, Variable } from '@common-measure/dataset';
import { untranslated } from '@common-measure/kernel';

const variable = (name: string, part: Partial<Variable>): Variable => ({
  name,
  column: name,
  label: untranslated(name),
  question: null,
  kind: 'category',
  scale: null,
  values: [],
  missing: [{ code: '', kind: 'no-answer', label: { en: 'No answer', fr: 'Sans réponse' } }],
  unit: null,
  access: 'open',
  decided: true,
  ...part,
});

/** One rated item and one profile variable: the smallest survey whose results can be broken down. */
export const surveyCodebook: Codebook = {
  format: 'common-measure/codebook',
  version: 1,
  title: untranslated('A small survey'),
  population: null,
  wave: null,
  synthetic: true,
  source: null,
  design: {
    samplingClass: 'non-probability',
    weight: null,
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
  },
  roles: { overall: 'ease', drivers: [], channel: 'channel', region: null, profile: ['channel'], comments: [] },
  variables: [
    variable('ease', {
      kind: 'rating',
      scale: { min: 1, max: 5, higher: 'better', version: 'ease/1' },
      values: ['1', '2', '3', '4', '5'].map((code) => ({ code, label: untranslated(code) })),
    }),
    variable('channel', { values: ['phone', 'counter'].map((code) => ({ code, label: untranslated(code) })) }),
  ],
};
