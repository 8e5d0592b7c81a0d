import { expect, test } from 'vitest';
import { namedLanguages } from './language-name.ts';
import { pluralRule } from './plural.ts';

test('counts as CLDR does in every language that is offered and that the runtime knows', () => {
  const counts = Array.from({ length: 400 }, (_, index) => index);
  const compared = namedLanguages.filter((tag) => Intl.PluralRules.supportedLocalesOf(tag).length > 0);
  expect(compared.length).toBeGreaterThan(30);
  for (const tag of compared) {
    const oracle = new Intl.PluralRules(tag);
    for (const count of counts)
      expect(`${tag} ${count} ${pluralRule(tag).formOf(count)}`).toBe(`${tag} ${count} ${oracle.select(count)}`);
  }
});

test('counts as CLDR does in languages that only have a rule of their own', () => {
  for (const tag of 'ru uk pl cs hr sl lt lv ro ga'.split(' ')) {
    const oracle = new Intl.PluralRules(tag);
    for (let count = 0; count < 400; count += 1) expect(pluralRule(tag).formOf(count)).toBe(oracle.select(count));
  }
});

test('names no form that no count asks for, and knows a form for every count', () => {
  for (const tag of [...namedLanguages, 'ru', 'pl', 'sl', 'lt', 'lv', 'ga', 'cs', 'hr', 'ro']) {
    const { forms, formOf } = pluralRule(tag);
    const asked = new Set(Array.from({ length: 400 }, (_, index) => formOf(index)));
    expect([...asked].sort()).toEqual([...forms].sort());
  }
});
