import { readFile } from 'node:fs/promises';
import {
  type Answer,
  type Comparability,
  type Instrument,
  type InstrumentFlaw,
  questionsOf,
  type Reachability,
  reachable,
  readDraftInstrument,
  readInstrument,
} from '@common-measure/instrument';
import type { UiLanguage } from '@common-measure/kernel';
import { adviceLines, questionnaireAdvice } from './advice-lines.ts';
import { bankHere } from './bank-here.ts';
import { type Command, type CommandCall, type ExitCode, WrongCall } from './command.ts';
import { comparabilityBy, comparabilityLines } from './comparability-lines.ts';
import { refuse, unreadable } from './refusal.ts';
import { jsonIn } from './request-file.ts';

export const instrumentCheck: Command = {
  name: 'instrument check',
  usage: 'FILE [--advice] [--paths] [--comparability]',
  summary: {
    en: 'say whether a questionnaire file can be published, and if not, every place and remedy',
    fr: 'dit si un fichier de questionnaire peut être publié et, sinon, chaque endroit et chaque remède',
  },
  help: {
    en: [
      '--advice   also give advice on wording, answers and translation, with minutes and reading level.',
      '--paths   also list which answers lead from each question to the next.',
      '--comparability   also say of each question from the bank whether its results can be compared.',
      'The file is described by docs/api/instrument.schema.json. Nothing is kept.',
      'Ends with 0 where it can be published, with 3 where something stands in the way.',
    ],
    fr: [
      '--advice   donne aussi des conseils sur le libellé, les réponses et la traduction, avec la durée et le niveau de lecture.',
      '--paths   énumère aussi les réponses qui mènent de chaque question à la suivante.',
      '--comparability   dit aussi de chaque question de la banque si ses résultats se comparent.',
      'Le fichier est décrit par docs/api/instrument.schema.json. Rien n’est conservé.',
      'Se termine par 0 si le questionnaire peut être publié, par 3 si quelque chose s’y oppose.',
    ],
  },
  options: { advice: 'flag', paths: 'flag', comparability: 'flag' },
  run: async (call) => {
    const path = call.operands[0];
    if (path === undefined)
      throw new WrongCall(call.language === 'fr' ? 'Il manque le nom du fichier.' : 'The name of the file is missing.');
    const content = await readFile(path, 'utf8').catch(() => null);
    if (content === null) return refuse(call, [unreadable(path)]);
    const json = jsonIn(path, content);
    if (!json.ok) return refuse(call, json.reasons);
    const read = readInstrument(json.value);
    const flaws = read.ok ? [] : read.reasons;
    const draft = readDraftInstrument(json.value);
    if (!draft.ok) return told(call, null, flaws, null);
    const wanted = call.options.comparability === true;
    return told(call, draft.value, flaws, wanted ? comparabilityBy(await bankHere(call), draft.value) : null);
  },
};

function told(
  call: CommandCall,
  instrument: Instrument | null,
  flaws: readonly InstrumentFlaw[],
  comparability: Comparability | null,
): ExitCode {
  const code = flaws.length === 0 ? 0 : 3;
  const paths = instrument && call.options.paths === true ? reachable(instrument) : null;
  const advice = instrument && call.options.advice === true ? questionnaireAdvice(instrument) : null;
  const questions = instrument ? questionsOf(instrument).length : 0;
  if (call.json) {
    const counts = { sections: instrument?.sections.length ?? 0, questions };
    const more = { ...(advice ?? {}), ...(paths ? { paths } : {}), ...(comparability ? { comparability } : {}) };
    call.print(JSON.stringify({ publishable: code === 0, ...counts, flaws, ...more }, null, 2));
    return code;
  }
  for (const flaw of flaws) call.printError(flaw.message[call.language]);
  if (code === 0) call.print(words[call.language].ready(questions, instrument?.sections.length ?? 0));
  else call.printError(words[call.language].refused(flaws.length));
  if (advice) for (const line of adviceLines(advice, call.language)) call.print(line);
  if (paths) for (const line of pathLines(paths, call.language)) call.print(line);
  if (comparability) for (const line of comparabilityLines(comparability, call.language)) call.print(line);
  return code;
}

function pathLines(paths: Reachability, language: UiLanguage): readonly string[] {
  const text = words[language];
  const lines = paths.leads.map(({ from, to, by }) => {
    const answers = by === 'any' ? text.any : by.map((answer) => inCodes(answer, language)).join(', ');
    return `${from ?? text.start} [${answers}] -> ${to ?? text.end}`;
  });
  return paths.complete ? lines : [...lines, text.incomplete];
}

function inCodes(answer: Answer, language: UiLanguage): string {
  if (answer.kind === 'codes') return answer.codes.join(' + ');
  if (answer.kind === 'number') return String(answer.value);
  return answer.kind === 'missing' ? words[language].none : words[language].some;
}

const words = {
  en: {
    ready: (questions: number, parts: number) =>
      `The questionnaire can be published: ${questions} question${questions === 1 ? '' : 's'} in ${parts} part${parts === 1 ? '' : 's'}.`,
    refused: (count: number) =>
      count === 1 ? '1 thing stands in the way of publishing.' : `${count} things stand in the way of publishing.`,
    any: 'any answer',
    none: 'no answer',
    some: 'an answer',
    start: 'start',
    end: 'end',
    incomplete: 'There are too many paths to follow: some may be missing above.',
  },
  fr: {
    ready: (questions: number, parts: number) =>
      `Le questionnaire peut être publié\u00a0: ${questions} question${questions > 1 ? 's' : ''} en ${parts} partie${parts > 1 ? 's' : ''}.`,
    refused: (count: number) =>
      count === 1 ? '1\u00a0élément empêche la publication.' : `${count}\u00a0éléments empêchent la publication.`,
    any: 'toute réponse',
    none: 'sans réponse',
    some: 'une réponse',
    start: 'début',
    end: 'fin',
    incomplete: 'Les chemins sont trop nombreux pour être tous suivis\u00a0: il peut en manquer ci-dessus.',
  },
} as const;
