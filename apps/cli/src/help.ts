import type { UiLanguage } from '@common-measure/kernel';
import type { Command } from './command.ts';

const words = {
  en: {
    colon: ':',
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options of every command',
    help: 'show how a command is called',
    json: 'answer with one JSON document',
    language: 'en or fr; else the terminal’s',
    more: './cm COMMAND --help tells more.',
    exit: 'Exit codes: 0 done, 1 failed, 2 called wrongly, 3 refused with a stated reason.',
  },
  fr: {
    colon: '\u00a0:',
    usage: 'Appel',
    commands: 'Commandes',
    options: 'Options de toutes les commandes',
    help: 'montre comment appeler une commande',
    json: 'répond par un document JSON',
    language: 'en ou fr; sinon celle du terminal',
    more: './cm COMMANDE --help en dit plus.',
    exit: 'Codes de sortie : 0 fait, 1 échec, 2 appel erroné, 3 refusé pour un motif énoncé.',
  },
} as const;

/** The list of commands, as `./cm --help` shows it. */
export function overview(commands: readonly Command[], language: UiLanguage): string {
  const text = words[language];
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'Common Measure',
    '',
    `${text.commands}${text.colon}`,
    ...commands.map((command) => `  ./cm ${command.name.padEnd(width)}  ${command.summary[language]}`),
    '',
    ...commonOptions(language),
    '',
    text.exit,
    text.more,
  ].join('\n');
}

/** How one command is called. */
export function commandHelp(command: Command, language: UiLanguage): string {
  const text = words[language];
  return [
    command.summary[language],
    '',
    `${text.usage}${text.colon} ./cm ${command.name} ${command.usage}`.trimEnd(),
    '',
    ...command.help[language],
    ...(command.help[language].length > 0 ? [''] : []),
    ...commonOptions(language),
    '',
    text.exit,
  ].join('\n');
}

function commonOptions(language: UiLanguage): readonly string[] {
  const text = words[language];
  return [
    `${text.options}${text.colon}`,
    `  --help           ${text.help}`,
    `  --json           ${text.json}`,
    `  --language CODE  ${text.language}`,
  ];
}
