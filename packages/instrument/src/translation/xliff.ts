import type { LocalizedText } from '@common-measure/kernel';
import { canonicalTag } from '../languages/language-tag.ts';
import type { TranslationFile } from './file-unit.ts';
import type { TranslatableText } from './translatable-text.ts';
import { elementsOf, localName, readXml, textOf, type XmlElement, type XmlFault } from './xml-reader.ts';

/**
 * XLIFF 2.1 (OASIS Standard, 13 February 2018): one unit for each text, its place as a note, its state from what is written. Places
 * such as `{count}` stand as they are: the notes say to keep them.
 */
export function writeXliff(
  texts: readonly TranslatableText[],
  { source, target }: { readonly source: 'en' | 'fr'; readonly target: string },
): string {
  const units = texts.map(({ id, place, name, text, value }) => {
    const written = value === '' ? '' : `\n        <target>${escaped(value)}</target>`;
    const note = `${place.label[source]}, ${name[source]}`;
    return `    <unit id="${escaped(id)}">
      <notes><note category="place">${escaped(note)}</note></notes>
      <segment state="${value === '' ? 'initial' : 'translated'}">
        <source>${escaped(text[source])}</source>${written}
      </segment>
    </unit>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${source}" trgLang="${escaped(target)}" xml:space="preserve">
  <file id="instrument">
${units.join('\n')}
  </file>
</xliff>
`;
}

/** Reads a file of XLIFF 2.0 or 2.1; several segments of a unit are put together again. */
export function readXliff(text: string): TranslationFile | { readonly line: number; readonly message: LocalizedText } {
  const root = readXml(text);
  if (!('name' in root)) return { line: root.line, message: says.faults[root.fault](root.line) };
  const { version = '', srcLang = '', trgLang = '' } = root.attributes;
  if (localName(root) !== 'xliff' || !/^2\.[01]$/.test(version))
    return { line: root.line, message: says.version(version) };
  const target = canonicalTag(trgLang);
  if (!['en', 'fr'].includes(srcLang) || target === null) return { line: root.line, message: says.languages };
  return {
    source: srcLang,
    target,
    units: elementsOf(root, 'unit').map((unit) => {
      const parts = unit.children.filter(isPart);
      const targets = parts.map((part) => elementsOf(part, 'target')[0]);
      // A blank between two segments need not be translated.
      const said = parts.map((part, index) => {
        const own = targets[index];
        if (own) return textOf(own);
        return localName(part) === 'ignorable' ? joined(elementsOf(part, 'source')) : '';
      });
      return {
        id: unit.attributes.id ?? '',
        source: joined(parts.flatMap((part) => elementsOf(part, 'source'))),
        target: targets.some((one) => one !== undefined) ? said.join('') : null,
        line: unit.line,
      };
    }),
  };
}

const joined = (elements: readonly XmlElement[]): string => elements.map(textOf).join('');
const isPart = (child: XmlElement | string): child is XmlElement =>
  typeof child !== 'string' && ['segment', 'ignorable'].includes(localName(child));

/** Text for XML 1.0, which has no room for control characters: those are left out. */
function escaped(text: string): string {
  const plain = [...text.toWellFormed()].filter((sign) => sign >= ' ' || sign === '\n' || sign === '\t').join('');
  return plain.replace(/[&<>"\ufffe\uffff]/g, (sign) => (sign > '\ufff0' ? '' : `&#${sign.charCodeAt(0)};`));
}

const says = {
  faults: {
    doctype: (line: number): LocalizedText => ({
      en: `Line ${line}: the file declares a document type, which XLIFF has not. Remove the declaration.`,
      fr: `Ligne ${line}\u00a0: le fichier déclare un type de document, ce que XLIFF ne connaît pas. Retirez cette déclaration.`,
    }),
    entity: (line: number): LocalizedText => ({
      en: `Line ${line}: “&” stands before something that XML does not know. Write “&amp;”.`,
      fr: `Ligne ${line}\u00a0: «\u00a0&\u00a0» précède ce que XML ne connaît pas. Écrivez «\u00a0&amp;\u00a0».`,
    }),
    unclosed: (line: number): LocalizedText => ({
      en: `Line ${line}: what is opened here is never closed; the file may have been cut off. Send it again whole.`,
      fr: `Ligne ${line}\u00a0: ce qui s’ouvre ici ne se ferme jamais; le fichier est peut-être tronqué. Renvoyez-le en entier.`,
    }),
    malformed: (line: number): LocalizedText => ({
      en: `Line ${line}: this is not XML. Save the file again with a translation tool.`,
      fr: `Ligne ${line}\u00a0: ce n’est pas du XML. Enregistrez de nouveau le fichier avec un outil de traduction.`,
    }),
  } satisfies Record<XmlFault['fault'], (line: number) => LocalizedText>,
  version: (version: string): LocalizedText => ({
    en: `The file is not XLIFF 2.0 or 2.1${version ? ` (it says ${version})` : ''}. Export it from your tool as XLIFF 2.`,
    fr: `Le fichier n’est pas du XLIFF 2.0 ou 2.1${version ? ` (il indique ${version})` : ''}. Exportez-le de votre outil en XLIFF 2.`,
  }),
  languages: {
    en: 'The file must go from English or French (srcLang) to a language with a tag (trgLang). Correct its first lines.',
    fr: 'Le fichier doit aller de l’anglais ou du français (srcLang) vers une langue désignée par une étiquette (trgLang). Corrigez ses premières lignes.',
  },
};
