import { describe, expect, test } from 'vitest';
import { asName } from './format.ts';

describe('a label as a name within a sentence', () => {
  test('stands in the quotation marks of its language where it ends as a sentence does', () => {
    expect(asName('How easy was it?', 'en')).toBe('“How easy was it?”');
    expect(asName('Était-ce facile?', 'fr')).toBe('«\u00a0Était-ce facile?\u00a0»');
    expect(asName('Rate the service.', 'en')).toBe('“Rate the service.”');
  });

  test('stands as it is where it is a name', () => {
    expect(asName('Overall satisfaction', 'en')).toBe('Overall satisfaction');
    expect(asName('Satisfaction globale', 'fr')).toBe('Satisfaction globale');
  });
});
