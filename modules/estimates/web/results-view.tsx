import type { Codebook, Variable } from '@common-measure/dataset';
import {
  type AnalysisResult,
  type Comparison,
  type ComparisonWarning,
  type Domain,
  isUnanimous,
} from '@common-measure/estimate';
import { Card, insideSentence, Message, useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import type { ReactNode } from 'react';
import { FigureTrace } from './figure-trace.tsx';
import { comparisonOf, figureOf, sameDomain } from './figures.ts';
import { GroupsFigure } from './groups-figure.tsx';
import { Headline } from './headline.tsx';
import { ItemsFigure } from './items-figure.tsx';
import { QuestionAnswers } from './question-figure.tsx';
import { resultMessages } from './result-words.ts';
import { ResultsLede } from './results-lede.tsx';
import { resultsMessages } from './results-words.ts';
import { useTraceChoices } from './trace-choices.ts';
import { traceMessages } from './trace-words.ts';
import { type WavePoint, WavesFigure } from './waves-figure.tsx';

export interface ResultsViewProps {
  readonly codebook: Codebook;
  /** Overall item and rating items, in the domain that is shown. */
  readonly result: AnalysisResult;
  /** The domain that is shown: empty for everyone. */
  readonly domain: Domain;
  readonly waveLabel: string | null;
  readonly waves: readonly WavePoint[];
  /** The profile variable whose groups are in the result; null where none is chosen. */
  readonly by: Variable | null;
  readonly datasetId: string;
  /** The earlier wave compared with. */
  readonly against: string | null;
  /** Chooses any figure and shows its computation. */
  readonly chooser: ReactNode;
}

/** The results of a dataset from the opening sentence down. */
export function ResultsView(props: ResultsViewProps) {
  const { codebook, result, domain, waveLabel, waves, by, datasetId, against, chooser } = props;
  const trace = useMessages(traceMessages);
  const choices = useTraceChoices(result, domain, against);
  const words = useMessages(resultsMessages);
  const read = useText();
  const overall = codebook.variables.find((variable) => variable.name === codebook.roles.overall);
  const headline = overall ? figureOf(result, { statistic: 'score', variable: overall.name }, domain) : null;
  const items = codebook.variables.filter((variable) => variable.kind === 'rating' && variable.name !== overall?.name);
  const shownGroup = by?.values.filter(({ code }) => domain[by.name] === code).map(({ label }) => read(label)) ?? [];
  const asked = items.filter((item) => figureOf(result, { statistic: 'score', variable: item.name }, domain) !== null);
  return (
    <>
      {overall ? (
        <>
          <div className="section">
            <ResultsLede
              outcome={[...shownGroup, words.named(read(overall.label))].join(', ')}
              estimate={headline}
              comparison={comparisonOf(
                result.comparisons,
                { statistic: 'score', variable: overall.name },
                domain,
                'wave',
              )}
            />
          </div>
          <WaveWarnings comparisons={result.comparisons.filter((one) => isShown(one, domain, [overall, ...items]))} />
          <Headline
            result={result}
            domain={domain}
            variable={overall.name}
            higher={overall.scale?.higher ?? 'neutral'}
            waveLabel={waveLabel}
          />
          {headline?.status === 'shown' ? (
            <div className="section card">
              <FigureTrace
                datasetId={datasetId}
                figure={[...shownGroup, trace.headline].join(', ')}
                choices={choices.ofHeadline(overall)}
              />
            </div>
          ) : null}
        </>
      ) : (
        <Message title={words.noOverall}>{words.noOverallWhy}</Message>
      )}
      {overall && by ? (
        <Card className="section stack">
          <GroupsFigure result={result} outcome={overall} by={by} />
          <FigureTrace
            datasetId={datasetId}
            figure={trace.groups(insideSentence(read(by.label)))}
            choices={choices.ofGroups(overall, by)}
          />
        </Card>
      ) : null}
      {asked.length > 0 ? (
        <Card className="section">
          <ItemsFigure result={result} items={asked} domain={domain} waveLabel={waveLabel} />
          <FigureTrace datasetId={datasetId} figure={trace.items} choices={choices.ofItems(asked)} />
        </Card>
      ) : null}
      {overall && waves.length > 1 && Object.keys(domain).length === 0 ? (
        <Card className="section">
          <WavesFigure outcome={read(overall.label)} waves={waves} threshold={result.threshold} />
          <FigureTrace datasetId={datasetId} figure={trace.waves} choices={choices.ofWaves(overall, waves)} />
        </Card>
      ) : null}
      <Card className="section stack" title={words.question}>
        <QuestionAnswers
          codebook={codebook}
          result={result}
          domain={domain}
          trace={(question) => (
            <FigureTrace
              datasetId={datasetId}
              figure={`${trace.answers}, ${words.named(read(question.label))}`}
              choices={choices.ofQuestion(question)}
            />
          )}
        />
      </Card>
      <Card className="section stack" title={words.trace}>
        <p className="muted">{words.traceText}</p>
        {chooser}
      </Card>
      <Remarks result={result} codebook={codebook} />
    </>
  );
}

function isShown({ estimand, domain }: Comparison, shown: Domain, items: readonly Variable[]): boolean {
  return sameDomain(domain, shown) && items.some((item) => item.name === estimand.variable);
}

/** What stands against comparing with the chosen wave, said once. */
function WaveWarnings({ comparisons }: { comparisons: readonly Comparison[] }) {
  const words = useMessages(resultsMessages);
  const shared = useMessages(resultMessages);
  const { list } = useFormat();
  const ofWave = comparisons.flatMap((one) => (one.with.kind === 'wave' ? [{ ...one, label: one.with.label }] : []));
  const label = ofWave[0]?.label;
  const warnings = [...new Set(ofWave.flatMap((one) => one.warnings))].filter(
    (warning): warning is Exclude<ComparisonWarning, 'not-in-wave'> => warning !== 'not-in-wave',
  );
  if (label === undefined || warnings.length === 0) return null;
  return (
    <div className="section">
      <Message
        kind="caution"
        title={ofWave.some((one) => one.status === 'tested') ? words.careWith(label) : words.cannotCompare(label)}
      >
        {words.because(list(warnings.map((warning) => shared.warnings[warning])))}
      </Message>
    </div>
  );
}

function Remarks({ result, codebook }: { result: AnalysisResult; codebook: Codebook }) {
  const words = useMessages(resultsMessages);
  const read = useText();
  const { list } = useFormat();
  const named = (estimates: AnalysisResult['estimates']) => {
    const names = new Set(estimates.map(({ estimand }) => estimand.variable));
    return codebook.variables.filter(({ name }) => names.has(name)).map(({ label }) => words.quoted(read(label)));
  };
  const hidden = result.estimates.filter((one) => one.status === 'withheld' && one.reason !== 'no-cases');
  const ofEveryone = hidden.filter(({ domain }) => Object.keys(domain).length === 0);
  const unanimous = named(result.estimates.filter(isUnanimous));
  // A question whose own answers are withheld is no breakdown.
  const withheld =
    hidden.length > ofEveryone.length
      ? words.someWithheld(result.threshold)
      : words.questionsWithheld(list(named(ofEveryone)), result.threshold);
  if (result.remarks.length === 0) return null;
  return (
    <Card className="section" title={words.remarks}>
      <ul>
        {result.remarks.map((remark) => (
          <li key={remark.code + read(remark.text)}>
            {remark.code === 'breakdowns-withheld'
              ? withheld
              : remark.code === 'same-answer'
                ? words.unanimous(list(unanimous))
                : read(remark.text)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
