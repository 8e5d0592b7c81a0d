import type { UiLanguage } from '@common-measure/kernel';
import { type Command, type CommandCall, type ExitCode, ProblemError, problemText, WrongCall } from './command.ts';
import { commands } from './commands.ts';
import { commandHelp, overview } from './help.ts';

export interface Terminal {
  readonly arguments: readonly string[];
  /** "fr" where the surroundings ask for French (LANG, LC_ALL). */
  readonly language: UiLanguage;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** Finds the command, reads its options, runs it and words what goes wrong. Returns the exit code. */
export async function run(terminal: Terminal): Promise<ExitCode> {
  const words = terminal.arguments;
  const command = commands.find((each) => each.name.split(' ').every((word, at) => words[at] === word));
  if (command === undefined) return withoutCommand(terminal);
  let call: CommandCall;
  try {
    call = readCall(command, words.slice(command.name.split(' ').length), terminal);
  } catch (error) {
    return wrongCall(command, error, terminal);
  }
  if (call.options.help === true) {
    terminal.print(commandHelp(command, call.language));
    return 0;
  }
  try {
    return await command.run(call);
  } catch (error) {
    if (error instanceof WrongCall) return wrongCall(command, error, terminal);
    return failed(error, call);
  }
}

function withoutCommand(terminal: Terminal): ExitCode {
  const first = terminal.arguments[0];
  if (first === undefined || first === '--help' || first === 'help') {
    terminal.print(overview(commands, terminal.language));
    return 0;
  }
  const asked = terminal.arguments.join(' ');
  terminal.printError(terminal.language === 'fr' ? `Commande inconnue : ${asked}` : `Unknown command: ${asked}`);
  terminal.printError(overview(commands, terminal.language));
  return 2;
}

function wrongCall(command: Command, error: unknown, terminal: Terminal): ExitCode {
  if (!(error instanceof WrongCall)) throw error;
  terminal.printError(error.message);
  terminal.printError(commandHelp(command, terminal.language));
  return 2;
}

function failed(error: unknown, call: CommandCall): ExitCode {
  if (error instanceof ProblemError) {
    if (call.json) call.print(JSON.stringify({ problem: error.problem }, null, 2));
    else call.printError(problemText(error.problem, call.language));
    return 3;
  }
  const message = error instanceof Error ? error.message : String(error);
  if (call.json) call.print(JSON.stringify({ error: message }, null, 2));
  else call.printError(message);
  return 1;
}

function readCall(command: Command, words: readonly string[], terminal: Terminal): CommandCall {
  const kinds: Readonly<Record<string, 'value' | 'flag'>> = {
    help: 'flag',
    json: 'flag',
    language: 'value',
    ...command.options,
  };
  const operands: string[] = [];
  const options: Record<string, string | true> = {};
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!word.startsWith('--')) {
      operands.push(word);
      continue;
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s);
    const kind = kinds[name];
    if (kind === undefined)
      throw new WrongCall(terminal.language === 'fr' ? `Option inconnue : ${word}` : `Unknown option: ${word}`);
    const value = kind === 'flag' ? true : (inline ?? words[++at]);
    if (value === undefined)
      throw new WrongCall(
        terminal.language === 'fr' ? `L’option ${word} demande une valeur.` : `The option ${word} needs a value.`,
      );
    options[name] = value;
  }
  const language = options.language ?? terminal.language;
  if (language !== 'en' && language !== 'fr') throw new WrongCall('--language en | fr');
  return {
    operands,
    options,
    json: options.json === true,
    language,
    print: terminal.print,
    printError: terminal.printError,
  };
}
