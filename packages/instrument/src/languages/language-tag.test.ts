import { expect, test } from 'vitest';
import { languageName, namedLanguages, ownLanguageName } from './language-name.ts';
import { canonicalTag, directionOf } from './language-tag.ts';

test('spells a tag as BCP 47 does, and takes nothing else for one', () => {
  expect(['IU-latn', 'zh-hans-cn', 'es-419', ' ar '].map(canonicalTag)).toEqual([
    'iu-Latn',
    'zh-Hans-CN',
    'es-419',
    'ar',
  ]);
  for (const wrong of ['', 'english', 'e', 'en_CA', 'start', '../etc', 'fr"', 'iu-Latn-x'])
    expect(canonicalTag(wrong)).toBeNull();
});

test('knows which languages are written from right to left, by their script where the tag says one', () => {
  expect(
    ['ar', 'he', 'fa', 'ur', 'ps', 'dv', 'syr', 'nqo', 'yi', 'ckb', 'ff-Adlm', 'pa-Arab'].map(directionOf),
  ).toEqual(Array.from({ length: 12 }, () => 'rtl'));
  expect(['en', 'fr', 'iu', 'iu-Latn', 'ff', 'pa', 'zh-Hans', 'ar-Latn'].map(directionOf)).toEqual(
    Array.from({ length: 8 }, () => 'ltr'),
  );
});

test('agrees with the runtime on the direction of every language that is offered', () => {
  for (const tag of namedLanguages) {
    const locale = new Intl.Locale(tag);
    const oracle = 'getTextInfo' in locale && typeof locale.getTextInfo === 'function' ? locale.getTextInfo() : null;
    if (oracle) expect(`${tag} ${directionOf(tag)}`).toBe(`${tag} ${oracle.direction}`);
  }
});

test('names a language in English, in French and in itself', () => {
  expect(languageName('ar')).toEqual({ en: 'Arabic', fr: 'arabe' });
  expect(ownLanguageName('ar')).toBe('العربية');
  expect(ownLanguageName('iu')).toBe('ᐃᓄᒃᑎᑐᑦ');
  expect(languageName('sv')).toEqual({ en: 'Swedish', fr: 'suédois' });
  expect(languageName('not a tag')).toEqual({ en: 'not a tag', fr: 'not a tag' });
});
