import { type BankFile, readBank } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { folded } from './folded.ts';
import { markupIn } from './tidy-text.ts';

/** Something in a file of the bank that is to be corrected: where, and what. */
export interface FileFinding {
  readonly place: string;
  readonly message: LocalizedText;
}

/** Everything that is wrong with files of a bank: their form and references, then texts; empty where they can be used. */
export function checkBankFiles(files: readonly BankFile[]): readonly FileFinding[] {
  const read = readBank(files);
  const faults = read.ok
    ? []
    : read.reasons.map((reason): FileFinding => {
        const [place = '', ...rest] = reason.split(': ');
        const text = rest.join(': ') || reason;
        return { place, message: { en: text, fr: `à corriger\u00a0: ${text}` } };
      });
  const texts = files.flatMap(({ name, content }) => collect(content, name));
  return [...faults, ...texts.flatMap(textFindings), ...(read.ok ? wordedAlike(read.value.items) : [])];
}

interface Placed {
  readonly place: string;
  readonly en: string;
  readonly fr: string;
}

function collect(value: unknown, place: string): readonly Placed[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'fr' in value) return [{ place, en: String(value.en), fr: String(value.fr) }];
  return Object.entries(value).flatMap(([key, inner]) => collect(inner, `${place}/${key}`));
}

function textFindings({ place, en, fr }: Placed): readonly FileFinding[] {
  const found = markupIn(en) ?? markupIn(fr);
  const told: readonly (readonly [boolean, string, string])[] = [
    [
      found !== null,
      `holds markup: ${found}; write plain text`,
      `contient du balisage\u00a0: ${found}; écrivez du texte brut`,
    ],
    [
      /(?<!\u00a0)[:%](?!\/\/)|\s[;?!]|«(?!\u00a0)|(?<!\u00a0)»/.test(fr),
      'the French spaces around : % ; ? ! « » are not those of Québec typography',
      'les espaces autour de : % ; ? ! « » ne suivent pas la typographie du Québec',
    ],
    [
      /['"]/.test(en + fr),
      'straight quotation mark; use that of print',
      'guillemet ou apostrophe droite; employez ceux de l’imprimé',
    ],
    [en.includes(' ') && en === fr, 'the French repeats the English', 'le français répète l’anglais'],
  ];
  return told.flatMap(([isWrong, english, french]) =>
    isWrong ? [{ place, message: { en: english, fr: french } }] : [],
  );
}

function wordedAlike(
  items: readonly { readonly code: string; readonly wording: LocalizedText }[],
): readonly FileFinding[] {
  return (['en', 'fr'] as const).flatMap((language) => {
    const first = new Map<string, string>();
    return items.flatMap(({ code, wording }) => {
      const text = folded(wording[language]);
      const other = first.get(text);
      if (other === undefined) first.set(text, code);
      return other === undefined
        ? []
        : [
            {
              place: `item ${code}`,
              message: { en: `is worded as ${other} is (${language})`, fr: `a le libellé de ${other} (${language})` },
            },
          ];
    });
  });
}
