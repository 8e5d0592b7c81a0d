import { readFile, writeFile } from 'node:fs/promises';
import { formatInstrument, readDraftInstrument } from '@common-measure/instrument';
import { type Command, WrongCall } from './command.ts';
import { refuse, unreadable } from './refusal.ts';
import { jsonIn } from './request-file.ts';

export const instrumentFormat: Command = {
  name: 'instrument format',
  usage: 'FILE [--write] [--check]',
  summary: {
    en: 'write a questionnaire file in its one form, so that versions compare line by line',
    fr: 'écrit un fichier de questionnaire dans sa forme unique, pour comparer les versions ligne par ligne',
  },
  help: {
    en: [
      '--write   change the file in place instead of printing it.',
      '--check   print nothing, and end with 3 where the file is not in its one form.',
      'Fields come in the order of docs/guides/instrument-file.md. Nothing that the file says is changed.',
    ],
    fr: [
      '--write   modifie le fichier sur place au lieu de l’afficher.',
      '--check   n’affiche rien et se termine par 3 si le fichier n’a pas sa forme unique.',
      'Les champs suivent l’ordre de docs/guides/instrument-file.md. Rien de ce que dit le fichier ne change.',
    ],
  },
  options: { write: 'flag', check: 'flag' },
  run: async (call) => {
    const path = call.operands[0];
    if (path === undefined)
      throw new WrongCall(call.language === 'fr' ? 'Il manque le nom du fichier.' : 'The name of the file is missing.');
    const content = await readFile(path, 'utf8').catch(() => null);
    if (content === null) return refuse(call, [unreadable(path)]);
    const json = jsonIn(path, content);
    if (!json.ok) return refuse(call, json.reasons);
    const draft = readDraftInstrument(json.value);
    if (!draft.ok) {
      if (call.json) call.print(JSON.stringify({ formatted: false, flaws: draft.reasons }, null, 2));
      else for (const flaw of draft.reasons) call.printError(flaw.message[call.language]);
      return 3;
    }
    const text = formatInstrument(draft.value);
    if (call.options.check === true) {
      if (text === content) return 0;
      call.printError(words[call.language].other(path));
      return 3;
    }
    if (call.options.write !== true) call.print(text.trimEnd());
    else if (text !== content) await writeFile(path, text);
    return 0;
  },
};

const words = {
  en: { other: (path: string) => `${path} is not in its one form. Run: cm instrument format ${path} --write` },
  fr: {
    other: (path: string) => `${path} n’a pas sa forme unique. Lancez\u00a0: cm instrument format ${path} --write`,
  },
} as const;
