import { type LocalizedText, type Problem, ProblemError, type UiLanguage } from '@common-measure/kernel';

/** What a command leaves behind: 0 done, 1 failed, 2 called wrongly, 3 refused for a reason the field knows. */
export type ExitCode = 0 | 1 | 2 | 3;

/** One command of the terminal. */
export interface Command {
  /** The words that call it, such as "dataset describe". */
  readonly name: string;
  /** What stands behind the name: "FILE", "FILE --codebook CODEBOOK". */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: LocalizedText;
  /** Further lines for --help; options in order. */
  readonly help: { readonly en: readonly string[]; readonly fr: readonly string[] };
  /** Options that take a value, and those that do not, besides --help, --json and --language. */
  readonly options: Readonly<Record<string, 'value' | 'flag'>>;
  readonly run: (call: CommandCall) => Promise<ExitCode>;
}

export interface CommandCall {
  /** What stands behind the command's name, without options. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | true>>;
  /** True where the answer must be one JSON document on standard output. */
  readonly json: boolean;
  readonly language: UiLanguage;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** A call that cannot be understood: ends with exit code 2 and the command's usage. */
export class WrongCall extends Error {}

/** A problem in words: what happened and what to do, in that language. */
export function problemText(problem: Problem, language: UiLanguage): string {
  return `${problem.title[language]}\n${problem.remedy[language]}`;
}

export { ProblemError };
