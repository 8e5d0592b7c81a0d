import type { LocalizedText } from '@common-measure/kernel';
import type { Instrument } from '../instrument.ts';
import { flawAt, type InstrumentFlaw, wholeInstrument } from '../instrument-flaw.ts';
import { languageName } from '../languages/language-name.ts';
import { canonicalTag } from '../languages/language-tag.ts';
import type { TextKind } from './map-texts.ts';
import { completenessOf, percentDone, translatableTexts } from './translatable-text.ts';

/**
 * What is wrong with the languages of an instrument beside English and French: tags that are none, those that are required and absent,
 * and for each place what is not translated there. Words of the page that are missing are one flaw for each language.
 */
export function checkLanguages(instrument: Instrument, required: readonly string[] = []): readonly InstrumentFlaw[] {
  const flaws: InstrumentFlaw[] = [];
  for (const [index, language] of instrument.languages.entries())
    if (canonicalTag(language) !== language || instrument.languages.indexOf(language) < index)
      flaws.push(flawAt(wholeInstrument, 'language-malformed', says.malformed(language)));
  for (const language of required)
    if (!instrument.languages.includes(language) && !['en', 'fr'].includes(language))
      flaws.push(flawAt(wholeInstrument, 'language-missing', says.required(languageName(language)), language));
  const further = instrument.languages.filter((language) => !['en', 'fr'].includes(language));
  return [...flaws, ...[...new Set(further)].flatMap((language) => untranslated(instrument, language))];
}

function untranslated(instrument: Instrument, language: string): readonly InstrumentFlaw[] {
  const completeness = completenessOf(instrument, language);
  const name = languageName(language);
  const percent = percentDone(completeness);
  const places = Map.groupBy(completeness.missing, ({ kind, place }) => `${place.label.en} ${kind === 'page'}`);
  const long = translatableTexts(instrument, language).flatMap(({ kind, place, value, name: what }) => {
    const most = mostCharacters[kind] ?? 2000;
    return value.length > most ? [flawAt(place, 'text-long', says.long(what, value.length, most, name), language)] : [];
  });
  const missing = [...places.values()].flatMap((here) => {
    const [first] = here;
    if (!first) return [];
    const text = first.kind === 'page' ? says.page(here.length, name) : says.texts(here.length, name, percent);
    return [flawAt(first.place, 'text-missing', text, language)];
  });
  return [...missing, ...long];
}

/** Characters up to which a text can be read on a page; of every other kind 2,000. */
const mostCharacters: Partial<Readonly<Record<TextKind, number>>> = {
  title: 10_000,
  introduction: 10_000,
  closing: 10_000,
  section: 300,
  answer: 300,
  unit: 300,
  slot: 300,
};

const says = {
  long: (what: LocalizedText, length: number, most: number, name: LocalizedText): LocalizedText => ({
    en: `a text in ${name.en} (${what.en.toLowerCase()}) has ${length} characters. Shorten it to ${most}.`,
    fr: `un texte en ${name.fr} (${what.fr.toLowerCase()}) compte ${length} caractères. Ramenez-le à ${most}.`,
  }),
  malformed: (tag: string): LocalizedText => ({
    en: `"${tag}" in its list of languages is not a language tag, or stands there twice. Write each once, such as "iu-Latn".`,
    fr: `«\u00a0${tag}\u00a0» dans sa liste de langues n’est pas une étiquette de langue, ou s’y trouve deux fois. Écrivez chacune une fois, comme «\u00a0iu-Latn\u00a0».`,
  }),
  required: (name: LocalizedText): LocalizedText => ({
    en: `your organization requires ${name.en}. Add this language under “Languages” and translate into it.`,
    fr: `votre organisation exige cette langue\u00a0: ${name.fr}. Ajoutez-la sous «\u00a0Langues\u00a0» et traduisez.`,
  }),
  texts: (count: number, name: LocalizedText, percent: number): LocalizedText => ({
    en: `${count === 1 ? '1 text is' : `${count} texts are`} missing in ${name.en} (${percent}% done). Write ${count === 1 ? 'it' : 'them'} under “Languages”.`,
    fr: `${count === 1 ? '1\u00a0texte manque' : `${count}\u00a0textes manquent`} en ${name.fr} (${percent}\u00a0% fait). Écrivez-${count === 1 ? 'le' : 'les'} sous «\u00a0Langues\u00a0».`,
  }),
  page: (count: number, name: LocalizedText): LocalizedText => ({
    en: `${count === 1 ? '1 word of its pages is' : `${count} words of its pages are`} missing in ${name.en}, such as buttons and notices. Write ${count === 1 ? 'it' : 'them'} under “Languages”.`,
    fr: `${count === 1 ? '1\u00a0mot de ses pages manque' : `${count}\u00a0mots de ses pages manquent`} en ${name.fr}, comme les boutons et les avis. Écrivez-${count === 1 ? 'le' : 'les'} sous «\u00a0Langues\u00a0».`,
  }),
};
