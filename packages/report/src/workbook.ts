import type { UiLanguage } from '@common-measure/kernel';
import { composeReport } from './compose.ts';
import type { Block, ReportDocument, Table } from './document.ts';
import { editionContext } from './edition-context.ts';
import { computationNotes } from './notes.ts';
import type { ReportSource } from './source.ts';
import { tidyRows } from './tidy-rows.ts';
import { methodWords } from './words/method-words.ts';
import { noteWords } from './words/note-words.ts';
import { workbookWords } from './words/workbook-words.ts';

/** One sheet: a header row, then rows. Numbers are numbers; null is an empty cell. */
export interface WorkbookSheet {
  /** At most 31 characters, unique, without []:*?/\. */
  readonly name: string;
  /** What the sheet holds, for its first line. */
  readonly title: string;
  readonly columns: readonly { readonly head: string; readonly width: number; readonly digits: number | null }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The report as sheets: about, every estimate with n, se, interval and flags, differences, drivers, method, questions. */
export function reportWorkbook(source: ReportSource, language: UiLanguage): readonly WorkbookSheet[] {
  const report = composeReport(source, language);
  const words = workbookWords[language];
  const sheets = [
    aboutSheet(report, language),
    estimatesSheet(source, language),
    ...(source.differences.length > 0 && source.codebook.design.samplingClass !== 'non-probability'
      ? [differencesSheet(source, language)]
      : []),
    ...driversSheets(source, language),
    ...tableSheet(report, 'questionnaire', words.questions),
    computedSheet(source, language),
    ...scriptSheets(source, language),
  ];
  return sheets;
}

function aboutSheet(report: ReportDocument, language: UiLanguage): WorkbookSheet {
  const words = workbookWords[language];
  const method = report.sections.find((section) => section.id === 'method');
  const facts = method?.blocks.flatMap((block: Block) => (block.kind === 'facts' ? block.rows : [])) ?? [];
  return {
    name: words.about,
    title: report.title,
    columns: [
      { head: words.term, width: 26, digits: null },
      { head: words.text, width: 110, digits: null },
    ],
    rows: [
      [words.organization, report.organization],
      ...report.tags.map((tag) => [words.edition, tag]),
      ...report.fieldwork.rows.map(([term, text]) => [term, text]),
      ...facts.map(([term, text]) => [term, text]),
      [words.symbols, words.symbolsText],
      [methodWords[language].made, report.footer],
    ],
  };
}

function estimatesSheet(source: ReportSource, language: UiLanguage): WorkbookSheet {
  const words = workbookWords[language];
  const widths = [16, 38, 14, 24, 28, 11, 9, 10, 10, 7, 9, 11, 8, 11, 34, 8];
  const digits = [null, null, null, null, null, 4, 4, 4, 4, 0, 0, 0, 2, null, null, 0];
  return {
    name: words.estimates,
    title: words.estimatesTitle,
    columns: words.estimateHeads.map((head, i) => ({ head, width: widths[i] ?? 12, digits: digits[i] ?? null })),
    rows: tidyRows(source, language).map((row) => [
      row.variable,
      row.label,
      row.statistic,
      row.valueLabel,
      row.lensLabel,
      row.estimate,
      row.se,
      row.ciLow,
      row.ciHigh,
      row.df,
      row.n,
      row.effectiveN,
      row.deff,
      row.flag ? (words.flags[row.flag] ?? row.flag) : '',
      row.reason,
      row.note,
    ]),
  };
}

function differencesSheet(source: ReportSource, language: UiLanguage): WorkbookSheet {
  const words = workbookWords[language];
  const labels = new Map(source.codebook.variables.map((variable) => [variable.name, variable.label[language]]));
  return {
    name: words.differences,
    title: words.differencesTitle,
    columns: words.differenceHeads.map((head, i) => ({
      head,
      width: [34, 24, 20, 12, 10, 10, 14, 10][i] ?? 12,
      digits: i >= 3 && i <= 5 ? 2 : null,
    })),
    rows: source.differences.map((d) => [
      labels.get(d.variable) ?? d.variable,
      Object.entries(d.domain)
        .map(([name, code]) => `${name}=${code}`)
        .join(';'),
      d.against.kind === 'rest' ? words.rest : d.against.label,
      d.value,
      d.low,
      d.high,
      d.clear ? words.clear : words.notClear,
      d.tests,
    ]),
  };
}

function driversSheets(source: ReportSource, language: UiLanguage): readonly WorkbookSheet[] {
  const { drivers } = source;
  if (!drivers) return [];
  const words = workbookWords[language];
  const labels = new Map(source.codebook.variables.map((variable) => [variable.name, variable.label[language]]));
  const mayErr = source.codebook.design.samplingClass !== 'non-probability';
  return [
    {
      name: words.drivers,
      title: words.driversTitle,
      columns: words.driverHeads.map((head, i) => ({ head, width: i === 0 ? 44 : 14, digits: i === 0 ? null : 4 })),
      rows: drivers.shares.map((share) => [
        labels.get(share.variable) ?? share.variable,
        share.share,
        mayErr && share.interval ? share.interval[0] : null,
        mayErr && share.interval ? share.interval[1] : null,
      ]),
    },
  ];
}

/** The computation notes, numbered as in the column of the estimates. */
function computedSheet(source: ReportSource, language: UiLanguage): WorkbookSheet {
  const words = workbookWords[language];
  const { scriptNames } = noteWords[language];
  const context = editionContext(source, language);
  return {
    name: words.computed,
    title: noteWords[language].title,
    columns: words.computedHeads.map((head, i) => ({
      head,
      width: [8, 34, 110, 48][i] ?? 12,
      digits: i === 0 ? 0 : null,
    })),
    rows: computationNotes(context).map(({ number, title, formula, script }) => [
      number,
      title,
      formula,
      source.scripts.some(({ id }) => id === script) ? scriptNames[script] : '',
    ]),
  };
}

/** The R scripts line by line, to be copied out. */
function scriptSheets(source: ReportSource, language: UiLanguage): readonly WorkbookSheet[] {
  const { scriptNames } = noteWords[language];
  const words = workbookWords[language];
  return source.scripts.map(({ id, r }) => ({
    name: words.scriptSheets[id],
    title: scriptNames[id],
    columns: [{ head: scriptNames[id], width: 140, digits: null }],
    rows: r.split('\n').map((line) => [line]),
  }));
}

function tableSheet(report: ReportDocument, id: string, name: string): readonly WorkbookSheet[] {
  const section = report.sections.find((one) => one.id === id);
  const tables = section?.blocks.flatMap((block): Table[] => (block.kind === 'table' ? [block.table] : [])) ?? [];
  return tables.slice(0, 1).map((table) => ({
    name,
    title: table.caption,
    columns: [table.labelHead, ...table.columns.map((column) => column.head)].map((head, i) => ({
      head,
      width: i === 0 ? 18 : 70,
      digits: null,
    })),
    rows: table.rows.map((row) =>
      row.kind === 'cells'
        ? [row.label, ...row.cells.map((cell) => (cell.kind === 'text' ? cell.text : ''))]
        : [row.label, `${row.mark} ${row.reason}`],
    ),
  }));
}
