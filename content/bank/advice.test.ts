import { readdirSync, readFileSync } from 'node:fs';
import { adviceOn, emptyInstrument, questionFromItem, readBank } from '@common-measure/instrument';
import { expect, test } from 'vitest';

const folder = new URL('.', import.meta.url);
const read = readBank(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown })),
);
if (!read.ok) throw new Error(read.reasons.join('\n'));
const bank = read.value;
const bare = emptyInstrument({ en: 'Bank', fr: 'Banque' });
const advice = bank.items.flatMap((item) =>
  adviceOn({ ...bare, sections: [{ code: 'a', title: bare.title, questions: [questionFromItem(bank, item)] }] }).map(
    (one) => ({ ...one, item: item.code }),
  ),
);
const itemsWith = (...checks: readonly string[]) => [
  ...new Set(advice.filter(({ check }) => checks.includes(check)).map(({ item }) => item)),
];

test('the items of the bank, read twice by people, are advised on seldom: fewer than one in twelve', () => {
  expect(new Set(advice.map(({ item }) => item)).size).toBeLessThan(bank.items.length / 12);
});

test('no item asks two things, leads, names a person, or differs between its languages', () => {
  const never = [
    'double-barrelled',
    'leading',
    'personal-data',
    'untranslated',
    'translation-match',
    'french-typography',
  ];
  expect(itemsWith(...never)).toEqual([]);
  expect(itemsWith('range-overlap', 'same-labels', 'scale-balance', 'reference-period', 'escape-missing')).toEqual([]);
});

test('what is said of the bank is true of it: statements that deny or leave no exception, and long lists', () => {
  expect(itemsWith('negation')).toContain('official_language_delay');
  expect(itemsWith('absolute-terms')).toContain('online_form_once');
  expect(itemsWith('many-options')).toContain('municipal_used');
  expect(itemsWith('negation').length + itemsWith('absolute-terms').length).toBeLessThan(25);
});
