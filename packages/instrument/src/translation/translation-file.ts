import type { LocalizedText } from '@common-measure/kernel';
import type { Instrument } from '../instrument.ts';
import { canonicalTag } from '../languages/language-tag.ts';
import { placesIn } from '../respondent/spoken-words.ts';
import { csvRows, writeCsvRow } from './csv-rows.ts';
import type { TranslationFile } from './file-unit.ts';
import { type TranslatableText, translatableTexts } from './translatable-text.ts';
import { readXliff, writeXliff } from './xliff.ts';

/** The forms in which texts go to translators and come back: the field's standard, and a table. */
export const translationFormats = ['xliff', 'csv'] as const;
export type TranslationFormat = (typeof translationFormats)[number];

/** Why a line of a file, or the whole file, cannot be taken. */
export interface TranslationRefusal {
  readonly line: number | null;
  readonly id: string | null;
  readonly message: LocalizedText;
}

/** What a file would change. */
export interface TranslationChange {
  readonly text: TranslatableText;
  readonly before: string;
  readonly after: string;
  readonly line: number;
}

export interface TranslationPreview {
  readonly language: string;
  readonly changes: readonly TranslationChange[];
  /** Lines that say what stands there already. */
  readonly unchanged: number;
  /** Lines without a translation: nothing is taken away. */
  readonly empty: number;
  readonly refusals: readonly TranslationRefusal[];
}

/** The texts of an instrument with what is translated so far, for translators: XLIFF 2.1, or a table with a row for each text. */
export function writeTranslation(
  instrument: Instrument,
  languages: { readonly source: 'en' | 'fr'; readonly target: string },
  format: TranslationFormat,
): string {
  const texts = translatableTexts(instrument, languages.target);
  if (format === 'xliff') return writeXliff(texts, languages);
  const head = ['id', 'place', 'text', languages.source, languages.target];
  const rows = texts.map((text) => [
    text.id,
    text.place.label[languages.source],
    text.name[languages.source],
    text.text[languages.source],
    text.value,
  ]);
  // The mark at the beginning tells spreadsheets that what follows is UTF-8.
  return `\ufeff${[head, ...rows].map(writeCsvRow).join('')}`;
}

/** What a file would change in an instrument, and which of its lines cannot be taken and why. Nothing is changed here. */
export function previewTranslation(instrument: Instrument, content: string): TranslationPreview {
  const read = readTranslationFile(content);
  const none = { changes: [], unchanged: 0, empty: 0 };
  if (!read.ok) return { language: '', ...none, refusals: read.reasons };
  const { source, target, units } = read.value;
  if (!instrument.languages.includes(target))
    return { language: target, ...none, refusals: [{ line: null, id: null, message: says.foreign(target) }] };
  const texts = new Map(translatableTexts(instrument, target).map((text) => [text.id, text]));
  const changes: TranslationChange[] = [];
  const refusals: TranslationRefusal[] = [];
  const seen = new Set<string>();
  let [unchanged, empty] = [0, 0];
  for (const { id, source: said, target: after, line } of units) {
    const text = texts.get(id);
    const refuse = (message: LocalizedText): void => void refusals.push({ line, id, message });
    if (!text) refuse(says.unknown(id, line));
    else if (seen.has(id)) refuse(says.twice(id, line));
    else if (after === null || after.trim() === '') empty += 1;
    else if (text.text[source] !== undefined && text.text[source] !== said) refuse(says.moved(id, line));
    else if (after === text.value) unchanged += 1;
    else {
      const lost = lostPlaces(said, after);
      if (lost.length > 0) refuse(says.lost(id, line, lost));
      else if (after.length > 20_000) refuse(says.long(id, line));
      else changes.push({ text, before: text.value, after, line });
    }
    seen.add(id);
  }
  return { language: target, changes, unchanged, empty, refusals };
}

/** The language into which a file translates, as it says itself; null of a file that cannot be read. */
export function languageOfTranslation(content: string): string | null {
  const read = readTranslationFile(content);
  return read.ok ? read.value.target : null;
}

/** Places such as `{count}` or `{{wait}}` that the source has and the translation has not. */
export function lostPlaces(source: string, translation: string): readonly string[] {
  const kept = new Set(placesIn(translation));
  return [...new Set(placesIn(source))].filter((place) => !kept.has(place));
}

type Read = { ok: true; value: TranslationFile } | { ok: false; reasons: readonly TranslationRefusal[] };

/** Reads a file of either form; it says itself which it is. */
function readTranslationFile(content: string): Read {
  const text = content.replace(/^\ufeff/, '');
  const file = text.trimStart().startsWith('<') ? readXliff(text) : readTable(text);
  if (!('units' in file)) return { ok: false, reasons: [{ line: file.line, id: null, message: file.message }] };
  return { ok: true, value: file };
}

function readTable(text: string): TranslationFile | { readonly line: number; readonly message: LocalizedText } {
  const rows = csvRows(text);
  if (!rows) return { line: 1, message: says.quotes };
  const [head, ...body] = rows;
  const [id, , , source = '', target = ''] = head?.cells ?? [];
  const tag = canonicalTag(target);
  if (id !== 'id' || !['en', 'fr'].includes(source) || tag === null) return { line: 1, message: says.head };
  const ragged = body.find(({ cells }) => cells.length !== 5);
  if (ragged) return { line: ragged.line, message: says.ragged(ragged.line, ragged.cells.length) };
  return {
    source,
    target: tag,
    units: body.map(({ cells, line }) => ({
      id: cells[0] ?? '',
      source: cells[3] ?? '',
      target: cells[4] ?? '',
      line,
    })),
  };
}

const says = {
  foreign: (tag: string): LocalizedText => ({
    en: `The file is in “${tag}”, which is not a language of this questionnaire. Add the language first, or choose another file.`,
    fr: `Le fichier est en «\u00a0${tag}\u00a0», qui n’est pas une langue de ce questionnaire. Ajoutez d’abord cette langue ou choisissez un autre fichier.`,
  }),
  unknown: (id: string, line: number): LocalizedText => ({
    en: `Line ${line}: “${id}” is not a text of this questionnaire any more. Leave the line out, or export anew.`,
    fr: `Ligne ${line}\u00a0: «\u00a0${id}\u00a0» n’est plus un texte de ce questionnaire. Laissez tomber cette ligne ou exportez de nouveau.`,
  }),
  twice: (id: string, line: number): LocalizedText => ({
    en: `Line ${line}: “${id}” was already translated above. Keep one of the lines.`,
    fr: `Ligne ${line}\u00a0: «\u00a0${id}\u00a0» est déjà traduit plus haut. Gardez une seule de ces lignes.`,
  }),
  moved: (id: string, line: number): LocalizedText => ({
    en: `Line ${line}: the text to translate (“${id}”) has changed since the file was made. Export anew and translate what it says now.`,
    fr: `Ligne ${line}\u00a0: le texte à traduire («\u00a0${id}\u00a0») a changé depuis l’exportation. Exportez de nouveau et traduisez ce qu’il dit maintenant.`,
  }),
  lost: (id: string, line: number, places: readonly string[]): LocalizedText => ({
    en: `Line ${line}: ${places.join(', ')} is lost in the translation of “${id}”. Put it where it belongs; what stands between the braces is not translated.`,
    fr: `Ligne ${line}\u00a0: ${places.join(', ')} manque dans la traduction de «\u00a0${id}\u00a0». Mettez-le à sa place; le nom entre accolades ne se traduit pas.`,
  }),
  long: (id: string, line: number): LocalizedText => ({
    en: `Line ${line}: the translation of “${id}” has more than 20,000 characters. Shorten it.`,
    fr: `Ligne ${line}\u00a0: la traduction de «\u00a0${id}\u00a0» dépasse 20\u00a0000 caractères. Raccourcissez-la.`,
  }),
  quotes: {
    en: 'The table has a quotation mark that is not closed. Export it again from your spreadsheet as CSV.',
    fr: 'Le tableau contient un guillemet qui n’est pas fermé. Exportez-le de nouveau de votre tableur en CSV.',
  },
  head: {
    en: 'The first line of the table must be: id, place, text, en or fr, and the language of the translation. Keep the line of the file that was exported.',
    fr: 'La première ligne du tableau doit être\u00a0: id, place, text, en ou fr, et la langue de la traduction. Gardez la ligne du fichier exporté.',
  },
  ragged: (line: number, cells: number): LocalizedText => ({
    en: `Line ${line} has ${cells} cells instead of 5. Put a text with a comma in quotation marks.`,
    fr: `La ligne ${line} compte ${cells} cellules au lieu de 5. Mettez entre guillemets un texte qui contient une virgule.`,
  }),
};
