import { findEmails } from './email.ts';
import { type Found, type ScreenedKind, screenedKinds } from './found.ts';
import { findHealthCards } from './health-card.ts';
import { findNames } from './name.ts';
import { findPaymentCards } from './payment-card.ts';
import { findPhones } from './phone.ts';
import { findPostalCodes } from './postal-code.ts';
import { findSocialInsuranceNumbers } from './social-insurance-number.ts';

/** What stands in the place of what was found. Searched again, nothing is found in it. */
const masks: Readonly<Record<'en' | 'fr', Readonly<Record<ScreenedKind, string>>>> = {
  en: {
    email: '[e-mail]',
    card: '[card number]',
    sin: '[social insurance number]',
    'health-card': '[health card number]',
    phone: '[telephone]',
    'postal-code': '[postal code]',
    name: '[name]',
  },
  fr: {
    email: '[courriel]',
    card: '[numéro de carte]',
    sin: '[numéro d’assurance sociale]',
    'health-card': '[numéro d’assurance maladie]',
    phone: '[téléphone]',
    'postal-code': '[code postal]',
    name: '[nom]',
  },
};

/**
 * What in a text may tell who somebody is, in order and without overlaps: of two that overlap the longer stands, of two as long the one
 * that comes first in `screenedKinds`. English and French are read alike, whatever language the text is said to be in.
 */
export function findPersonalData(text: string): readonly Found[] {
  const digits = /\d/.test(text);
  const found = [
    ...findEmails(text),
    ...(digits
      ? [
          ...findPaymentCards(text),
          ...findSocialInsuranceNumbers(text),
          ...findHealthCards(text),
          ...findPhones(text),
          ...findPostalCodes(text),
        ]
      : []),
    ...findNames(text),
  ];
  const rank = (one: Found) => screenedKinds.indexOf(one.kind);
  const kept: Found[] = [];
  for (const one of found.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || rank(a) - rank(b) || a.start - b.start,
  ))
    if (kept.every((other) => one.end <= other.start || one.start >= other.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

export interface ScreenedText {
  readonly text: string;
  /** The kinds that were masked, each once, in order of appearance. */
  readonly kinds: readonly ScreenedKind[];
}

/** A text with everything masked that {@link findPersonalData} finds; the words of the masks are French for `fr`, else English. */
export function screenText(text: string, language: string): ScreenedText {
  const found = findPersonalData(text);
  if (found.length === 0) return { text, kinds: [] };
  const says = masks[language === 'fr' || language.startsWith('fr-') ? 'fr' : 'en'];
  let masked = '';
  let at = 0;
  for (const { kind, start, end } of found) {
    masked += text.slice(at, start) + says[kind];
    at = end;
  }
  return { text: masked + text.slice(at), kinds: [...new Set(found.map(({ kind }) => kind))] };
}
