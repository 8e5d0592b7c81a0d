import type { UiLanguage } from '@common-measure/kernel';

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

/** Cities that the language data name by their country or not at all, where French has a word of its own. */
const frenchCities: Readonly<Record<string, string>> = {
  Addis_Ababa: 'Addis-Abeba',
  Algiers: 'Alger',
  Andorra: 'Andorre',
  Ashgabat: 'Achgabat',
  Asmera: 'Asmara',
  Athens: 'Athènes',
  Azores: 'Açores',
  Baghdad: 'Bagdad',
  Bahrain: 'Bahreïn',
  Baku: 'Bakou',
  Barbados: 'Barbade',
  Beirut: 'Beyrouth',
  Bermuda: 'Bermudes',
  Brunei: 'Brunéi',
  Brussels: 'Bruxelles',
  Bucharest: 'Bucarest',
  Cairo: 'Le Caire',
  Canary: 'Îles Canaries',
  Cape_Verde: 'Cap-Vert',
  Comoro: 'Comores',
  Copenhagen: 'Copenhague',
  Damascus: 'Damas',
  Detroit: 'Détroit',
  Dominica: 'Dominique',
  Dushanbe: 'Douchanbé',
  Faeroe: 'Îles Féroé',
  Fiji: 'Fidji',
  Grenada: 'Grenade',
  Guernsey: 'Guernesey',
  Havana: 'La Havane',
  Isle_of_Man: 'Île de Man',
  Jamaica: 'Jamaïque',
  Jerusalem: 'Jérusalem',
  Kabul: 'Kaboul',
  Kuwait: 'Koweït',
  Lisbon: 'Lisbonne',
  Lome: 'Lomé',
  London: 'Londres',
  Macau: 'Macao',
  Malta: 'Malte',
  Manila: 'Manille',
  Mauritius: 'Maurice',
  Mexico_City: 'Mexico',
  Mogadishu: 'Mogadiscio',
  Muscat: 'Mascate',
  Noumea: 'Nouméa',
  Port_of_Spain: 'Port-d’Espagne',
  Puerto_Rico: 'Porto Rico',
  Rangoon: 'Rangoun',
  Reunion: 'La Réunion',
  Riyadh: 'Riyad',
  Saigon: 'Saïgon',
  San_Marino: 'Saint-Marin',
  Santo_Domingo: 'Saint-Domingue',
  Sao_Tome: 'São Tomé',
  Seoul: 'Séoul',
  Singapore: 'Singapour',
  South_Georgia: 'Géorgie du Sud',
  St_Barthelemy: 'Saint-Barthélemy',
  St_Helena: 'Sainte-Hélène',
  St_Kitts: 'Saint-Kitts',
  St_Lucia: 'Sainte-Lucie',
  St_Thomas: 'Saint-Thomas',
  St_Vincent: 'Saint-Vincent',
  Tashkent: 'Tachkent',
  Tbilisi: 'Tbilissi',
  Tehran: 'Téhéran',
  Thimphu: 'Thimphou',
  Tirane: 'Tirana',
  Vienna: 'Vienne',
  Warsaw: 'Varsovie',
  Yerevan: 'Erevan',
};

/** "America/Sao_Paulo" as people look for it: the city first, "São Paulo (America)" or « São Paulo (Amérique) ». */
export function zonePlace(zone: string, language: UiLanguage): string {
  const [city = zone, ...around] = zone.split('/').reverse();
  if (around.length === 0) return city;
  const isFrench = language === 'fr';
  const name = (isFrench && frenchCities[city]) || knownCity(zone, language) || spaced(city);
  const regions = around.reverse().map((part) => (isFrench && frenchRegions[part]) || spaced(part));
  return `${name} (${regions.join(', ')})`;
}

function spaced(part: string): string {
  return part.replaceAll('_', ' ');
}

/** The city as the language data write it; null where they name the zone, or the whole country instead. */
function knownCity(zone: string, language: UiLanguage): string | null {
  const parts = new Intl.DateTimeFormat(`${language}-CA`, {
    timeZone: zone,
    timeZoneName: 'shortGeneric',
  }).formatToParts(0);
  const generic = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const place = (language === 'fr' ? /^heure\s:\s(.+)$/u : /^(.+) Time$/u).exec(generic)?.[1] ?? null;
  if (place === null || countries(language).has(place)) return null;
  return place.charAt(0).toLocaleUpperCase() + place.slice(1);
}

const known = new Map<UiLanguage, ReadonlySet<string>>();

function countries(language: UiLanguage): ReadonlySet<string> {
  const kept = known.get(language);
  if (kept) return kept;
  const names = new Intl.DisplayNames([`${language}-CA`], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = new Set(letters.flatMap((a) => letters.flatMap((b) => names.of(a + b) ?? [])));
  known.set(language, all);
  return all;
}
