import { accepted, type LocalizedText, type Result } from '@common-measure/kernel';
import { checkInstrument } from './check-instrument.ts';
import { formFault } from './form-fault.ts';
import type { Instrument } from './instrument.ts';
import {
  type FlawPlace,
  flawAt,
  type InstrumentFlaw,
  questionPlace,
  sectionPlace,
  wholeInstrument,
} from './instrument-flaw.ts';
import { instrumentSchema } from './instrument-schema.ts';

/** An instrument of the right shape, complete or not; refused with every place where the shape is wrong. */
export function readDraftInstrument(input: unknown): Result<Instrument, InstrumentFlaw> {
  const parsed = instrumentSchema.safeParse(input);
  if (parsed.success) return accepted(parsed.data);
  const reasons = parsed.error.issues.flatMap((issue) => {
    const place = placeOf(input, issue.path);
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => flawAt(place, 'malformed', says.unknownField([...path, key].join('.'))));
    const where = path.length === 0 ? 'file' : path.join('.');
    return [flawAt(place, 'malformed', says.form(where, formFault(issue, valueAt(input, issue.path) === undefined)))];
  });
  return { ok: false, reasons };
}

/** An instrument that can be published; refused with every flaw at once. */
export function readInstrument(input: unknown): Result<Instrument, InstrumentFlaw> {
  const draft = readDraftInstrument(input);
  if (!draft.ok) return draft;
  const reasons = checkInstrument(draft.value);
  return reasons.length > 0 ? { ok: false, reasons } : draft;
}

function placeOf(input: unknown, path: readonly PropertyKey[]): FlawPlace {
  if (path[0] !== 'sections' || typeof path[1] !== 'number') return wholeInstrument;
  const section = codeOf(input, path.slice(0, 2), `section_${path[1] + 1}`);
  if (path[2] !== 'questions' || typeof path[3] !== 'number') return sectionPlace(section, path[1] + 1);
  return questionPlace(section, codeOf(input, path.slice(0, 4), '?'), path[3] + 1);
}

function codeOf(input: unknown, path: readonly PropertyKey[], otherwise: string): string {
  const code = valueAt(input, [...path, 'code']);
  return typeof code === 'string' ? code : otherwise;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let here: unknown = input;
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}

const says = {
  unknownField: (where: string): LocalizedText => ({
    en: `"${where}" is not a field of an instrument file. Remove it, or correct its name by instrument.schema.json.`,
    fr: `«\u00a0${where}\u00a0» n’est pas un champ d’un fichier de questionnaire. Retirez-le ou corrigez son nom selon instrument.schema.json.`,
  }),
  form: (where: string, fault: LocalizedText): LocalizedText => ({
    en: `"${where}" ${fault.en}`,
    fr: `«\u00a0${where}\u00a0» ${fault.fr}`,
  }),
};
