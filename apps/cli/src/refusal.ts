import type { Problem } from '@common-measure/kernel';
import { type CommandCall, type ExitCode, problemText } from './command.ts';

/** Says why a command refuses; ends with 3. */
export function refuse(call: CommandCall, problems: readonly Problem[]): ExitCode {
  if (call.json) call.print(JSON.stringify({ problems }, null, 2));
  else for (const problem of problems) call.printError(problemText(problem, call.language));
  return 3;
}

const checkPlace = { en: 'Check its name and place.', fr: 'Vérifiez son nom et son emplacement.' };

export function unreadable(path: string, remedy: Problem['remedy'] = checkPlace): Problem {
  return {
    code: 'file-unreadable',
    status: 422,
    title: { en: `The file ${path} cannot be read.`, fr: `Le fichier ${path} ne peut être lu.` },
    remedy,
    details: { path },
  };
}

export function existing(path: string): Problem {
  return {
    code: 'file-exists',
    status: 409,
    title: { en: `${path} exists already.`, fr: `${path} existe déjà.` },
    remedy: { en: 'Choose another name; nothing was written.', fr: 'Choisissez un autre nom; rien n’a été écrit.' },
    details: { path },
  };
}
