import { fluid, intervalAxis, intervalRow, shareStretch, stretchTicks } from '@common-measure/chart';
import type { Codebook, Variable } from '@common-measure/dataset';
import type { AnalysisResult, Domain, Estimate } from '@common-measure/estimate';
import {
  ChartFigure,
  DataTable,
  SelectField,
  SvgPicture,
  useFormat,
  useMessages,
  useText,
  Withheld,
} from '@common-measure/platform/web-kit';
import { type ReactNode, useState } from 'react';
import { FigureCell, isFlagged, QualityTag } from './figure-cell.tsx';
import { plotted, plottedValues, useFigureFormat } from './figure-format.ts';
import { countsOf, figureOf } from './figures.ts';
import { questionMessages } from './question-words.ts';

interface Answer {
  readonly code: string;
  readonly label: Variable['label'];
  readonly share: Estimate | null;
}

/** Any question of the dataset: how its answers are spread, each share with its interval. */
export function QuestionAnswers({
  codebook,
  result,
  domain,
  trace,
}: {
  codebook: Codebook;
  result: AnalysisResult;
  domain: Domain;
  /** "How was this computed?" of the shares of a question. */
  trace: (question: Variable) => ReactNode;
}) {
  const words = useMessages(questionMessages);
  const read = useText();
  const questions = codebook.variables.filter((variable) =>
    variable.values.some(({ code }) => shareOf(result, variable, code, domain) !== null),
  );
  const [name, setName] = useState(codebook.roles.overall ?? '');
  const question = questions.find((variable) => variable.name === name) ?? questions[0];
  if (!question) return null;
  return (
    <>
      <div className="half">
        <SelectField
          label={words.choose}
          value={question.name}
          options={questions.map((variable) => ({ value: variable.name, label: read(variable.label) }))}
          onChange={setName}
        />
      </div>
      <QuestionFigure question={question} result={result} domain={domain} />
      {trace(question)}
    </>
  );
}

function hasInterval({ share }: Answer): boolean {
  return share?.status === 'shown' && share.ci !== null;
}

function shareOf(result: AnalysisResult, variable: Variable, code: string, domain: Domain): Estimate | null {
  return figureOf(result, { statistic: 'proportion', variable: variable.name, value: code }, domain);
}

function QuestionFigure({ question, result, domain }: { question: Variable; result: AnalysisResult; domain: Domain }) {
  const words = useMessages(questionMessages);
  const read = useText();
  const { number } = useFormat();
  const answers: readonly Answer[] = question.values.map(({ code, label }) => ({
    code,
    label,
    share: shareOf(result, question, code, domain),
  }));
  const valid = countsOf(result, question.name, domain)?.valid;
  return (
    <ChartFigure
      level={3}
      finding={useFinding(answers)}
      base={words.base(
        read(question.question ?? question.label),
        valid == null ? '–' : number(valid),
        answers.some(hasInterval),
      )}
      picture={<AnswerRows answers={answers} threshold={result.threshold} />}
      table={<AnswersTable answers={answers} caption={read(question.label)} threshold={result.threshold} />}
    />
  );
}

/** The most frequent answer, where its interval stands above all others. */
function useFinding(answers: readonly Answer[]): string {
  const words = useMessages(questionMessages);
  const read = useText();
  const shown = answers
    .flatMap(({ label, share }) => (share?.status === 'shown' ? [{ label, share }] : []))
    .sort((a, b) => b.share.value - a.share.value);
  const [first, second] = shown;
  if (!first) return words.withheld;
  const isClear = !second || first.share.ci === null || (second.share.ci?.high ?? 1) < first.share.ci.low;
  return isClear ? words.most(read(first.label), first.share.value * 100) : words.none;
}

function AnswerRows({ answers, threshold }: { answers: readonly Answer[]; threshold: number }) {
  const words = useMessages(questionMessages);
  const read = useText();
  const format = useFormat();
  const figures = useFigureFormat();
  const stretch = shareStretch(plottedValues(answers.map(({ share }) => share)));
  const ticks = stretchTicks(stretch);
  const axis = intervalAxis({ stretch, ticks: ticks.map((at) => ({ at, label: format.percent(at) })) }, fluid);
  return (
    <div className="wrap">
      <table className="items">
        <thead>
          <tr>
            <th scope="col">{words.answer}</th>
            <th scope="col" className="plotcell">
              <span className="vh">{words.interval}</span>
              <SvgPicture svg={axis.svg} />
            </th>
            <th scope="col" className={answers.some(({ share }) => isFlagged(share)) ? 'est flagged' : 'est'}>
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {answers.map(({ code, label, share }) => (
            <tr key={code}>
              <th scope="row">{read(label)}</th>
              {share?.status === 'shown' ? (
                <>
                  <td className="plotcell">
                    <SvgPicture
                      svg={
                        intervalRow(
                          {
                            name: `${read(label)} ${figures.value('proportion', share.value)}`,
                            estimate: plotted(share),
                            stretch,
                            ticks,
                          },
                          fluid,
                        ).svg
                      }
                    />
                  </td>
                  <td className="est">
                    <FigureCell estimate={share} threshold={threshold} />
                    <QualityTag estimate={share} />
                  </td>
                </>
              ) : (
                <td colSpan={2}>
                  <Withheld reason={share?.reason ?? 'not-asked'} threshold={threshold} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AnswersTable({
  answers,
  caption,
  threshold,
}: {
  answers: readonly Answer[];
  caption: string;
  threshold: number;
}) {
  const words = useMessages(questionMessages);
  const read = useText();
  const figures = useFigureFormat();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={answers}
      rowKey={({ code }) => code}
      columns={[
        { key: 'answer', header: words.answer, cell: ({ label }) => read(label) },
        {
          key: 'share',
          header: words.share,
          numeric: true,
          cell: ({ share }) => <FigureCell estimate={share} threshold={threshold} />,
        },
        {
          key: 'se',
          header: words.standardError,
          numeric: true,
          cell: ({ share }) =>
            share?.status === 'shown' && share.se !== null ? figures.standardError('proportion', share.se) : null,
        },
      ]}
    />
  );
}
