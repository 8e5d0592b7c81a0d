import { describe, expect, test } from 'vitest';
import type { BankOriginal } from './bank-original.ts';
import { comparabilityOf } from './comparability.ts';
import { filledInstrument } from './slots.ts';
import { agreement, anInstrument, aQuestion } from './testing.fixture.ts';

const same = (text: string) => ({ en: text, fr: text });
const original = (code: string, core = true): BankOriginal => ({
  code,
  version: 1,
  core,
  question: aQuestion(code, { item: { code, version: 1 }, wording: same(`How was {service} for ${code}?`) }),
});
const originals = [original('ease'), original('wait'), original('staff'), original('extra', false)];
const codes = (...items: string[]) => [{ items: items.map((code) => ({ code })) }];
const bank = { originals, packs: [{ rank: 1, sections: codes('wait', 'ease', 'staff') }] };
const asked = (...questions: readonly BankOriginal['question'][]) =>
  anInstrument({ sections: [{ code: 's', title: same('S'), questions }] });
const [ease, wait, staff, extra] = originals.map((one) => one.question) as [
  BankOriginal['question'],
  BankOriginal['question'],
  BankOriginal['question'],
  BankOriginal['question'],
];
const judged = (...questions: readonly BankOriginal['question'][]) =>
  comparabilityOf(bank, asked(...questions)).questions.map(({ question, state, changes }) => [
    question,
    state,
    ...changes,
  ]);

describe('a question of the bank', () => {
  test('is comparable as it is, with its slot filled for it alone, and with its slot filled for all', () => {
    expect(judged(wait)).toEqual([['wait', 'comparable']]);
    expect(judged({ ...wait, wording: same('How was the dog licence for wait?') })).toEqual([['wait', 'comparable']]);
    const filled = filledInstrument({ ...asked(wait), slots: { service: same('the dog licence') } });
    expect(comparabilityOf(bank, filled).questions[0]?.state).toBe('comparable');
  });

  test('is comparable with a further language, but not with other words in one of the two', () => {
    expect(judged({ ...wait, wording: { ...wait.wording, iu: 'ᖃᓄᖅ' } })).toEqual([['wait', 'comparable']]);
    const changed = { ...wait, wording: { ...wait.wording, fr: 'Tout autre chose' } };
    expect(judged(changed)).toEqual([['wait', 'not-comparable', 'wording']]);
  });

  test('says what was changed: scale, answers, hint', () => {
    const shorter = { ...agreement, points: agreement.points.slice(1) };
    expect(judged({ ...wait, scale: shorter })).toEqual([['wait', 'not-comparable', 'scale']]);
    expect(judged({ ...wait, options: [{ code: 'a', label: same('A') }] })).toEqual([
      ['wait', 'not-comparable', 'answers'],
    ]);
    expect(judged({ ...wait, hint: same('Think of today.') })).toEqual([['wait', 'limited', 'hint']]);
  });

  test('is still named after its link was cut, by what it was changed from', () => {
    const cut = { ...wait, wording: same('Anything'), item: null, changedFrom: { code: 'wait', version: 1 } };
    expect(judged(cut)).toEqual([['wait', 'not-comparable', 'wording']]);
    expect(judged({ ...wait, item: { code: 'wait', version: 9 } })).toEqual([['wait', 'not-comparable', 'unknown']]);
    expect(judged(aQuestion('mine'))).toEqual([]);
  });
});

describe('the order of core items', () => {
  test('is that of the pack that holds most of them, and other questions between them change nothing', () => {
    expect(judged(wait, aQuestion('mine'), ease, extra, staff).map(([, state]) => state)).toEqual(
      Array(4).fill('comparable'),
    );
    expect(comparabilityOf(bank, asked(ease, wait)).coreOrder).toEqual({
      asked: ['ease', 'wait'],
      canonical: ['wait', 'ease'],
    });
  });

  test('marks the fewest that would have to move', () => {
    expect(judged(staff, wait, ease)).toEqual([
      ['staff', 'limited', 'order'],
      ['wait', 'comparable'],
      ['ease', 'comparable'],
    ]);
  });

  test('is that of the bank where no pack says one', () => {
    const none = comparabilityOf({ originals, packs: [] }, asked(wait, ease));
    expect(none.coreOrder.canonical).toEqual(['ease', 'wait']);
  });
});

test('period and modes are recorded with it, the web where no mode is named', () => {
  const bare = comparabilityOf(bank, asked(wait));
  expect([bare.referencePeriod, bare.modes]).toEqual([null, ['web']]);
  const told = { ...asked(wait), referencePeriod: same('the last 12 months'), modes: ['telephone' as const] };
  expect(comparabilityOf(bank, told)).toMatchObject({ referencePeriod: told.referencePeriod, modes: ['telephone'] });
});
