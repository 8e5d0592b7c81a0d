import { createHash } from 'node:crypto';
import { parseCsv, type ResponseMarks, sniffDelimiter } from '@common-measure/dataset';
import {
  type Answers,
  allottedAnswers,
  armCode,
  choicesOf,
  heldQuotas,
  type Instrument,
  isAnswerable,
  outsideAnswers,
  type Question,
  questionsOf,
  readAnswers,
  recordedAnswers,
  respondentWords,
  statedAllotment,
  storedCodes,
  whichQuestions,
} from '@common-measure/instrument';
import { marksOf } from '../fieldwork/response-marks.ts';
import type { LateFileReport } from './contract.ts';
import { uuidOf } from './row-id.ts';

type Fault = LateFileReport['problems'][number];

/** One person of a file, as it is recorded. */
export interface LateRow {
  /** Checksum of what the file says of the person, and how she was asked. */
  readonly content: string;
  /** The id of the row in a file that was joined before files had a name. */
  readonly earlierId: string;
  /** ISO date; null where the file does not say. */
  readonly day: string | null;
  readonly language: string;
  readonly answers: Answers;
  readonly quotas: readonly string[];
  readonly marks: ResponseMarks;
}

export interface LateFile {
  readonly rows: readonly LateRow[];
  readonly columns: LateFileReport['columns'];
  readonly missing: readonly string[];
  readonly faults: readonly Fault[];
  /** Checksum of the whole file. */
  readonly fingerprint: string;
}

const says = {
  unknownColumn: {
    what: {
      en: 'this column is no question of the questionnaire.',
      fr: 'cette colonne n’est pas une question du questionnaire.',
    },
    remedy: {
      en: 'Name it by the code or the wording of its question, or leave it out.',
      fr: 'Nommez-la par le code ou le libellé de sa question, ou retirez-la.',
    },
  },
  twice: {
    what: { en: 'this question has two columns.', fr: 'cette question a deux colonnes.' },
    remedy: { en: 'Keep one of them.', fr: 'N’en gardez qu’une.' },
  },
  language: {
    what: {
      en: 'the questionnaire is not asked in this language.',
      fr: 'le questionnaire n’est pas offert dans cette langue.',
    },
    remedy: {
      en: 'Write a tag such as “en” or “fr”.',
      fr: 'Écrivez une étiquette comme «\u00a0en\u00a0» ou «\u00a0fr\u00a0».',
    },
  },
  day: {
    what: { en: 'this is no day.', fr: 'ce n’est pas un jour.' },
    remedy: { en: 'Write the day as 2026-11-22.', fr: 'Écrivez le jour comme 2026-11-22.' },
  },
  answer: {
    en: 'Correct the cell; codes and labels of answers are both taken.',
    fr: 'Corrigez la case; les codes et les étiquettes des réponses sont acceptés.',
  },
} as const;

/**
 * Reads a file of answers given on paper or by telephone: columns by code or wording, cells by code or label, several answers of one
 * question between semicolons. Nobody can insist on paper, so nothing is required. `mode`: how people were asked.
 */
export function readLateFile(
  instrument: Instrument,
  waveId: string,
  content: string,
  { language, mode }: { readonly language: string; readonly mode: string },
): LateFile {
  const text = content.replace(/^\uFEFF/, '');
  const [header = [], ...body] = parseCsv(
    text,
    sniffDelimiter(text.slice(0, 100_000), text.length <= 100_000).delimiter,
  );
  const fingerprint = checksum(JSON.stringify([header, ...body]));
  const byName = namesOf(instrument);
  const columns = header.map((name) => ({ header: name, question: byName.get(folded(name)) ?? null }));
  const faults: Fault[] = [];
  for (const [at, { header: name, question }] of columns.entries()) {
    if (question === null) faults.push({ row: null, column: name, ...says.unknownColumn });
    else if (columns.findIndex((other) => other.question === question) !== at)
      faults.push({ row: null, column: name, ...says.twice });
  }
  const rows = body.flatMap((cells, at) => {
    const read = readRow(instrument, columns, cells, language);
    faults.push(...read.faults.map((fault) => ({ ...fault, row: at + 2 })));
    const said = columns.map(({ question }, column) => [question, (cells[column] ?? '').trim()]);
    const words = JSON.stringify([mode, language, said.filter(([, cell]) => cell !== '').toSorted()]);
    return read.row ? [{ ...read.row, content: checksum(words), earlierId: earlierId(waveId, fingerprint, at) }] : [];
  });
  const named = new Set(columns.map(({ question }) => question));
  const missing = questionsOf(instrument).filter((one) => isAnswerable(one) && !named.has(one.code));
  return { rows, columns, missing: missing.map(({ code }) => code), faults, fingerprint };
}

function readRow(
  instrument: Instrument,
  columns: LateFile['columns'],
  cells: readonly string[],
  fallback: string,
): { readonly row: Omit<LateRow, 'content' | 'earlierId'> | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const questions = questionsOf(instrument).map((question) => ({ ...question, required: false, softRequired: false }));
  const byCode = new Map(questions.map((question) => [question.code, question]));
  const entries: Record<string, readonly string[]> = {};
  let language = fallback;
  let day: string | null = null;
  for (const [at, { header, question: code }] of columns.entries()) {
    const cell = (cells[at] ?? '').trim();
    if (cell === '' || code === null) continue;
    if (code === 'answer_language') {
      language = cell;
      if (!instrument.languages.includes(cell)) faults.push({ row: null, column: header, ...says.language });
    } else if (code === 'answer_day') {
      day = cell;
      if (!isDay(cell)) faults.push({ row: null, column: header, ...says.day });
    } else {
      const question = byCode.get(code);
      entries[code] = question ? valuesOf(question, cell) : cell.split(';').map((part) => part.trim());
    }
  }
  const { answers: given, problems } = readAnswers(questions, entries);
  const { allotment, wrong } = statedAllotment(instrument, entries);
  const answers = { ...given, ...allottedAnswers(allotment) };
  const asked = new Set(whichQuestions(instrument, answers).map(({ code }) => code));
  const columnOf = (code: string): string => columns.find((one) => one.question === code)?.header ?? code;
  for (const problem of problems)
    if (!problem.soft && asked.has(problem.question))
      faults.push({ row: null, column: columnOf(problem.question), what: problem.message, remedy: says.answer });
  for (const code of wrong)
    faults.push({ row: null, column: columnOf(code), what: says.unknownColumn.what, remedy: says.answer });
  if (faults.length > 0) return { row: null, faults };
  const quotas = heldQuotas(instrument, answers).map(({ code }) => code);
  const marks = marksOf(instrument, answers);
  return { row: { day, language, answers: recordedAnswers(instrument, answers), quotas, marks }, faults };
}

/** What a cell says, as a form would send it: codes for labels, one entry for each of several answers. */
function valuesOf(question: Question, cell: string): readonly string[] {
  const choices = choicesOf(question);
  const words = new Map<string, string>(
    (['doesNotApply', 'dontKnow', 'preferNotToSay'] as const).flatMap((kind) => [
      [outsideAnswers[kind], outsideAnswers[kind]],
      ...(['en', 'fr'] as const).map(
        (language) => [folded(respondentWords[language][kind]), outsideAnswers[kind]] as const,
      ),
    ]),
  );
  for (const { code, label } of choices)
    for (const word of [...Object.values(label), code]) if (word) words.set(folded(word), code);
  const whole = words.get(folded(cell));
  if (whole !== undefined) return [whole];
  if (choices.length === 0) return [cell];
  const isList = question.type === 'multiple' || question.type === 'ranking';
  return (isList ? cell.split(/[;|]/) : [cell]).map((part) => words.get(folded(part)) ?? part.trim()).filter(Boolean);
}

/** Every name by which a column may be called, and the code that it stands for. */
function namesOf(instrument: Instrument): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const questions = questionsOf(instrument).filter(isAnswerable);
  for (const { code, wording } of questions)
    for (const text of Object.values(wording)) if (text) names.set(folded(text), names.has(folded(text)) ? '' : code);
  for (const question of questions) for (const code of storedCodes(question)) names.set(code, code);
  if (instrument.arms) names.set(armCode, armCode);
  for (const name of ['language', 'langue', 'answer_language'])
    if (!names.has(name)) names.set(name, 'answer_language');
  for (const name of ['day', 'jour', 'answer_day']) if (!names.has(name)) names.set(name, 'answer_day');
  return new Map([...names].filter(([, code]) => code !== ''));
}

const folded = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll('’', "'");

function isDay(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`);
  // The 30th of February is read as the 2nd of March: a day is one that is written as it was read.
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text;
}

const earlierId = (waveId: string, fingerprint: string, row: number): string =>
  uuidOf(`common-measure late row\0${waveId}\0${fingerprint}\0${row}`);
const checksum = (text: string): string => createHash('sha256').update(text).digest('hex');
