import { jsonFault, type Result } from '@common-measure/kernel';
import { checkInstrument } from './check-instrument.ts';
import type { Instrument } from './instrument.ts';
import { flawAt, type InstrumentFlaw, type InstrumentFlawCode, wholeInstrument } from './instrument-flaw.ts';
import { readDraftInstrument } from './read-instrument.ts';

/** What is merely not finished: the builder says so, and a person goes on there. */
const unfinished: readonly InstrumentFlawCode[] = [
  'text-missing',
  'language-missing',
  'no-questions',
  'options-missing',
  'scale-missing',
  'slot-unfilled',
  'role-duplicate',
  'routing-unreachable',
];

/**
 * The questionnaire of a file that somebody or another program wrote, as a draft to go on with. It may be unfinished; refused, with every
 * place and remedy, where it is no JSON, has a field that nobody knows, or says what cannot be: a code twice, a condition on what
 * comes later, text compared with a number. Markup in its texts is kept as the characters it is: pages show it and never run it.
 */
export function readInstrumentFile(content: string): Result<Instrument, InstrumentFlaw> {
  const text = content.replace(/^\ufeff/, '');
  const fault = jsonFault(text);
  if (fault === null) return readInstrumentDocument(JSON.parse(text));
  const { line, column, what } = fault;
  const says = {
    en: `it is not JSON: line ${line}, column ${column}: ${what.en}. Correct the file at that place.`,
    fr: `ce n’est pas du JSON\u00a0: ligne ${line}, colonne ${column}\u00a0: ${what.fr}. Corrigez le fichier à cet endroit.`,
  };
  return { ok: false, reasons: [flawAt(wholeInstrument, 'malformed', says)] };
}

/** The same for a document that is read already. */
export function readInstrumentDocument(document: unknown): Result<Instrument, InstrumentFlaw> {
  const draft = readDraftInstrument(document);
  if (!draft.ok) return draft;
  const reasons = checkInstrument(draft.value).filter(({ code }) => !unfinished.includes(code));
  return reasons.length > 0 ? { ok: false, reasons } : draft;
}
