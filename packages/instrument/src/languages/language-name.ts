import type { LocalizedText } from '@common-measure/kernel';
import { canonicalTag } from './language-tag.ts';

/** English, French and own name. First those spoken in Canada from the beginning, then others by their English name. */
const known: Readonly<Record<string, readonly [string, string, string]>> = {
  en: ['English', 'anglais', 'English'],
  fr: ['French', 'français', 'Français'],
  iu: ['Inuktitut (syllabics)', 'inuktitut (syllabique)', 'ᐃᓄᒃᑎᑐᑦ'],
  'iu-Latn': ['Inuktitut (Roman letters)', 'inuktitut (alphabet latin)', 'Inuktitut'],
  ike: ['Inuktitut (Eastern Canada)', 'inuktitut (Est canadien)', 'ᐃᓄᒃᑎᑐᑦ'],
  ikt: ['Inuinnaqtun', 'inuinnaqtun', 'Inuinnaqtun'],
  atj: ['Atikamekw', 'atikamekw', 'Atikamekw'],
  cr: ['Cree', 'cri', 'ᓀᐦᐃᔭᐍᐏᐣ'],
  gwi: ['Gwich’in', 'gwich’in', 'Gwich’in'],
  mic: ['Mi’kmaw', 'mi’kmaw', 'Mi’kmaw'],
  moe: ['Innu', 'innu', 'Innu-aimun'],
  oj: ['Ojibwe', 'ojibwé', 'Anishinaabemowin'],
  am: ['Amharic', 'amharique', 'አማርኛ'],
  ar: ['Arabic', 'arabe', 'العربية'],
  bn: ['Bengali', 'bengali', 'বাংলা'],
  'zh-Hans': ['Chinese (simplified)', 'chinois (simplifié)', '简体中文'],
  'zh-Hant': ['Chinese (traditional)', 'chinois (traditionnel)', '繁體中文'],
  nl: ['Dutch', 'néerlandais', 'Nederlands'],
  de: ['German', 'allemand', 'Deutsch'],
  el: ['Greek', 'grec', 'Ελληνικά'],
  gu: ['Gujarati', 'gujarati', 'ગુજરાતી'],
  ht: ['Haitian Creole', 'créole haïtien', 'Kreyòl ayisyen'],
  he: ['Hebrew', 'hébreu', 'עברית'],
  hi: ['Hindi', 'hindi', 'हिन्दी'],
  hu: ['Hungarian', 'hongrois', 'Magyar'],
  it: ['Italian', 'italien', 'Italiano'],
  ja: ['Japanese', 'japonais', '日本語'],
  ko: ['Korean', 'coréen', '한국어'],
  ckb: ['Kurdish (Central)', 'kurde (central)', 'کوردیی ناوەندی'],
  ps: ['Pashto', 'pachto', 'پښتو'],
  fa: ['Persian', 'persan', 'فارسی'],
  pl: ['Polish', 'polonais', 'Polski'],
  pt: ['Portuguese', 'portugais', 'Português'],
  pa: ['Punjabi', 'pendjabi', 'ਪੰਜਾਬੀ'],
  ro: ['Romanian', 'roumain', 'Română'],
  ru: ['Russian', 'russe', 'Русский'],
  so: ['Somali', 'somali', 'Soomaali'],
  es: ['Spanish', 'espagnol', 'Español'],
  sw: ['Swahili', 'swahili', 'Kiswahili'],
  tl: ['Tagalog', 'tagalog', 'Tagalog'],
  ta: ['Tamil', 'tamoul', 'தமிழ்'],
  ti: ['Tigrinya', 'tigrigna', 'ትግርኛ'],
  tr: ['Turkish', 'turc', 'Türkçe'],
  uk: ['Ukrainian', 'ukrainien', 'Українська'],
  ur: ['Urdu', 'ourdou', 'اردو'],
  vi: ['Vietnamese', 'vietnamien', 'Tiếng Việt'],
  yi: ['Yiddish', 'yidiche', 'ייִדיש'],
};

/** The languages whose names are kept here, in the order in which they are offered. */
export const namedLanguages: readonly string[] = Object.keys(known);

/** What a language is called in English and in French ("Arabic", "arabe"); of one that is not listed what CLDR calls it, else its tag. */
export function languageName(tag: string): LocalizedText {
  const listed = known[tag];
  if (listed) return { en: listed[0], fr: listed[1] };
  return { en: fromCldr(tag, 'en'), fr: fromCldr(tag, 'fr') };
}

/** What a language calls itself, for the switch that its speakers read; of one that is not listed its English name. */
export function ownLanguageName(tag: string): string {
  return known[tag]?.[2] ?? fromCldr(tag, 'en');
}

function fromCldr(tag: string, language: 'en' | 'fr'): string {
  if (canonicalTag(tag) === null) return tag;
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
