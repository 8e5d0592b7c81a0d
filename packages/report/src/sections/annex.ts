import type { Variable } from '@common-measure/dataset';
import type { Estimate } from '@common-measure/estimate';
import { textIn } from '@common-measure/kernel';
import { type Block, type Cell, type Column, type Row, type Section, textCell } from '../document.ts';
import type { EditionContext } from '../edition-context.ts';
import { printedValue } from '../figure-format.ts';
import { reportVariables } from '../report-variables.ts';
import { orderedAnswers, ratedItems } from '../results.ts';
import { resultWords } from '../words/result-words.ts';
import { missingLabel } from './computation.ts';

/** Every estimate of the rated items, items of one answer scale in one table. */
export function annexSection(context: EditionContext): Section {
  const words = resultWords[context.language];
  const families = new Map<number, Variable[]>();
  for (const item of ratedItems(context.results)) {
    const size = orderedAnswers(item).length;
    families.set(size, [...(families.get(size) ?? []), item]);
  }
  const tables = [...families.values()].map((family, i): Block => {
    const caption = i === 0 ? words.annexTitle : `${words.annexTitle} (${i + 1})`;
    return annexTable(context, family, caption);
  });
  return {
    id: 'annex',
    title: words.annexTitle,
    isWide: true,
    blocks: [...tables, { kind: 'note', text: annexNote(context) }],
  };
}

function annexTable(context: EditionContext, family: readonly Variable[], caption: string): Block {
  const words = resultWords[context.language];
  const { format } = context;
  const first = family[0];
  const answers = first ? orderedAnswers(first) : [];
  const missing = missingKeys(context, family);
  const heads = [
    words.asked,
    ...missing.map((key) => missingLabel(context, first, key)),
    ...answers.map((answer) => answer.code),
    words.topTwo,
    format.words.score,
    ...(context.allowsInference ? [format.words.intervalOf(context.level), 'deff'] : []),
  ];
  const columns = heads.map((head): Column => ({ head, align: 'end', axis: null }));
  return {
    kind: 'table',
    isDense: true,
    table: {
      caption,
      labelHead: format.words.item,
      columns,
      rows: family.map((item) => annexRow(context, item, missing)),
    },
  };
}

function annexRow(context: EditionContext, item: Variable, missing: readonly string[]): Row {
  const label = context.text(item.label);
  const isStrong = item.name === context.results.codebook.roles.overall;
  const score = context.results.estimate(item.name, 'score');
  if (!score || score.status === 'withheld') {
    const { mark, reason } = score ? context.withheld(score) : { mark: '..', reason: '' };
    return { kind: 'withheld', label, mark, reason };
  }
  const { format } = context;
  const counts = context.results.counts(item.name);
  const ci = context.interval(score);
  const cells: Cell[] = [
    textCell(format.count(score.n)),
    ...missing.map((key) => missingCell(context, counts?.missing[key])),
    ...orderedAnswers(item).map((answer) =>
      figureCell(context, context.results.estimate(item.name, 'proportion', {}, answer.code)),
    ),
    figureCell(context, context.results.estimate(item.name, 'top-2')),
    textCell(format.number(score.value), { isStrong: true }),
    ...(context.allowsInference
      ? [
          textCell(ci ? format.range(ci.low, ci.high) : ''),
          textCell(score.deff === null ? '' : format.number(score.deff, 2)),
        ]
      : []),
  ];
  return { kind: 'cells', label, isStrong, cells };
}

/** The reasons for having no answer on the scale that occur among these items, in the order of the first that has them. */
function missingKeys(context: EditionContext, family: readonly Variable[]): readonly string[] {
  const keys = family.flatMap((item) => {
    const counts = context.results.counts(item.name);
    return counts ? Object.keys(counts.missing).filter((key) => (counts.missing[key] ?? 0) > 0) : [];
  });
  return [...new Set(keys)];
}

function missingCell(context: EditionContext, count: number | null | undefined): Cell {
  if (count === undefined) return textCell(context.format.count(0));
  return count === null ? textCell('x', { tone: 'quiet' }) : textCell(context.format.count(count));
}

function figureCell(context: EditionContext, estimate: Estimate | null): Cell {
  if (!estimate) return textCell('');
  if (estimate.status === 'withheld') return textCell(context.withheld(estimate).mark, { tone: 'quiet' });
  return textCell(printedValue(estimate.value, estimate.estimand.statistic, context.format));
}

/** The questions as they were put, with the answers that could be given and the codes in the data. */
export function questionnaireSection(context: EditionContext): Section {
  const words = resultWords[context.language];
  const asked = reportVariables(context.results.codebook);
  const rows = asked.map((variable): Row => {
    const question = variable.question ? context.text(variable.question) : words.noWording;
    const list = [...variable.values, ...variable.missing.filter((code) => code.code !== '')];
    const answers = list.map((value) => answerWords(value.code, textIn(value.label, context.language))).join('; ');
    return {
      kind: 'cells',
      label: context.text(variable.label),
      isStrong: false,
      cells: [
        textCell(question, { small: variable.name, tone: variable.question ? 'plain' : 'quiet' }),
        textCell(answers),
      ],
    };
  });
  const columns = [words.question, words.scaleHead].map((head): Column => ({ head, align: 'start', axis: null }));
  return {
    id: 'questionnaire',
    title: words.questionnaireTitle,
    isWide: false,
    blocks: [
      {
        kind: 'table',
        isDense: true,
        table: { caption: words.questionnaireTitle, labelHead: context.format.words.item, columns, rows },
      },
    ],
  };
}

/** "1 very poor"; the code is not said twice where the label begins with it. */
function answerWords(code: string, label: string): string {
  return label === '' ? code : label.startsWith(code) ? label : `${code} ${label}`;
}

function annexNote(context: EditionContext): string {
  const words = resultWords[context.language];
  const isWeighted = context.results.codebook.design.weight !== null;
  return [
    isWeighted ? words.annexWeighted : words.annexUnweighted,
    ...(context.allowsInference ? [words.annexDeff] : []),
    words.annexMarks,
  ].join(' ');
}
