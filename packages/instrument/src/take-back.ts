import type { Instrument } from './instrument.ts';
import { placeKey } from './instrument-place.ts';
import { mergeInstruments } from './merge-instruments.ts';

/**
 * `present` without the one change that led from `before` to `after`. What was changed since stands, a colleague's work too; where it
 * touched the same place, the later words stay.
 */
export function takeBack(before: Instrument, after: Instrument, present: Instrument): Instrument {
  const { conflicts } = mergeInstruments(after, before, present);
  const later = Object.fromEntries(conflicts.map(({ place }) => [placeKey(place), 'theirs' as const]));
  return mergeInstruments(after, before, present, later).instrument;
}
