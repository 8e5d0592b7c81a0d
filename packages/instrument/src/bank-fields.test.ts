import { describe, expect, test } from 'vitest';
import { type BankItem, questionFromItem, readBank } from './index.ts';

const text = (words: string) => ({ en: words, fr: `${words} (fr)` });
const item = (more: object) => ({
  code: 'reason',
  version: 1,
  construct: 'access',
  element: 'perception',
  channels: ['any'],
  core: false,
  benchmarkable: false,
  type: 'single',
  wording: text('Why?'),
  role: 'other',
  ...more,
});
const constructs = [{ id: 'access', name: text('Access'), definition: text('-') }];
const bankOf = (...items: readonly object[]) => readBank([{ name: 'a.json', content: { constructs, items } }]);
const options = [
  { code: 'near', label: text('Near') },
  { code: 'other', label: text('Something else'), specify: true, fixed: true },
  { code: 'none', label: text('None'), exclusive: true },
];

function asked(more: object) {
  const bank = bankOf(item(more));
  if (!bank.ok) throw new Error(bank.reasons.join('\n'));
  return questionFromItem(bank.value, bank.value.items[0] as BankItem);
}

describe('an item of the bank becomes a question with', () => {
  test('words beside “other”, answers that keep their place or stand alone, random order and least answers', () => {
    const question = asked({ type: 'multiple', options, order: 'random', atLeast: 1, atMost: 2 });
    expect(question).toMatchObject({ options, order: 'random', atLeast: 1, atMost: 2 });
  });

  test('the limits of a number, of a date and of a text, and none where it says none', () => {
    expect(asked({ type: 'number', unit: text('minutes'), min: 1, max: 600, decimals: 0 })).toMatchObject({
      unit: text('minutes'),
      min: 1,
      max: 600,
      decimals: 0,
    });
    expect(asked({ type: 'date', earliest: '2020-01-01', latest: '2030-12-31' })).toMatchObject({
      earliest: '2020-01-01',
      latest: '2030-12-31',
    });
    expect(asked({ type: 'text', lines: 1 })).toMatchObject({ lines: 1 });
    expect(Object.keys(asked({ type: 'number' }))).not.toContain('decimals');
  });
});

describe('versions of one item', () => {
  const before = item({ options: options.slice(0, 1).concat(options.slice(2)) });
  const kept = (...earlier: readonly object[]) =>
    readBank([
      { name: 'a.json', content: { constructs, items: [item({ version: 2, options })] } },
      { name: 'b.json', content: { earlier } },
    ]);

  test('that a newer one replaced are kept beside the items, for the questionnaires that hold them', () => {
    const bank = kept(before);
    if (!bank.ok) throw new Error(bank.reasons.join('\n'));
    expect(bank.value.items.map(({ version }) => version)).toEqual([2]);
    expect(bank.value.earlier?.map(({ version, options }) => [version, options.length])).toEqual([[1, 2]]);
  });

  test('are refused where one stands twice, or no later one stands among the items', () => {
    const reasons = (bank: ReturnType<typeof readBank>) => (bank.ok ? [] : bank.reasons);
    expect(reasons(kept(before, before))).toEqual(['earlier item reason@1: stands twice']);
    expect(reasons(kept(item({ version: 2, options })))).toEqual([
      'earlier item reason@2: no later version stands among the items',
    ]);
    expect(reasons(bankOf(item({ options }), item({ options })))).toEqual(['item reason: the code stands twice']);
  });

  test('are refused with a field that no item has', () => {
    const bank = bankOf(item({ options, colour: 'red' }));
    expect(bank.ok ? '' : bank.reasons[0]).toContain('colour');
  });
});
