import { type LocalizedText, textIn } from '@common-measure/kernel';
import { foreignPart } from './foreign-part.ts';
import { attributes, escapeHtml } from './html.ts';
import type { RespondentWords } from './respondent-words.ts';

/** How somebody can answer without these pages. */
export const otherWayKinds = ['telephone', 'relay', 'sign-language', 'paper', 'in-person'] as const;
export type OtherWayKind = (typeof otherWayKinds)[number];
export interface OtherWay {
  readonly kind: OtherWayKind;
  /** The number, the hours, the place. */
  readonly text: LocalizedText;
  /** Where one presses: "https://…", "tel:…" or "mailto:…"; null for none. */
  readonly link: string | null;
}

/** What a survey says to people besides its questions. What is null or empty is said by the standing words of the page, or not at all. */
export interface PublicNotice {
  readonly otherWays: readonly OtherWay[];
  /** Why people are asked. */
  readonly purpose: LocalizedText | null;
  /** How long answers are kept. */
  readonly keptFor: LocalizedText | null;
  /** Whom to ask about it. */
  readonly contact: LocalizedText | null;
  /** After the receipt people may say how they can be reached, apart from their answers, kept so many days; left out, they are not asked. */
  readonly contactDays?: number | undefined;
  /** Of buttons, links and the head of the page: "#7a0019"; left out, that of the organization, or else of the platform. */
  readonly colour?: string | undefined;
  /** The logo of the organization does not stand on its pages. */
  readonly withoutLogo?: boolean | undefined;
}

export const emptyNotice: PublicNotice = { otherWays: [], purpose: null, keptFor: null, contact: null };

/** What each other way to answer is called. */
export const otherWayNames = (t: RespondentWords): Readonly<Record<OtherWayKind, string>> => ({
  telephone: t.byTelephone,
  relay: t.byRelay,
  'sign-language': t.bySigns,
  paper: t.onPaper,
  'in-person': t.inPerson,
});

/** The other ways to answer, each with its number or place; nothing where there is none. */
export function otherWaysHtml({ otherWays }: PublicNotice, t: RespondentWords): string {
  if (otherWays.length === 0) return '';
  const names = otherWayNames(t);
  const ways = otherWays.map(({ kind, text, link }) => {
    const words = escapeHtml(textIn(text, t.locale)).replaceAll('\n', '<br>');
    const more = link === null ? words : `<a${attributes({ href: link })}>${words}</a>`;
    return `<div><dt>${escapeHtml(names[kind])}</dt><dd${attributes(foreignPart(text, t.locale))}>${more}</dd></div>`;
  });
  return `<h2>${t.otherWays}</h2><dl class="facts">${ways.join('')}</dl>`;
}

/** A lead and its words; `text` where a survey brought them, in the languages it has. */
export type PrivacyRow = readonly [lead: string, words: string, text?: LocalizedText];

/** Who asks, why, what is kept, how long, what is shown, that it is voluntary, and whom to ask. */
export function privacyRows(notice: PublicNotice, organization: string, t: RespondentWords): readonly PrivacyRow[] {
  const [asking, ...others] = t.privacyMore(organization);
  const said = (text: LocalizedText | null): string => (text ? textIn(text, t.locale).trim() : '');
  const purpose = said(notice.purpose);
  const row = (lead: string, text: LocalizedText | null): readonly PrivacyRow[] =>
    text === null || said(text) === '' ? [] : [[lead, said(text), text]];
  return [
    ...(purpose === '' ? (asking ? [asking] : []) : [[asking?.[0] ?? '', `${organization}.`] as const]),
    ...row(t.whyAsked, notice.purpose),
    ...others.slice(0, 1),
    ...row(t.howLong, notice.keptFor),
    ...others.slice(1),
    ...row(t.privacyContact, notice.contact),
  ];
}

/** Whom to ask about what was answered, where the page has no other words on privacy; nothing where nobody is named. */
export function privacyContactHtml({ contact }: PublicNotice, t: RespondentWords): string {
  const words = contact === null ? '' : textIn(contact, t.locale).trim();
  if (contact === null || words === '') return '';
  return `<p><strong>${escapeHtml(t.privacyContact)}</strong> <span${attributes(foreignPart(contact, t.locale))}>${escapeHtml(words)}</span></p>`;
}
