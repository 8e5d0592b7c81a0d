import { describe, expect, test } from 'vitest';
import { fillSlots, instrumentFromPack } from './build-instrument.ts';
import { checkInstrument } from './check-instrument.ts';
import { questionsOf } from './edit-instrument.ts';
import type { Instrument } from './instrument.ts';
import { readBank } from './read-bank.ts';
import { filledInstrument } from './slots.ts';
import { agreement } from './testing.fixture.ts';

const same = (text: string) => ({ en: text, fr: `${text} (fr)` });
const item = (code: string, parts: object = {}) => ({
  code,
  version: 1,
  construct: 'ease',
  element: 'perception',
  channels: ['any'],
  core: false,
  benchmarkable: true,
  type: 'rating',
  wording: same(`Statement ${code}.`),
  scale: { id: 'agreement', version: 1 },
  role: 'driver',
  ...parts,
});
const rated = item('rated', {
  wording: { en: '{service} was easy to use.', fr: 'Il était facile d’utiliser {service}.' },
  slots: [{ name: 'service', kind: 'service' }],
});
const yesNo = ['yes', 'no'].map((code) => ({ code, label: same(code) }));
const done = item('done', { type: 'single', scale: null, options: yesNo });

function bankOf(entries: readonly object[], scores: readonly object[] = [], more: readonly object[] = []) {
  const pack = (id: string, rank: number, held: readonly object[]) => ({
    id,
    version: 1,
    rank,
    title: same('Pack'),
    description: same('What it is for.'),
    introduction: same('You came to us.'),
    closing: same('We read every answer.'),
    sections: [{ code: 'one', title: same('One'), items: held }],
    scores,
  });
  const constructs = [{ id: 'ease', name: same('Ease'), definition: same('How easy.') }];
  const packs = [pack('late', 9, entries), ...more.map((held) => pack('early', 1, [held]))];
  return readBank([{ name: 'bank.json', content: { constructs, scales: [agreement], items: [rated, done], packs } }]);
}

function flawsOf(...parts: Parameters<typeof bankOf>): readonly string[] {
  const read = bankOf(...parts);
  return read.ok ? [] : read.reasons;
}

const service = { en: 'the permit office', fr: 'le bureau des permis' };
const score = (parts: object) => ({ id: 's', name: same('Score'), note: same('How it is read.'), ...parts });

describe('a pack', () => {
  test('fills the slots of an item, and asks it several times under codes of its own', () => {
    const library = { en: 'the library', fr: 'la bibliothèque' };
    const read = bankOf([
      { code: 'rated', as: 'rated_permits', slots: { service } },
      { code: 'rated', as: 'rated_library', slots: { service: library } },
    ]);
    if (!read.ok) throw new Error(read.reasons.join('\n'));
    const [pack] = read.value.packs;
    if (!pack) throw new Error('no pack');
    const made = instrumentFromPack(read.value, pack);
    expect(
      made.sections[0]?.questions.map((question) => [question.code, question.item?.code, question.wording]),
    ).toEqual([
      [
        'rated_permits',
        'rated',
        { en: 'The permit office was easy to use.', fr: 'Il était facile d’utiliser le bureau des permis.' },
      ],
      [
        'rated_library',
        'rated',
        { en: 'The library was easy to use.', fr: 'Il était facile d’utiliser la bibliothèque.' },
      ],
    ]);
    expect(checkInstrument(made)).toEqual([]);
  });

  test('is refused where words for a slot are missing or the item has no such slot', () => {
    expect(flawsOf([{ code: 'rated' }])).toEqual(['pack late: rated needs words for {service}']);
    expect(flawsOf([{ code: 'done', slots: { service } }])).toEqual(['pack late: done has no slot service']);
    expect(flawsOf([{ code: 'rated', slots: { service: { en: 'x', fr: '' } } }])[0]).toContain('slots.service.fr');
  });

  test('stands in lists by its rank', () => {
    const read = bankOf([{ code: 'done' }], [], [{ code: 'done' }]);
    expect(read.ok && read.value.packs.map(({ id }) => id)).toEqual(['early', 'late']);
  });

  test('is refused where a score needs what its questions cannot give', () => {
    const entries = [{ code: 'rated', slots: { service } }, { code: 'done' }];
    const flaw = (parts: object) => flawsOf(entries, [score(parts)]);
    expect(flaw({ method: 'top-2', items: ['rated'] })).toEqual([]);
    expect(flaw({ method: 'top-2', items: ['other'] })).toEqual([
      'pack late: score s: needs other, which is not asked',
    ]);
    expect(flaw({ method: 'nps', items: ['rated'] })).toEqual(['pack late: score s: rated is no rating of 11 points']);
    expect(flaw({ method: 'csi', items: ['rated'] })).toEqual(['pack late: score s: needs 3 items']);
    expect(flaw({ method: 'task-success', items: ['done'], success: ['yes'], failure: ['maybe'] })).toEqual([
      'pack late: score s: done has no answer maybe',
    ]);
    expect(flaw({ method: 'task-success', items: ['done'] })).toEqual([
      'pack late: score s: names no answers for success or failure',
    ]);
  });
});

describe('a slot', () => {
  test('keeps its braces without words, and takes words of one language without touching the other', () => {
    expect(fillSlots({ en: 'Rate {service}.', fr: 'Notez {service}.' }, {})).toEqual({
      en: 'Rate {service}.',
      fr: 'Notez {service}.',
    });
    expect(fillSlots({ en: 'Rate {service}.', fr: 'Notez {service}.' }, { service: { en: 'us', fr: '' } })).toEqual({
      en: 'Rate us.',
      fr: 'Notez {service}.',
    });
  });

  test('that is open keeps a questionnaire from being published, and is named with its question', () => {
    const read = bankOf([{ code: 'rated', slots: { service: { en: '{place}', fr: '{place}' } } }]);
    if (!read.ok) throw new Error(read.reasons.join('\n'));
    const [pack] = read.value.packs;
    if (!pack) throw new Error('no pack');
    const flaws = checkInstrument(instrumentFromPack(read.value, pack));
    expect(flaws.map(({ code, question }) => [code, question])).toEqual([['slot-unfilled', 'rated']]);
    expect(flaws[0]?.message.en).toBe(
      'Question 1: {service} stands where words belong, such as the name of the service. Write them once, in each language, under “Words in the questions”.',
    );
  });

  test('with the same words throughout a pack stays open, to be filled once; with differing words it stands in the wordings', () => {
    const words = (text: string) => ({ service: { en: text, fr: text } });
    const made = (first: string, second: string) => {
      const read = bankOf([
        { code: 'rated', slots: words(first) },
        { code: 'rated', as: 'rated_again', slots: words(second) },
      ]);
      if (!read.ok) throw new Error(read.reasons.join('\n'));
      return instrumentFromPack(read.value, read.value.packs[0]!);
    };
    const wordings = (instrument: Instrument) => questionsOf(instrument).map((question) => question.wording.en);
    const same = made('us', 'us');
    expect(same.slots).toEqual(words('us'));
    expect(wordings(same).every((wording) => wording.includes('{service}'))).toBe(true);
    const other = made('us', 'them');
    expect(other.slots).toBeUndefined();
    expect(wordings(filledInstrument(same))[0]).toBe(wordings(other)[0]);
  });
});
