import type { UiLanguage } from '@common-measure/kernel';
import { zoneCities } from './zone-cities.ts';

/** The regions of the time zone database in French; in English they stand as they are. */
const frenchRegions: Readonly<Record<string, string>> = {
  Africa: 'Afrique',
  America: 'Amérique',
  Antarctica: 'Antarctique',
  Arctic: 'Arctique',
  Asia: 'Asie',
  Atlantic: 'Atlantique',
  Australia: 'Australie',
  Europe: 'Europe',
  Indian: 'océan Indien',
  Pacific: 'Pacifique',
  Argentina: 'Argentine',
  North_Dakota: 'Dakota du Nord',
};

/** "America/Sao_Paulo" as people look for it: the city first, "São Paulo (America)" or « São Paulo (Amérique) ». */
export function zonePlace(zone: string, language: UiLanguage): string {
  const [city = zone, ...around] = zone.split('/').reverse();
  if (around.length === 0) return city;
  const isFrench = language === 'fr';
  const name = zoneCities[language][city] ?? spaced(city);
  const regions = around.reverse().map((part) => (isFrench && frenchRegions[part]) || spaced(part));
  return `${name} (${regions.join(', ')})`;
}

function spaced(part: string): string {
  return part.replaceAll('_', ' ');
}
