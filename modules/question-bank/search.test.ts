import { describe, expect, test } from 'vitest';
import { bankSearchSchema } from './contract.ts';
import { folded, searchBank } from './search.ts';
import { starterBank } from './starter-bank.ts';

const find = (wanted: Record<string, string>) =>
  searchBank(starterBank(), bankSearchSchema.parse(wanted)).map((item) => item.code);

describe('searching the bank', () => {
  test('finds an item by words of either language, in any order, without accents', () => {
    expect(find({ q: 'fairly treated' })).toEqual(['fairness']);
    expect(find({ q: 'EQUITABLE' })).toContain('fairness');
    expect(find({ q: 'attente bureau' })).toEqual(['counter_wait']);
  });

  test('finds items by the name of their construct', () => {
    expect(find({ q: 'confiance' })).toEqual(expect.arrayContaining(['trust', 'trust_again']));
  });

  test('restricts by construct, channel and core', () => {
    const byPhone = starterBank().items.filter((item) => item.channels.includes('phone'));
    expect(find({ channel: 'phone' }).sort()).toEqual(byPhone.map((item) => item.code).sort());
    expect(byPhone.length).toBeLessThan(starterBank().items.length);
    expect(find({ construct: 'trust', core: 'true' })).toEqual(['trust']);
  });

  test('gives the whole bank to an empty search, core items first', () => {
    const all = find({});
    expect(all).toHaveLength(starterBank().items.length);
    expect(all[0]).toBe('overall_satisfaction');
  });

  test('gives nothing, and no error, where nothing fits', () => {
    expect(find({ q: 'zebra' })).toEqual([]);
  });
});

test('folding leaves letters and digits only', () => {
  expect(folded('  L’œuvre — À 20\u00a0% ')).toBe('l oeuvre a 20');
});
