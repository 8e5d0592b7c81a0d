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
const earlier = bank.earlier ?? [];

test('an earlier version keeps the codes of its answers: what was stored under one is still read', () => {
  expect(earlier.length).toBeGreaterThan(30);
  for (const before of earlier) {
    const now = bank.items.find((item) => item.code === before.code);
    const codes = now?.options.map(({ code }) => code) ?? [];
    expect(before.options.map(({ code }) => code).filter((code) => !codes.includes(code))).toEqual([]);
  }
});

test('items that ask for words beside “other” ask under one answer, which keeps its place at the end', () => {
  const asking = bank.items.filter((item) => item.options.some((option) => option.specify));
  expect(asking.length).toBeGreaterThan(30);
  for (const { code, options } of asking) {
    const open = options.filter((option) => option.specify);
    expect([code, open.length, open.every((option) => option.fixed)]).toEqual([code, 1, true]);
  }
});

test('items that count whole things take no decimals, and their questions say so', () => {
  const visits = bank.items.find((item) => item.code === 'time_visits_actual');
  if (!visits) throw new Error('no item on visits');
  const question = questionFromItem(bank, visits);
  expect(question).toMatchObject({ type: 'number', decimals: 0 });
  const bare = emptyInstrument({ en: 'Bank', fr: 'Banque' });
  expect(adviceOn({ ...bare, sections: [{ code: 'a', title: bare.title, questions: [question] }] })).toEqual([]);
});
