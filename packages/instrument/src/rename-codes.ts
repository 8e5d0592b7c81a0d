import type { Instrument } from './instrument.ts';

/** Which code becomes which. */
export interface Renaming {
  readonly questions: Readonly<Record<string, string>>;
  readonly sections: Readonly<Record<string, string>>;
}

const pipe = /\{\{\s*([a-z][a-z0-9_]*)/g;

/** The instrument with other codes, and everything that points to them: conditions, skips, expectations, answers in texts. */
export function renameCodes(instrument: Instrument, { questions, sections }: Renaming): Instrument {
  const question = (code: string): string => (Object.hasOwn(questions, code) ? (questions[code] ?? code) : code);
  const section = (code: string): string => (Object.hasOwn(sections, code) ? (sections[code] ?? code) : code);
  const pointed = <T>(value: T): T => {
    if (typeof value === 'string')
      return value.replace(pipe, (whole, code: string) => whole.replace(code, question(code))) as T;
    if (Array.isArray(value)) return value.map(pointed) as T;
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
      if (typeof inner !== 'string') return [name, pointed(inner)];
      if (name === 'question' || name === 'expectation') return [name, question(inner)];
      return [name, name === 'section' ? section(inner) : pointed(inner)];
    });
    return Object.fromEntries(entries) as T;
  };
  const renamed = pointed(instrument);
  return {
    ...renamed,
    sections: renamed.sections.map((one) => ({
      ...one,
      code: section(one.code),
      questions: one.questions.map((each) => ({ ...each, code: question(each.code) })),
    })),
  };
}
