import { readFile } from 'node:fs/promises';
import {
  compareInstruments,
  filledInstrument,
  type Instrument,
  type InstrumentComparison,
  type OverTime,
  readDraftInstrument,
  wordDiff,
} from '@common-measure/instrument';
import type { UiLanguage } from '@common-measure/kernel';
import { type Command, type CommandCall, type ExitCode, WrongCall } from './command.ts';
import { refuse, unreadable } from './refusal.ts';
import { jsonIn } from './request-file.ts';

export const instrumentCompare: Command = {
  name: 'instrument compare',
  usage: 'FILE FILE',
  summary: {
    en: 'say what changed from one questionnaire file to another, and what can still be compared over time',
    fr: 'dit ce qui a changé d’un fichier de questionnaire à l’autre et ce qui se compare encore dans le temps',
  },
  help: {
    en: [
      'The older file comes first. Texts are shown word by word: [-gone-] and {+new+}.',
      'Both files are described by docs/api/instrument.schema.json; they need not be ready to publish.',
    ],
    fr: [
      'Le fichier le plus ancien vient d’abord. Les textes sont comparés mot à mot : [-retiré-] et {+nouveau+}.',
      'Les deux fichiers sont décrits par docs/api/instrument.schema.json; ils peuvent être incomplets.',
    ],
  },
  options: {},
  run: async (call) => {
    const [older, newer, more] = call.operands;
    if (older === undefined || newer === undefined || more !== undefined)
      throw new WrongCall(
        call.language === 'fr' ? 'Il faut exactement deux noms de fichier.' : 'Exactly two file names are needed.',
      );
    const before = await instrumentIn(call, older);
    if (typeof before === 'number') return before;
    const after = await instrumentIn(call, newer);
    if (typeof after === 'number') return after;
    const comparison = compareInstruments(filledInstrument(before), filledInstrument(after));
    if (call.json) call.print(JSON.stringify(comparison, null, 2));
    else for (const line of linesOf(comparison, call.language)) call.print(line);
    return 0;
  },
};

async function instrumentIn(call: CommandCall, path: string): Promise<Instrument | ExitCode> {
  const content = await readFile(path, 'utf8').catch(() => null);
  if (content === null) return refuse(call, [unreadable(path)]);
  const json = jsonIn(path, content);
  if (!json.ok) return refuse(call, json.reasons);
  const read = readDraftInstrument(json.value);
  if (read.ok) return read.value;
  for (const flaw of read.reasons) call.printError(`${path}: ${flaw.message[call.language]}`);
  return 3;
}

function linesOf({ changes, variables }: InstrumentComparison, language: UiLanguage): readonly string[] {
  const text = words[language];
  const lines = changes.flatMap((change) => [
    `${change.message[language]} ${text.overTime[change.overTime]}. ${change.because[language]}`,
    ...change.texts.map(({ language: of, part, before, after }) => {
      const place = part === null ? of : `${of}, ${part}`;
      return `  ${place}${text.colon} ${inMarks(before, after)}`;
    }),
  ]);
  const same = variables.filter(({ overTime }) => overTime === 'same').length;
  return [...lines, changes.length === 0 ? text.same : text.summary(same, variables.length)];
}

function inMarks(before: string, after: string): string {
  return wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

interface Words {
  readonly colon: string;
  readonly same: string;
  readonly overTime: Readonly<Record<OverTime, string>>;
  readonly summary: (same: number, all: number) => string;
}

const words: Readonly<Record<UiLanguage, Words>> = {
  en: {
    colon: ':',
    same: 'The two questionnaires are the same.',
    overTime: {
      same: 'Comparable',
      context: 'Comparable, context differs',
      limited: 'Compare with care',
      broken: 'Not comparable',
      new: 'New',
      ended: 'Ends',
    },
    summary: (same, all) => `${same} of ${all} variables can be compared over time as before.`,
  },
  fr: {
    colon: '\u00a0:',
    same: 'Les deux questionnaires sont identiques.',
    overTime: {
      same: 'Comparable',
      context: 'Comparable, contexte différent',
      limited: 'À comparer avec prudence',
      broken: 'Non comparable',
      new: 'Nouvelle',
      ended: 'Prend fin',
    },
    summary: (same, all) => `${same}\u00a0variables sur ${all} se comparent dans le temps comme avant.`,
  },
};
