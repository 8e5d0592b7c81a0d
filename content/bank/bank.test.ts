import { readdirSync, readFileSync } from 'node:fs';
import { checkInstrument, instrumentFromPack, questionFromItem, readBank } from '@common-measure/instrument';
import { describe, expect, test } from 'vitest';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown }));
const read = readBank(files);
if (!read.ok) throw new Error(read.reasons.join('\n'));
const bank = read.value;

/** Every text of the bank with the place where it stands. */
const texts = files.flatMap(({ name, content }) => collect(content, name));

function collect(value: unknown, place: string): readonly { place: string; en: string; fr: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'fr' in value) return [{ place, en: String(value.en), fr: String(value.fr) }];
  return Object.entries(value).flatMap(([key, inner]) => collect(inner, `${place}/${key}`));
}

const constructsOfTheField = [
  'satisfaction',
  'best_anywhere',
  'expectations',
  'timeliness',
  'ease',
  'access',
  'outcome',
  'staff_knowledge',
  'courtesy',
  'fairness',
  'extra_effort',
  'information',
  'explanation',
  'issue_resolution',
  'privacy',
  'official_language',
  'trust',
];

describe('the starter bank', () => {
  test('holds at least 40 items over the constructs of the field and the four channels, and items on profile and comments', () => {
    const measured = bank.items.filter((item) => !['profile', 'comments', 'channel'].includes(item.construct));
    expect(measured.length).toBeGreaterThanOrEqual(40);
    expect(bank.items.filter((item) => item.construct === 'profile').length).toBeGreaterThanOrEqual(5);
    expect(bank.items.filter((item) => item.type === 'text').length).toBeGreaterThanOrEqual(2);
  });

  test('covers every construct with at least one core item', () => {
    const covered = new Set(bank.items.filter((item) => item.core).map((item) => item.construct));
    expect(constructsOfTheField.filter((construct) => !covered.has(construct))).toEqual([]);
  });

  test('has a block of at least three items for each channel', () => {
    for (const channel of ['phone', 'counter', 'online', 'mail'] as const)
      expect(bank.items.filter((item) => item.channels.includes(channel)).length).toBeGreaterThanOrEqual(3);
  });

  test('scores no item without "I don’t know" beside the scale', () => {
    expect(bank.items.filter((item) => item.type === 'rating' && !item.dontKnow).map((item) => item.code)).toEqual([]);
  });

  test('labels every point of every scale, in steps of one', () => {
    for (const scale of bank.scales) {
      const first = Number(scale.points[0]?.code);
      expect([0, 1]).toContain(first);
      expect(scale.points.map((point) => point.code)).toEqual(scale.points.map((_, index) => String(first + index)));
    }
  });

  test('lets people keep their profile to themselves', () => {
    expect(bank.items.filter((item) => item.construct === 'profile' && !item.preferNotToSay)).toEqual([]);
  });

  test('asks one thing at a time', () => {
    const doubled = bank.items.filter(
      (item) => item.type === 'rating' && (/\band\b/i.test(item.wording.en) || /\bet\b/i.test(item.wording.fr)),
    );
    expect(doubled.map((item) => item.code)).toEqual([]);
  });

  test('has no two stems alike, in either language', () => {
    for (const language of ['en', 'fr'] as const) {
      const alike = bank.items.flatMap((one, index) =>
        bank.items
          .slice(index + 1)
          .filter((other) => likeness(one.wording[language], other.wording[language]) > 0.7)
          .map((other) => `${one.code} ~ ${other.code}`),
      );
      expect(alike).toEqual([]);
    }
  });

  test('makes of each pack an instrument that can be published as it is', () => {
    for (const pack of bank.packs) expect(checkInstrument(instrumentFromPack(bank, pack))).toEqual([]);
  });

  test('resolves the scale of every item', () => {
    for (const item of bank.items) expect(questionFromItem(bank, item).scale === null).toBe(item.type !== 'rating');
  });
});

describe('French typography', () => {
  test('has a no-break space before the colon and the percent sign and none before ; ? !', () => {
    expect(texts.filter(({ fr }) => /(?<!\u00a0)[:%](?!\/\/)/.test(fr)).map(({ place }) => place)).toEqual([]);
    expect(texts.filter(({ fr }) => /\s[;?!]/.test(fr)).map(({ place }) => place)).toEqual([]);
  });

  test('writes the apostrophe and the quotation marks of print', () => {
    expect(texts.filter(({ en, fr }) => /['"]/.test(en + fr)).map(({ place }) => place)).toEqual([]);
    expect(texts.filter(({ fr }) => /«(?!\u00a0)|(?<!\u00a0)»/.test(fr)).map(({ place }) => place)).toEqual([]);
  });

  test('uses no bracketed endings', () => {
    expect(texts.filter(({ fr }) => /\p{L}\((?:e|s|es|ne|ve)\)|·/u.test(fr)).map(({ place }) => place)).toEqual([]);
  });

  test('differs from the English wherever a sentence stands', () => {
    expect(texts.filter(({ en, fr }) => en.includes(' ') && en === fr).map(({ place }) => place)).toEqual([]);
  });
});

/** Share of common words, 0 to 1 (Jaccard). */
function likeness(one: string, other: string): number {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const a = words(one);
  const b = words(other);
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common);
}
