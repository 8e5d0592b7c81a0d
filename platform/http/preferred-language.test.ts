import { expect, test } from 'vitest';
import { preferredLanguage } from './preferred-language.ts';

test('the heaviest of our languages wins, the first where weights are equal', () => {
  expect(preferredLanguage('fr-CA,fr;q=0.9,en;q=0.8')).toBe('fr');
  expect(preferredLanguage('de, en;q=0.4, fr;q=0.7')).toBe('fr');
  expect(preferredLanguage('en-GB')).toBe('en');
});

test('a language that is refused or unknown is not chosen', () => {
  expect(preferredLanguage('de,fr;q=0')).toBeNull();
  expect(preferredLanguage('')).toBeNull();
  expect(preferredLanguage('free,english')).toBeNull();
});
