import { describe, expect, test, vi } from 'vitest';
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

  test('does not depend on what a browser knows of places', () => {
    const all = () => zones.map((zone) => [zonePlace(zone, 'en'), zonePlace(zone, 'fr')]);
    const known = all();
    vi.stubGlobal('Intl', {});
    try {
      expect(all()).toEqual(known);
    } finally {
      vi.unstubAllGlobals();
    }
    expect(zonePlace('Europe/Kiev', 'fr')).toBe('Kyiv (Europe)');
    expect(zonePlace('Europe/Ulyanovsk', 'fr')).toBe('Oulianovsk (Europe)');
    expect(zonePlace('Antarctica/DumontDUrville', 'fr')).toBe('Dumont-d’Urville (Antarctique)');
    expect(zonePlace('Antarctica/DumontDUrville', 'en')).toBe('Dumont d’Urville Station (Antarctica)');
  });

  test('writes every city in French that the whole language data write otherwise than in English', () => {
    const generic = (zone: string, language: string) =>
      new Intl.DateTimeFormat(`${language}-CA`, { timeZone: zone, timeZoneName: 'shortGeneric' })
        .formatToParts(0)
        .find(({ type }) => type === 'timeZoneName')?.value;
    const cityIn = (zone: string) => /^heure\s:\s(.+)$/u.exec(generic(zone, 'fr') ?? '')?.[1];
    const asInEnglish = zones.filter((zone) => {
      const [city = '', inEnglish] = [zone.split('/').at(-1), /^(.+) Time$/u.exec(generic(zone, 'en') ?? '')?.[1]];
      const isCity = cityIn(zone) !== undefined && inEnglish === city.replaceAll('_', ' ');
      return isCity && cityIn(zone) !== inEnglish && zonePlace(zone, 'fr') === zonePlace(zone, 'en');
    });
    expect(asInEnglish).toEqual([]);
  });

  test('tells zones apart in both languages', () => {
    for (const language of ['en', 'fr'] as const)
      expect(new Set(zones.map((zone) => zonePlace(zone, language))).size).toBe(zones.length);
  });
});
