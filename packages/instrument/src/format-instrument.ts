import type { Instrument } from './instrument.ts';
import { instrumentFields } from './instrument-fields.ts';

/** Every name of a field in the order in which the guide tells of them; languages and names of one's own follow by alphabet. */
const order = new Map<string, number>();
for (const fields of Object.values(instrumentFields))
  for (const name of Object.keys(fields)) if (!order.has(name)) order.set(name, order.size);

/**
 * An instrument as text in one form: fields in one order, two spaces, a line for each value, a line feed at the end, and nothing that is
 * left out anyway. The same instrument is always the same text, so that a comparison of two versions shows what was changed.
 */
export function formatInstrument(instrument: Instrument): string {
  return `${JSON.stringify(inOrder(instrument), null, 2)}\n`;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([one], [other]) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, inOrder(inner)]));
}

function placeOf(name: string): number {
  return order.get(name) ?? order.size;
}
