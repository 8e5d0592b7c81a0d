import { describe, expect, test } from 'vitest';
import { bankSearchPageSchema, bankSearchSchema } from './contract.ts';
import { effectiveBank } from './effective-bank.ts';
import { folded } from './folded.ts';
import { searchBank, searchPage } from './search.ts';
import { starterBank } from './starter-bank.ts';
import { rootsOf } from './word-forms.ts';

const present = effectiveBank(starterBank(), [], []);
const find = (wanted: Record<string, string>) =>
  searchBank(present, bankSearchSchema.parse(wanted)).map((item) => item.code);
const alike = (one: string, other: string) => rootsOf(one).some((root) => rootsOf(other).includes(root));

describe('searching the bank', () => {
  test('finds an item by words of either language, in any order, without accents', () => {
    expect(find({ q: 'fairly treated' })[0]).toBe('fairness');
    expect(find({ q: 'EQUITABLE' })).toContain('fairness');
    expect(find({ q: 'attente bureau' })).toContain('counter_wait');
  });

  test('finds a word in any of its forms', () => {
    for (const form of ['wait', 'waiting', 'waited', 'attente', 'attentes', 'attendre'])
      expect(find({ q: form })).toContain('counter_wait');
    expect([alike('attente', 'attendu'), alike('délais', 'delai'), alike('knew', 'knowledge')]).toEqual([
      true,
      true,
      true,
    ]);
    expect(alike('attente', 'attention')).toBe(false);
  });

  test('answers while a word is being typed', () => {
    expect(find({ q: 'courte' })).toContain('courtesy');
    expect(find({ q: 'satisf' })[0]).toBe('overall_satisfaction');
  });

  test('finds an item by its code, its construct and the labels of its scale', () => {
    expect(find({ q: 'courtesy_listening' })).toContain('courtesy_listening');
    expect(find({ q: 'confiance' })).toEqual(expect.arrayContaining(['trust', 'trust_again']));
    expect(find({ q: 'disagree' })).toContain('fairness');
  });

  test('leaves little words out, unless there are no others', () => {
    expect(find({ q: 'the courtesy of' })).toEqual(find({ q: 'courtesy' }));
    expect(find({ q: 'the' }).length).toBeGreaterThan(0);
  });

  test('restricts by construct, channel, client type, element, pack, language and core', () => {
    expect(find({ channel: 'phone' })).toEqual(
      expect.arrayContaining(['phone_menu', 'phone_reach', 'phone_right_person']),
    );
    expect(find({ construct: 'trust', core: 'true' })).toEqual(['trust']);
    const satisfaction = searchBank(present, bankSearchSchema.parse({ element: 'satisfaction' }));
    expect(satisfaction.every((item) => item.element === 'satisfaction')).toBe(true);
    const business = searchBank(present, bankSearchSchema.parse({ clientType: 'business' }));
    expect(business.every((item) => item.clientTypes.includes('business'))).toBe(true);
    const pack = starterBank().packs[0]!;
    const ofPack = new Set(pack.sections.flatMap((section) => section.items.map((entry) => entry.code)));
    expect(new Set(find({ pack: pack.id }))).toEqual(ofPack);
    expect(find({ q: 'personnel', language: 'en' })).not.toContain('courtesy');
    expect(find({ q: 'personnel', language: 'fr' })).toContain('courtesy');
  });

  test('gives the whole bank to an empty search, core items first', () => {
    const all = find({});
    expect(all).toHaveLength(starterBank().items.length);
    const core = new Set(starterBank().items.flatMap((item) => (item.core ? [item.code] : [])));
    expect(all.slice(0, core.size).every((code) => core.has(code))).toBe(true);
  });

  test('gives nothing, and no error, where nothing fits', () => {
    expect(find({ q: 'zebra' })).toEqual([]);
    expect(find({ pack: 'no_such_pack' })).toEqual([]);
    expect(find({ q: '<script>alert(1)</script> %_\\ "' })).toEqual([]);
  });

  test('gives one page at a time, with the places of the words in both wordings', () => {
    const page = searchPage(present, bankSearchPageSchema.parse({ q: 'staff', most: '2' }));
    expect(page.items).toHaveLength(2);
    expect(page.total).toBeGreaterThan(2);
    for (const { question, hits } of page.items)
      for (const [from, to] of hits.en) expect(question.wording.en.slice(from, to).toLowerCase()).toMatch(/^staff/);
  });

  test('leaves retired items out unless they are asked for', () => {
    const after = effectiveBank(starterBank(), [], [{ code: 'courtesy', successor: null, at: '', reason: '' }]);
    const codes = (wanted: Record<string, string>) =>
      searchBank(after, bankSearchSchema.parse({ q: 'courteous', ...wanted })).map((item) => item.code);
    expect(codes({})).not.toContain('courtesy');
    expect(codes({ retired: 'true' })).toContain('courtesy');
  });
});

test('folding leaves letters and digits only', () => {
  expect(folded('  L’œuvre — À 20\u00a0% ')).toBe('l oeuvre a 20');
});
