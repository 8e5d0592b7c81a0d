import { readdirSync, readFileSync } from 'node:fs';
import { filledInstrument, instrumentFromPack, readBank } from '@common-measure/instrument';
import { describe, expect, test } from 'vitest';
import {
  agreesWithPerson,
  alternatives,
  calquesIn,
  differByOneWord,
  doubleBarrelled,
  englishIn,
  tornFromScale,
} from './stem-checks.ts';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown }));
const read = readBank(files);
if (!read.ok) throw new Error(read.reasons.join('\n'));
const bank = read.value;
const ratings = bank.items.filter((item) => item.type === 'rating');
const languages = ['en', 'fr'] as const;
const texts = files.flatMap(({ name, content }) => collect(content, name));

function collect(value: unknown, place: string): readonly { place: string; en: unknown; fr: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value || 'fr' in value)
    return [{ place, en: 'en' in value ? value.en : null, fr: 'fr' in value ? value.fr : null }];
  return Object.entries(value).flatMap(([key, inner]) => collect(inner, `${place}/${key}`));
}

/** Ratings with "or" where either part is enough for one answer, as a person who read them found. */
const eitherIsEnough: Readonly<Record<string, string>> = {
  business_governments_joined: 'names the three levels of one question',
  mail_clear: 'the person received one of the two',
  mail_reply_time: 'the person sent one of the two',
  online_mobile: 'the person used one of the two',
  payment_side_costs: 'examples of one thing',
  promise_callback: 'ways of keeping one promise',
  reputation_indigenous: 'names of one body',
  reputation_provincial: 'the person lives in one of the two',
  updates_reference: 'either lets a request be traced',
  video_captions: 'either makes the meeting usable',
};

/** What English says and French here always says the same way. */
const terms: readonly (readonly [RegExp, RegExp])[] = [
  [/\be-mails?\b/i, /courriel/i],
  [/\bchat\b/i, /clavard/i],
  [/\bkiosks?\b/i, /borne/i],
  [/\bsocial media\b/i, /médias sociaux/i],
  [/\bservice standards?\b/i, /normes? de service/i],
  [/\bpersonal information\b/i, /renseignements/i],
  [/\bcounters?\b/i, /guichet|comptoir/i],
  [/\bwebsites?\b/i, /site/i],
  [/\bcomplaints?\b/i, /plainte/i],
  [/\btelephones?\b/i, /télépho/i],
  [/\blevels? of government\b/i, /ordres? de gouvernement/i],
];

describe('every text of the bank', () => {
  test('stands in both languages, without stray spaces', () => {
    const flaws = texts.filter(({ en, fr }) => [en, fr].some((text) => typeof text !== 'string' || !isTidy(text)));
    expect(flaws.map(({ place }) => place)).toEqual([]);
  });

  test('is French in French: no word copied from English, no calque', () => {
    const flaws = texts.flatMap(({ place, fr }) =>
      [...englishIn(String(fr)), ...calquesIn(String(fr))].map((found) => `${place}: ${found}`),
    );
    expect(flaws).toEqual([]);
  });

  test('is Canadian in English', () => {
    const american =
      /\b(?:color|center|behavior|favor|honor|neighbor|labor|license[sd]? (?:to|for)|catalog|fulfill)\b/i;
    expect(texts.filter(({ en }) => american.test(String(en))).map(({ place }) => place)).toEqual([]);
  });

  test('begs nobody and cries nothing out', () => {
    expect(texts.filter(({ en, fr }) => /!|\bplease\b|s’il vous plaît/i.test(`${en} ${fr}`))).toEqual([]);
  });

  test('keeps one French term for one English term', () => {
    const flaws = texts.flatMap(({ place, en, fr }) =>
      terms
        .filter(([english, french]) => english.test(String(en)) && !french.test(String(fr)))
        .map(([english]) => `${place}: ${english.source}`),
    );
    expect(flaws).toEqual([]);
  });

  test('agrees with no gender of the person', () => {
    const flaws = texts.flatMap(({ place, fr }) => agreesWithPerson(String(fr)).map((found) => `${place}: ${found}`));
    expect(flaws).toEqual([]);
  });
});

describe('every rating', () => {
  test('asks one thing, in either language', () => {
    const flaws = ratings.flatMap(({ code, wording }) =>
      languages.flatMap((language) =>
        doubleBarrelled(wording[language] ?? '', language).map((found) => `${code}: ${found}`),
      ),
    );
    expect(flaws).toEqual([]);
  });

  test('names alternatives only where a reader found that either is enough', () => {
    const found = ratings
      .filter(({ wording }) => languages.some((language) => alternatives(wording[language] ?? '', language).length > 0))
      .map(({ code }) => code)
      .filter((code) => !Object.hasOwn(eitherIsEnough, code));
    expect(found).toEqual([]);
  });

  test('is a statement where people agree and a question elsewhere', () => {
    const statements = ['agreement', 'agreement_reversed', 'effort_7', 'thumbs'];
    const flaws = ratings.filter(({ wording, scale }) => {
      const end = statements.includes(scale?.id ?? '') ? '.' : '?';
      return languages.some((language) => !wording[language]?.endsWith(end));
    });
    expect(flaws.map(({ code }) => code)).toEqual([]);
  });

  test('rates in French what its labels can agree with', () => {
    const masculine = ['satisfaction', 'satisfaction_10', 'municipal_4', 'acceptable_time'];
    const flaws = ratings
      .filter(({ scale }) => masculine.includes(scale?.id ?? ''))
      .flatMap(({ code, wording }) => tornFromScale(wording.fr ?? '').map((found) => `${code}: ${found}`));
    expect(flaws).toEqual([]);
    const quality = ratings.filter(({ scale }) => scale?.id === 'quality');
    expect(quality.filter(({ wording }) => !/qualité/.test(wording.fr ?? '')).map(({ code }) => code)).toEqual([]);
  });

  test('leads to no answer', () => {
    const leading =
      /\b(?:obviously|surely|of course|excellent service|don’t you|unfortunately)\b|n’est-ce pas|évidemment|bien sûr|malheureusement/i;
    expect(ratings.filter(({ wording }) => leading.test(`${wording.en} ${wording.fr}`))).toEqual([]);
  });

  test('is short enough to be read once', () => {
    const length = (text: string | undefined): number => text?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    const long = ratings.filter(({ wording }) => length(wording.en) > 20 || length(wording.fr) > 24);
    expect(long.map(({ code }) => code)).toEqual([]);
  });
});

describe('every stem', () => {
  test('differs from every other by more than one word', () => {
    const flaws = languages.flatMap((language) =>
      bank.items.flatMap((one, index) =>
        bank.items
          .slice(index + 1)
          .filter((other) => differByOneWord(one.wording[language] ?? '', other.wording[language] ?? ''))
          .map((other) => `${one.code} ~ ${other.code}`),
      ),
    );
    expect(flaws).toEqual([]);
  });

  test('is one question', () => {
    const flaws = bank.items.filter(({ wording }) =>
      languages.some((language) => (wording[language]?.match(/\?/g) ?? []).length > 1),
    );
    expect(flaws.map(({ code }) => code)).toEqual([]);
  });
});

describe('every slot', () => {
  test('stands in French where no article has to melt into the word before it', () => {
    const torn = bank.items.filter(({ wording }) =>
      /(?:^|[\s’])(?:de|d’|à|en|du|au|aux|des) ?\{/i.test(wording.fr ?? ''),
    );
    expect(torn.map(({ code }) => code)).toEqual([]);
  });

  test('opens no sentence, since its words begin small', () => {
    const opening = bank.items.filter(({ wording }) =>
      languages.some((language) => /(?:^|[.?] )\{/.test(wording[language] ?? '')),
    );
    expect(opening.map(({ code }) => code)).toEqual([]);
  });

  test('filled by a pack gives French that reads on: no « de le », no « à les »', () => {
    const asked = bank.packs.flatMap((pack) =>
      filledInstrument(instrumentFromPack(bank, pack)).sections.flatMap((section) => section.questions),
    );
    const torn = asked.filter(({ wording }) =>
      /\{|(?<!\p{L})(?:de|à) les? (?!\p{L}+(?:er|ir|re)(?!\p{L}))/iu.test(wording.fr ?? ''),
    );
    expect(torn.map(({ code }) => code)).toEqual([]);
  });
});

describe('every list of answers', () => {
  const choices = bank.items.filter((item) => item.type === 'single' || item.type === 'multiple');

  test('has at least two answers, each named once, and only choices have one', () => {
    for (const { code, options } of choices) {
      expect(options.length, code).toBeGreaterThanOrEqual(2);
      expect(new Set(options.map((option) => option.code)).size, code).toBe(options.length);
      for (const language of languages)
        expect(new Set(options.map(({ label }) => label[language])).size, code).toBe(options.length);
    }
    expect(bank.items.filter((item) => !choices.includes(item) && item.options.length > 0)).toEqual([]);
  });

  test('of several has a way out: another answer, or none of these', () => {
    const closed = choices.filter(
      ({ type, options }) =>
        type === 'multiple' && !options.some(({ code, exclusive }) => exclusive || /^(?:an)?other$/.test(code)),
    );
    expect(closed.map(({ code }) => code)).toEqual([]);
  });

  test('allows fewer than all where it sets a most', () => {
    expect(bank.items.filter(({ atMost, options }) => atMost !== null && atMost >= options.length)).toEqual([]);
  });
});

describe('the checks themselves', () => {
  test('find two questions under one answer, and let the ends of one answer pass', () => {
    expect(doubleBarrelled('The staff were quick and polite.', 'en')).toEqual(['and']);
    expect(doubleBarrelled('Le personnel était rapide ainsi que courtois.', 'fr')).toEqual(['ainsi que']);
    expect(doubleBarrelled('The standards were met.', 'en')).toEqual([]);
    expect(alternatives('How easy or difficult was it?', 'en')).toEqual([]);
    expect(alternatives('The office or the website was pleasant.', 'en')).toEqual(['or']);
  });

  test('find stems that are one item with a slot', () => {
    expect(differByOneWord('The staff were kind.', 'The staff were quick.')).toBe(true);
    expect(differByOneWord('The staff were kind.', 'The office was quiet.')).toBe(false);
  });

  test('find English left in French, calques, and agreement with the person', () => {
    expect(englishIn('Le feedback with staff')).toEqual(['feedback', 'with', 'staff']);
    expect(calquesIn('Le site était ouvert en tout temps.')).toHaveLength(1);
    expect(agreesWithPerson('On m’a traité avec respect.')).toHaveLength(1);
    expect(agreesWithPerson('On m’a dit quoi faire.')).toEqual([]);
    expect(tornFromScale('Comment évaluez-vous la réponse?')).toHaveLength(1);
  });
});

function isTidy(text: string): boolean {
  return text.length > 0 && text.trim() === text && !/ {2}|[\t\n]/.test(text);
}
