import { describe, expect, test } from 'vitest';
import { zonePlace } from './zone-place.ts';

const zones = Intl.supportedValuesOf('timeZone');

describe('the place of a time zone', () => {
  test('stands by its city, with its region in the language of the reader', () => {
    expect(zonePlace('Africa/Abidjan', 'en')).toBe('Abidjan (Africa)');
    expect(zonePlace('Africa/Abidjan', 'fr')).toBe('Abidjan (Afrique)');
    expect(zonePlace('Europe/London', 'fr')).toBe('Londres (Europe)');
    expect(zonePlace('Europe/Moscow', 'fr')).toBe('Moscou (Europe)');
    expect(zonePlace('Pacific/Auckland', 'fr')).toBe('Auckland (Pacifique)');
    expect(zonePlace('America/Sao_Paulo', 'en')).toBe('São Paulo (America)');
    expect(zonePlace('UTC', 'fr')).toBe('UTC');
  });

  test('names no region in English to francophones', () => {
    const english = /\((Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Indian|Pacific)\b/;
    expect(zones.map((zone) => zonePlace(zone, 'fr')).filter((place) => english.test(place))).toEqual([]);
  });

  test('tells zones apart in both languages', () => {
    for (const language of ['en', 'fr'] as const)
      expect(new Set(zones.map((zone) => zonePlace(zone, language))).size).toBe(zones.length);
  });
});
