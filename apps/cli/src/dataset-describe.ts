import { access, readFile, writeFile } from 'node:fs/promises';
import { type Codebook, explainReason, type Guess, readCodebook, type Variable } from '@common-measure/dataset';
import { formatNumber, type Problem, type UiLanguage } from '@common-measure/kernel';
import { describeFile, type FileDescription } from '@common-measure/modules/datasets/server';
import { type Command, type CommandCall, WrongCall } from './command.ts';
import { describeWords } from './dataset-words.ts';
import { existing, refuse, unreadable } from './refusal.ts';

export const datasetDescribe: Command = {
  name: 'dataset describe',
  usage: 'FILE [--codebook LAST.json] [--to CODEBOOK.json]',
  summary: {
    en: 'tell what was understood of a CSV file, with the evidence for each guess',
    fr: 'dit ce qui a été compris d’un fichier CSV, avec la preuve de chaque supposition',
  },
  help: {
    en: [
      '--codebook LAST.json   fill in the choices of an earlier wave and show what differs.',
      '--to CODEBOOK.json     write the choices to a new file; edit it, then import with it.',
      'Nothing is kept. A "?" marks a column that waits for a decision and stays out of results until then.',
    ],
    fr: [
      '--codebook LAST.json   reprend les choix d’une vague antérieure et montre les différences.',
      '--to CODEBOOK.json     écrit les choix dans un nouveau fichier; modifiez-le, puis importez avec lui.',
      'Rien n’est conservé. Un «\u00a0?\u00a0» marque une colonne qui attend une décision et reste hors des résultats d’ici là.',
    ],
  },
  options: { codebook: 'value', to: 'value' },
  run: async (call) => {
    const path = operand(call);
    const last = typeof call.options.codebook === 'string' ? await codebookFrom(call.options.codebook) : null;
    if (last && 'problems' in last) return refuse(call, last.problems);
    if (!(await isReadable(path))) return refuse(call, [unreadable(path)]);
    const described = await describeFile(path, last);
    if (!described.ok) return refuse(call, described.reasons);
    const { profile: _, ...description } = described.value;
    if (typeof call.options.to === 'string') {
      const taken = await isReadable(call.options.to);
      if (taken) return refuse(call, [existing(call.options.to)]);
      await writeFile(call.options.to, `${JSON.stringify(description.codebook, null, 2)}\n`);
    }
    if (call.json) {
      const guesses = description.guesses.map((guess) => ({ ...guess, evidence: guess.reasons.map(explainReason) }));
      call.print(JSON.stringify({ ...description, guesses }, null, 2));
    } else for (const line of sentences(described.value, call.language)) call.print(line);
    return 0;
  },
};

export function operand(call: CommandCall): string {
  const path = call.operands[0];
  if (path === undefined)
    throw new WrongCall(call.language === 'fr' ? 'Il manque le nom du fichier.' : 'The name of the file is missing.');
  return path;
}

export async function codebookFrom(path: string): Promise<Codebook | { readonly problems: readonly Problem[] }> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return { problems: [unreadable(path)] };
  const read = readCodebook(text);
  return read.ok ? read.value : { problems: read.reasons };
}

export function isReadable(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function sentences(described: FileDescription, language: UiLanguage): readonly string[] {
  const { source, codebook, guesses, differences, findings } = described;
  const words = describeWords[language];
  const open = codebook.variables.filter((variable) => !variable.decided);
  const width = Math.min(24, Math.max(...codebook.variables.map((variable) => variable.column.length)));
  return [
    words.file(source.fileName, formatNumber(source.rows, language), formatNumber(source.columns, language)),
    words.reading(source.encoding, words.delimiters[source.delimiter]),
    words.open(open.length, codebook.variables.length),
    '',
    ...codebook.variables.flatMap((variable) => columnLines(variable, guesses, width, language)),
    '',
    ...guesses
      .filter((guess) => !['kind', 'scale', 'missing', 'access'].includes(guess.aspect))
      .map(
        (guess) =>
          `${guess.decided ? ' ' : '?'} ${words.aspects[guess.aspect]}${words.colon} ${fileGuess(guess, language)}`,
      ),
    ...section(
      words.differences,
      differences.map((difference) => difference.text[language]),
    ),
    ...section(
      words.findings,
      findings.map((finding) => `${finding.title[language]} ${finding.remedy[language]}`),
    ),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function columnLines(
  variable: Variable,
  guesses: readonly Guess[],
  width: number,
  language: UiLanguage,
): readonly string[] {
  const words = describeWords[language];
  const codes = variable.missing.map(
    ({ code, kind }) => `${code === '' ? words.empty : code} = ${words.missing[kind]}`,
  );
  const holds = variable.scale
    ? `${variable.scale.min}–${variable.scale.max}`
    : variable.kind === 'category'
      ? words.values(variable.values.length)
      : '';
  const facts = [words.kinds[variable.kind], holds, variable.access === 'closed' ? words.closed : '', codes.join(', ')];
  const line = `${variable.decided ? ' ' : '?'} ${variable.column.padEnd(width)}  ${facts.filter((fact) => fact !== '').join('; ')}`;
  if (variable.decided) return [line];
  const evidence = guesses
    .filter((guess) => guess.variable === variable.name && !guess.decided && guess.aspect !== 'scale')
    .flatMap((guess) => guess.reasons.map((reason) => explainReason(reason)[language]));
  return [line, ...[...new Set(evidence)].map((sentence) => `${' '.repeat(width + 4)}${sentence}`)];
}

function fileGuess(guess: Guess, language: UiLanguage): string {
  const words = describeWords[language];
  const choice =
    guess.aspect === 'sampling-class' ? words.samplingClasses[guess.choice] : (guess.variable ?? guess.choice);
  const shown = choice === undefined || choice === '' ? words.none : choice;
  return `${shown}. ${guess.reasons.map((reason) => explainReason(reason)[language]).join(' ')}`;
}
