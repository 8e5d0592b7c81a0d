import { formatNumber, type LocalizedText } from '@common-measure/kernel';
import type { DesignFacts, TestedComparison } from './computed.ts';
import { designTerms, type Explanation } from './explain.ts';
import { complementScript, type FigureOfFile, waveScript } from './r-comparison.ts';

/** What is needed to explain a tested difference. */
export interface ComparisonContext {
  readonly now: FigureOfFile;
  /** The same figure of the earlier wave; null for a group against all others. */
  readonly earlier: FigureOfFile | null;
  readonly comparison: TestedComparison;
  /** Two-sided p values of the other tests shown together with this one. */
  readonly others: readonly number[];
  readonly design: DesignFacts;
}

/** "How was this computed?" of a difference: formula in words, test, adjustment, design and R script, in both languages. */
export function explainComparison(context: ComparisonContext): Explanation {
  const { now, earlier, comparison, others, design } = context;
  const { difference, se, df, t, p, ci } = comparison;
  const facts: Explanation['facts'][number][] = [
    { term: { en: 'Difference', fr: 'Écart' }, value: number(difference, 4) },
    { term: { en: 'Standard error', fr: 'Erreur type' }, value: number(se, 4) },
    ...(ci === null
      ? []
      : [
          {
            term: { en: 'Interval', fr: 'Intervalle' },
            value: {
              en: `${formatNumber(ci.low, 'en', 4)} to ${formatNumber(ci.high, 'en', 4)}`,
              fr: `de ${formatNumber(ci.low, 'fr', 4)} à ${formatNumber(ci.high, 'fr', 4)}`,
            },
          },
        ]),
    { term: { en: 't', fr: 't' }, value: number(t, 3) },
    { term: { en: 'Degrees of freedom', fr: 'Degrés de liberté' }, value: number(df, 0) },
    { term: { en: 'p by itself', fr: 'p pris seul' }, value: number(p, 4) },
    { term: { en: 'Adjusted (Holm)', fr: 'Ajusté (Holm)' }, value: adjustment(others.length + 1) },
    ...designTerms(design, now.plan.design),
  ];
  return {
    formula: earlier === null ? againstOthers : sinceWave,
    facts,
    script: earlier === null ? complementScript(now, others) : waveScript(now, earlier, others),
    method: 'comparisons',
  };
}

const againstOthers: LocalizedText = {
  en: 'The figure of the group minus that of all other cases whose group is known. Its standard error takes both from one design, with their covariance; the t test has one degree of freedom fewer than the design.',
  fr: 'Le chiffre du groupe moins celui de tous les autres cas dont le groupe est connu. L’erreur type tire les deux d’un même plan, avec leur covariance; le test t a un degré de liberté de moins que le plan.',
};

const sinceWave: LocalizedText = {
  en: 'The figure of this wave minus that of the earlier one. The waves are independent samples, so the squares of their standard errors add up; the t test has the degrees of freedom of both designs together.',
  fr: 'Le chiffre de cette vague moins celui de la vague antérieure. Les vagues sont des échantillons indépendants\u00a0: les carrés de leurs erreurs types s’additionnent; le test t a les degrés de liberté des deux plans réunis.',
};

function adjustment(tests: number): LocalizedText {
  return tests === 1
    ? { en: 'one test: nothing to adjust', fr: 'un seul test\u00a0: rien à ajuster' }
    : {
        en: `${tests} tests shown together are held to 5% as a family`,
        fr: `${tests} tests présentés ensemble sont tenus à 5\u00a0% en famille`,
      };
}

function number(value: number, digits: number): LocalizedText {
  return { en: formatNumber(value, 'en', digits), fr: formatNumber(value, 'fr', digits) };
}
