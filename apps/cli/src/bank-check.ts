import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BankFile } from '@common-measure/instrument';
import { type Problem, ProblemError } from '@common-measure/kernel';
import { checkBankFiles, type FileFinding } from '@common-measure/modules/question-bank/server';
import { bankWords } from './bank-words.ts';
import type { Command } from './command.ts';
import { unreadable } from './refusal.ts';

const ownFolder = new URL('../../../content/bank/', import.meta.url).pathname;

export const bankCheck: Command = {
  name: 'bank check',
  usage: '[FOLDER]',
  summary: {
    en: 'check the files of a question bank: form, references, both languages, typography',
    fr: 'vérifie les fichiers d’une banque de questions\u00a0: forme, renvois, deux langues, typographie',
  },
  help: {
    en: [
      'Reads every .json file in the folder; without one, the bank of the platform. Ends with 3 where something is to be corrected.',
    ],
    fr: [
      'Lit chaque fichier .json du dossier; sans dossier, la banque de la plateforme. Finit par 3 s’il y a quelque chose à corriger.',
    ],
  },
  options: {},
  run: async (call) => {
    const words = bankWords[call.language];
    const files = await filesIn(call.operands[0] ?? ownFolder);
    const findings: readonly FileFinding[] = checkBankFiles(files);
    const count = (name: 'items' | 'packs') => files.reduce((sum, { content }) => sum + lengthOf(content, name), 0);
    const totals = { files: files.length, items: count('items'), packs: count('packs') };
    if (call.json) call.print(JSON.stringify({ ...totals, findings }, null, 2));
    else if (findings.length === 0) call.print(words.sound(totals.files, totals.items, totals.packs));
    else {
      call.printError(words.faults(findings.length));
      for (const { place, message } of findings) call.printError(`  ${place}${words.colon} ${message[call.language]}`);
    }
    return findings.length === 0 ? 0 : 3;
  },
};

async function filesIn(folder: string): Promise<readonly BankFile[]> {
  const names = await readdir(folder).catch((): never => {
    throw new ProblemError(unreadable(folder));
  });
  const wanted = names.filter((name) => name.endsWith('.json')).sort();
  if (wanted.length === 0) throw new ProblemError(empty(folder));
  return Promise.all(
    wanted.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8');
      try {
        return { name, content: JSON.parse(text) as unknown };
      } catch (error) {
        throw new ProblemError(notJson(name, error instanceof Error ? error.message : String(error)));
      }
    }),
  );
}

function lengthOf(content: unknown, name: 'items' | 'packs'): number {
  if (typeof content !== 'object' || content === null) return 0;
  const list = Object.entries(content).find(([key]) => key === name)?.[1];
  return Array.isArray(list) ? list.length : 0;
}

function empty(folder: string): Problem {
  return {
    code: 'bank-folder-empty',
    status: 422,
    title: { en: `${folder} holds no .json file.`, fr: `${folder} ne contient aucun fichier .json.` },
    remedy: { en: 'Name the folder with the files of the bank.', fr: 'Nommez le dossier des fichiers de la banque.' },
    details: { folder },
  };
}

function notJson(name: string, reason: string): Problem {
  return {
    code: 'bank-file-not-json',
    status: 422,
    title: { en: `${name} is not JSON: ${reason}.`, fr: `${name} n’est pas du JSON\u00a0: ${reason}.` },
    remedy: { en: 'Correct the file at the place named.', fr: 'Corrigez le fichier à l’endroit nommé.' },
    details: { name },
  };
}
