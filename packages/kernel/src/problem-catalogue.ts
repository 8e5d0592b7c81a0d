import { type Problem, ProblemError } from './problem.ts';

type Text = { readonly en: string; readonly fr: string };

/** One entry of a catalogue: what the reader is told. Codes never change their meaning. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: Text;
  readonly remedy: Text;
}

/** A catalogue of problems by code; `{name}` in a text is filled from the details. A slice keeps its own in problems.ts. */
export function problemCatalogue<Code extends string>(entries: Readonly<Record<Code, ProblemEntry>>) {
  return {
    entries,
    /** The problem `code` with its facts. */
    make(code: Code, details: Problem['details'] = {}): Problem {
      const { status, title, remedy } = entries[code];
      return { code, status, title: fill(title, details), remedy: fill(remedy, details), details };
    },
    /** Ends the request with that problem. */
    raise(code: Code, details: Problem['details'] = {}): never {
      throw new ProblemError(this.make(code, details));
    },
  };
}

function fill(text: Text, details: Problem['details']): Text {
  const put = (from: string) => from.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
  return { en: put(text.en), fr: put(text.fr) };
}
