import { filledInstrument, type Instrument } from '@common-measure/instrument';

const known = new WeakMap<Instrument, Instrument>();

/** The questionnaire with its slots filled, computed once for each: many parts of a page read it. */
export function asRead(instrument: Instrument): Instrument {
  const found = known.get(instrument);
  if (found) return found;
  const filled = filledInstrument(instrument);
  known.set(instrument, filled);
  return filled;
}
