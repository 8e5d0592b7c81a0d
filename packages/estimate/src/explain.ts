import type { Codebook, Variable } from '@common-measure/dataset';
import { formatNumber, formatPercent, type LocalizedText, type UiLanguage } from '@common-measure/kernel';
import type { AnalysisPlan } from './analysis-plan.ts';
import type { DesignFacts } from './computed.ts';
import type { AnswerCounts, ShownEstimate } from './estimate.ts';
import { isUnanimous } from './estimate-figure.ts';
import { designSentence, formulaOf, intervalSentence, missingWords, samplingSentence } from './explain-words.ts';
import { type FigureAddress, rScript } from './r-script.ts';

/** "How was this computed?" of one figure, in both languages. */
export interface Explanation {
  /** The formula as a sentence. */
  readonly formula: LocalizedText;
  readonly facts: readonly { readonly term: LocalizedText; readonly value: LocalizedText }[];
  /** R script with which the figure comes out again from the original file. */
  readonly script: string;
  /** Name of the method's page in docs/methods. */
  readonly method: string;
}

/** What is needed to explain a figure: where it stands in the plan, the figure as shown, and the counts shown beside it. */
export interface FigureContext {
  readonly plan: AnalysisPlan;
  readonly codebook: Codebook;
  readonly design: DesignFacts;
  readonly address: FigureAddress;
  readonly figure: ShownEstimate;
  readonly counts: AnswerCounts | null;
  readonly fileName: string;
}

export function explainFigure(context: FigureContext): Explanation {
  const { plan, codebook, design, address, figure, counts, fileName } = context;
  const { variable } = address.measure.variable;
  const facts = [
    ...(variable === null ? [] : [questionFact(variable)]),
    ...groupFacts(figure, codebook),
    { term: { en: 'Answered', fr: 'Ont répondu' }, value: number(figure.n, 0) },
    ...(counts === null ? [] : [leftOutFact(counts)]),
    ...precisionFacts(figure),
    ...designTerms(design, plan.design),
  ];
  return {
    formula: formulaOf(address.measure, plan.design.weight !== null || plan.design.fpc.length > 0),
    facts,
    script: rScript(plan, address, codebook, fileName),
    method: methodPages[figure.estimand.statistic],
  };
}

/** Sampling class, design and weights behind a figure, in both languages. */
export function designTerms(design: DesignFacts, declared: AnalysisPlan['design']): Explanation['facts'] {
  return [
    { term: { en: 'Sampling', fr: 'Échantillonnage' }, value: samplingSentence(design.samplingClass) },
    { term: { en: 'Design', fr: 'Plan' }, value: designSentence(design, declared) },
    ...weightFacts(design),
  ];
}

const methodPages = {
  mean: 'mean',
  score: 'score',
  proportion: 'proportion',
  'top-2': 'top-and-bottom-shares',
  'bottom-2': 'top-and-bottom-shares',
  net: 'net',
  nps: 'net-promoter-score',
  total: 'total',
} as const;

function questionFact(variable: Variable): Explanation['facts'][number] {
  return {
    term: { en: 'Question', fr: 'Question' },
    value: variable.question ?? variable.label,
  };
}

function groupFacts(figure: ShownEstimate, codebook: Codebook): Explanation['facts'] {
  return Object.entries(figure.domain).map(([name, codes]) => {
    const variable = codebook.variables.find((one) => one.name === name);
    const labels = codes
      .split('|')
      .map((code) => variable?.values.find((one) => one.code === code)?.label ?? { en: code, fr: code });
    return {
      term: variable?.label ?? { en: name, fr: name },
      value: { en: labels.map(({ en }) => en).join(', '), fr: labels.map(({ fr }) => fr).join(', ') },
    };
  });
}

function leftOutFact(counts: AnswerCounts): Explanation['facts'][number] {
  const parts = Object.entries(counts.missing).flatMap(([kind, count]) => {
    const words = missingWords[kind];
    if (words === undefined || count === 0) return [];
    return [
      count === null
        ? { en: `${words.en} (few)`, fr: `${words.fr} (peu)` }
        : { en: `${words.en} ${formatNumber(count, 'en')}`, fr: `${words.fr} ${formatNumber(count, 'fr')}` },
    ];
  });
  const none = { en: 'nobody', fr: 'personne' };
  return {
    term: { en: 'Left out', fr: 'Exclus' },
    value:
      parts.length === 0
        ? none
        : { en: parts.map(({ en }) => en).join('; '), fr: parts.map(({ fr }) => fr).join('; ') },
  };
}

const unanimity: LocalizedText = {
  en: 'everyone gave the same answer, so it cannot be estimated: the standard error of 0 is what the formula gives where nothing varies, not certainty',
  fr: 'tout le monde a donné la même réponse\u00a0: elle ne peut être estimée; l’erreur type de 0 est ce que donne la formule là où rien ne varie, non une certitude',
};

function precisionFacts(figure: ShownEstimate): Explanation['facts'] {
  const { se, ci, df, deff, effectiveN } = figure;
  const share = figure.estimand.statistic !== 'mean' && figure.value <= 1 && ci !== null && ci.high <= 1;
  const digits = share ? 4 : 3;
  const facts: Explanation['facts'][number][] = [];
  if (isUnanimous(figure)) facts.push({ term: { en: 'Uncertainty', fr: 'Incertitude' }, value: unanimity });
  if (se !== null) facts.push({ term: { en: 'Standard error', fr: 'Erreur type' }, value: number(se, digits) });
  if (ci !== null) facts.push({ term: intervalTerm(ci.level), value: intervalSentence(ci, digits) });
  if (df !== null) facts.push({ term: { en: 'Degrees of freedom', fr: 'Degrés de liberté' }, value: number(df, 0) });
  if (deff !== null) facts.push({ term: { en: 'Design effect', fr: 'Effet de plan' }, value: number(deff, 2) });
  facts.push({ term: { en: 'Effective n', fr: 'Taille effective' }, value: number(effectiveN, 0) });
  return facts;
}

function intervalTerm(level: number): LocalizedText {
  const digits = Number.isInteger(Math.round(level * 1000) / 10) ? 0 : 1;
  const percent = (language: UiLanguage) => formatPercent(level * 100, language, digits);
  return { en: `${percent('en')} interval`, fr: `Intervalle de confiance à ${percent('fr')}` };
}

function weightFacts(design: DesignFacts): Explanation['facts'] {
  if (design.weights === null) {
    return [
      {
        term: { en: 'Weights', fr: 'Poids' },
        value: { en: 'none: every case counts once', fr: 'aucun\u00a0: chaque cas compte une fois' },
      },
    ];
  }
  const { min, max, deff } = design.weights;
  const range = (language: UiLanguage) => [min, max, deff].map((value) => formatNumber(value, language, 2));
  const [lowEn, highEn, deffEn] = range('en');
  const [lowFr, highFr, deffFr] = range('fr');
  return [
    {
      term: { en: 'Weights', fr: 'Poids' },
      value: {
        en: `from ${lowEn} to ${highEn}; by their spread alone they multiply variances by ${deffEn} (Kish)`,
        fr: `de ${lowFr} à ${highFr}; leur dispersion seule multiplie les variances par ${deffFr} (Kish)`,
      },
    },
  ];
}

function number(value: number, digits: number): LocalizedText {
  return { en: formatNumber(value, 'en', digits), fr: formatNumber(value, 'fr', digits) };
}
