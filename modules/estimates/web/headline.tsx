import { fluid, scoreStretch, scoreStrip, shareStretch } from '@common-measure/chart';
import {
  type AnalysisResult,
  type Comparison,
  type Domain,
  type Estimate,
  isUnanimous,
} from '@common-measure/estimate';
import { defineMessages, SvgPicture, useFormat, useMessages, Withheld } from '@common-measure/platform/web-kit';
import { headlines } from '../families.ts';
import { ComparisonTag, Difference, type Direction } from './comparison-tag.tsx';
import { QualityTag } from './figure-cell.tsx';
import { plotted, plottedValues, useFigureFormat } from './figure-format.ts';
import { comparisonOf, figureOf, heldTogether } from './figures.ts';
import { resultMessages } from './result-words.ts';

const messages = defineMessages({
  en: {
    title: 'Headline scores',
    interval: (range: string) => `95% interval ${range}`,
    noInterval: 'No margin of error applies',
    unanimous: 'Everyone gave the same answer: no interval can be estimated',
    outOf: '/ 100',
    strips: (low: string, high: string) => `Scores run from 0 to 100; the strip of the score shows ${low} to ${high}.`,
    shares: (n: string) => `Shares are of ${n} valid answers.`,
    change: (label: string, tests: number) =>
      `Change since ${label} in points${tests > 1 ? `, ${tests} tests held to 5% together (Holm)` : ''}.`,
  },
  fr: {
    title: 'Scores principaux',
    interval: (range: string) => `Intervalle à 95 % : ${range}`,
    noInterval: 'Aucune marge d’erreur ne s’applique',
    unanimous: 'Tout le monde a donné la même réponse\u00a0: aucun intervalle ne peut être estimé',
    outOf: '/ 100',
    strips: (low: string, high: string) => `Les scores vont de 0 à 100; la bande du score montre ${low} à ${high}.`,
    shares: (n: string) => `Les parts portent sur ${n} réponses valides.`,
    change: (label: string, tests: number) =>
      `Changement depuis ${label}, en points${tests > 1 ? `, ${tests} tests tenus ensemble à 5 % (Holm)` : ''}.`,
  },
});

/** The overall item in four figures, each with its interval drawn and its change since the wave compared with. */
export function Headline({
  result,
  domain,
  variable,
  higher,
  waveLabel,
}: {
  result: AnalysisResult;
  domain: Domain;
  variable: string;
  higher: Direction;
  waveLabel: string | null;
}) {
  const words = useMessages(messages);
  const { number } = useFormat();
  const shown = headlines.filter((statistic) => figureOf(result, { statistic, variable }, domain) !== null).slice(0, 4);
  const changes = heldTogether(
    shown.flatMap((statistic) => {
      const change = comparisonOf(result.comparisons, { statistic, variable }, domain, 'wave');
      return change ? [change] : [];
    }),
  );
  const tests = changes.filter((change) => change.status === 'tested').length;
  const score = figureOf(result, { statistic: 'score', variable }, domain);
  const scores = plottedValues([score]);
  const stretch = scoreStretch(scores);
  return (
    <section className="section" aria-labelledby="headline-scores">
      <h2 id="headline-scores" className="vh">
        {words.title}
      </h2>
      <div className="grid">
        {shown.map((statistic) => (
          <div className="g3" key={statistic}>
            <ScoreCard
              estimate={figureOf(result, { statistic, variable }, domain)}
              statistic={statistic}
              comparison={comparisonOf(changes, { statistic, variable }, domain, 'wave')}
              higher={statistic === 'bottom-2' ? opposite(higher) : higher}
              threshold={result.threshold}
              stretch={stretch}
            />
          </div>
        ))}
      </div>
      <p className="note">
        {words.strips(String(stretch.low), String(stretch.high))}{' '}
        {score?.status === 'shown' ? words.shares(number(score.n)) : null}{' '}
        {waveLabel && tests > 0 ? words.change(waveLabel, tests) : null}
      </p>
    </section>
  );
}

function opposite(direction: Direction): Direction {
  return direction === 'better' ? 'worse' : direction === 'worse' ? 'better' : 'neutral';
}

function ScoreCard({
  estimate,
  statistic,
  comparison,
  higher,
  threshold,
  stretch,
}: {
  estimate: Estimate | null;
  statistic: (typeof headlines)[number];
  comparison: Comparison | null;
  higher: Direction;
  threshold: number;
  stretch: { readonly low: number; readonly high: number };
}) {
  const words = useMessages(messages);
  const shared = useMessages(resultMessages);
  const format = useFigureFormat();
  const label = shared.statistics[statistic];
  return (
    <div className="card score">
      <h3 className="label small">{label}</h3>
      {estimate?.status === 'shown' ? (
        <>
          <p className="big">
            {format.bare(statistic, estimate.value)}
            <small>
              {statistic === 'score' ? ` ${words.outOf}` : statistic === 'net' || statistic === 'nps' ? '' : ' %'}
            </small>
          </p>
          <SvgPicture
            svg={
              scoreStrip(
                {
                  name: `${label} ${format.value(statistic, estimate.value)}`,
                  estimate: plotted(estimate),
                  stretch:
                    statistic === 'score'
                      ? stretch
                      : statistic === 'net' || statistic === 'nps'
                        ? { low: -100, high: 100 }
                        : shareStretch([100]),
                },
                fluid,
              ).svg
            }
          />
          <p className="ci-text">
            {estimate.ci
              ? words.interval(format.interval(statistic, estimate.ci))
              : isUnanimous(estimate)
                ? words.unanimous
                : words.noInterval}
          </p>
          <QualityTag estimate={estimate} />
        </>
      ) : (
        <p>
          <Withheld reason={estimate?.reason ?? 'not-asked'} threshold={threshold} />
        </p>
      )}
      {comparison && estimate?.status === 'shown' ? (
        <p className="delta">
          <ComparisonTag comparison={comparison} higher={higher} />
          <Difference comparison={comparison} />
        </p>
      ) : null}
    </div>
  );
}
