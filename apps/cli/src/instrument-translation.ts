import { readFile } from 'node:fs/promises';
import {
  addLanguage,
  canonicalTag,
  completenessOf,
  formatInstrument,
  type Instrument,
  languageName,
  languageOfTranslation,
  percentDone,
  previewTranslation,
  readDraftInstrument,
  writeTexts,
  writeTranslation,
} from '@common-measure/instrument';
import type { UiLanguage } from '@common-measure/kernel';
import { type Command, type CommandCall, type ExitCode, WrongCall } from './command.ts';
import { refuse, unreadable } from './refusal.ts';
import { jsonIn } from './request-file.ts';

export const instrumentTranslation: Command = {
  name: 'instrument translation',
  usage: 'FILE --to LANGUAGE [--source fr] [--csv] | FILE --take TRANSLATED',
  summary: {
    en: 'write the texts of a questionnaire file for translators, or take a translated file in',
    fr: 'écrit les textes d’un fichier de questionnaire pour les traducteurs, ou reprend un fichier traduit',
  },
  help: {
    en: [
      '--to LANGUAGE      the language to translate into, by BCP 47: "ar", "iu-Latn". Prints XLIFF 2.1.',
      '--source fr        translate from French; left out, from English.',
      '--csv              print a table instead of XLIFF.',
      '--take TRANSLATED  print the questionnaire with the translations of that file, whose lines that cannot be taken are named.',
      'Ends with 0 where every line was taken, with 3 where one could not be; what could be is in the output all the same.',
    ],
    fr: [
      '--to LANGUAGE      la langue d’arrivée, selon BCP 47\u00a0: «\u00a0ar\u00a0», «\u00a0iu-Latn\u00a0». Affiche du XLIFF 2.1.',
      '--source fr        traduit à partir du français; sinon, de l’anglais.',
      '--csv              affiche un tableau plutôt que du XLIFF.',
      '--take TRANSLATED  affiche le questionnaire avec les traductions de ce fichier; les lignes qui ne peuvent être reprises sont nommées.',
      'Se termine par 0 si chaque ligne a été reprise, par 3 sinon; ce qui pouvait l’être figure quand même dans le résultat.',
    ],
  },
  options: { to: 'value', source: 'value', csv: 'flag', take: 'value' },
  run: async (call) => {
    const path = call.operands[0];
    const { to, take } = call.options;
    const text = words[call.language];
    if (path === undefined) throw new WrongCall(text.noFile);
    if ((to === undefined) === (take === undefined)) throw new WrongCall(text.oneOf);
    const content = await readFile(path, 'utf8').catch(() => null);
    if (content === null) return refuse(call, [unreadable(path)]);
    const json = jsonIn(path, content);
    if (!json.ok) return refuse(call, json.reasons);
    const draft = readDraftInstrument(json.value);
    if (!draft.ok) {
      for (const flaw of draft.reasons) call.printError(flaw.message[call.language]);
      return 3;
    }
    return typeof take === 'string' ? takeIn(call, draft.value, take) : handOut(call, draft.value, String(to));
  },
};

function handOut(call: CommandCall, instrument: Instrument, to: string): ExitCode {
  const { source = 'en', csv } = call.options;
  const target = canonicalTag(to);
  if (target === null || (source !== 'en' && source !== 'fr')) throw new WrongCall(words[call.language].tag);
  const wide = addLanguage(instrument, target);
  call.print(writeTranslation(wide, { source, target }, csv === true ? 'csv' : 'xliff').trimEnd());
  return 0;
}

async function takeIn(call: CommandCall, instrument: Instrument, file: string): Promise<ExitCode> {
  const content = await readFile(file, 'utf8').catch(() => null);
  if (content === null) return refuse(call, [unreadable(file)]);
  const language = languageOfTranslation(content);
  const wide = language === null ? instrument : addLanguage(instrument, language);
  const { changes, refusals } = previewTranslation(wide, content);
  for (const { message } of refusals) call.printError(message[call.language]);
  if (language === null) return 3;
  const taken = writeTexts(wide, language, new Map(changes.map(({ text, after }) => [text.id, after])));
  const completeness = completenessOf(taken, language);
  const name = languageName(language)[call.language];
  call.printError(words[call.language].taken(changes.length, name, percentDone(completeness)));
  call.print(formatInstrument(taken).trimEnd());
  return refusals.length > 0 ? 3 : 0;
}

const words: Readonly<
  Record<
    UiLanguage,
    { noFile: string; oneOf: string; tag: string; taken(count: number, name: string, percent: number): string }
  >
> = {
  en: {
    noFile: 'The name of the file is missing.',
    oneOf: 'Say either --to LANGUAGE or --take TRANSLATED.',
    tag: 'The language is a tag such as "ar" or "iu-Latn", the source "en" or "fr".',
    taken: (count, name, percent) =>
      `${count === 1 ? '1 text' : `${count} texts`} taken in, ${name}: ${percent}% done.`,
  },
  fr: {
    noFile: 'Il manque le nom du fichier.',
    oneOf: 'Indiquez soit --to LANGUAGE, soit --take TRANSLATED.',
    tag: 'La langue est une étiquette comme «\u00a0ar\u00a0» ou «\u00a0iu-Latn\u00a0», la source «\u00a0en\u00a0» ou «\u00a0fr\u00a0».',
    taken: (count, name, percent) =>
      `${count === 1 ? '1\u00a0texte repris' : `${count}\u00a0textes repris`}, ${name}\u00a0: ${percent}\u00a0% fait.`,
  },
};
