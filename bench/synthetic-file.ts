import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** 40 columns of a survey: design, profile, 20 ratings with missing codes, quantities, a comment. */
export const items = Array.from({ length: 20 }, (_, at) => `q${String(at + 1).padStart(2, '0')}`);
const quantities = ['minutes_1', 'minutes_2', 'minutes_3', 'minutes_4', 'minutes_5'];
const flags = ['online', 'phone', 'counter', 'mail'];
export const columns = [
  ...['case_id', 'stratum', 'psu', 'weight', 'office', 'channel', 'region', 'age_group', 'language', 'day'],
  ...items,
  ...quantities,
  ...flags,
  'comment',
];

export const strata = 40;
export const psusByStratum = 50;
export const offices = 60;

/**
 * Writes a CSV file of `rows` cases: 40 strata of 50 PSUs, 60 offices, ratings 1 to 5 that depend on the PSU and the office,
 * 6 for "does not apply" and empty for no answer. The same seed gives the same bytes.
 */
export async function writeSyntheticFile(file: string, rows: number, seed: number): Promise<void> {
  const chance = generator(seed);
  const out = createWriteStream(file);
  let block = `${columns.join(',')}\n`;
  for (let row = 0; row < rows; row++) {
    block += `${caseLine(row, chance)}\n`;
    if (block.length > 1 << 20) {
      if (!out.write(block)) await once(out, 'drain');
      block = '';
    }
  }
  out.end(block);
  await once(out, 'close');
}

function caseLine(row: number, chance: () => number): string {
  const draw = (count: number) => Math.floor(chance() * count);
  const stratum = draw(strata);
  const psu = stratum * psusByStratum + draw(psusByStratum);
  const office = draw(offices);
  const mood = ((psu * 37) % 100) / 100 + office / offices;
  const values = [
    ...[row + 1, `s${stratum + 1}`, `p${psu + 1}`, (0.5 + 2 * chance()).toFixed(4), `o${office + 1}`],
    ...[flags[draw(4)], `r${draw(10) + 1}`, draw(5) + 1, chance() < 0.7 ? 'en' : 'fr', dayOf(draw(365))],
    ...items.map((_, at) => rating(chance, mood + at / 40)),
    ...quantities.map(() => (chance() < 0.1 ? '' : draw(90))),
    ...flags.map(() => (chance() < 0.5 ? 'yes' : 'no')),
    chance() < 0.2 ? `"The wait was long, but ""thank you"" ${draw(1000)}"` : '',
  ];
  return values.join(',');
}

function rating(chance: () => number, mood: number): string {
  const roll = chance();
  if (roll < 0.05) return '6';
  if (roll < 0.08) return '';
  return String(Math.min(5, Math.max(1, Math.round(1.4 + mood + 2.6 * chance()))));
}

function dayOf(day: number): string {
  return new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
}

/** Mulberry32: small, fast, the same on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
