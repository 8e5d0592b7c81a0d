import { type LocalizedText, textIn, type UiLanguage } from '@common-measure/kernel';
import { foreignPart } from './foreign-part.ts';
import { attributes, escapeHtml } from './html.ts';

/** A picture at its address, with its own size in pixels. */
export interface LogoImage {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** Drawn from lines: as sharp at any size. */
  readonly isDrawing: boolean;
}

/** The logo of an organization, in its English and its French form; where it has only one, both are the same. */
export interface OrganizationLogo {
  readonly en: LogoImage;
  readonly fr: LogoImage;
  /** What it says or shows, for those who do not see it. */
  readonly alt: LocalizedText;
  /** The name stands in the picture: it is not written beside it. */
  readonly saysName: boolean;
}

/** The room a logo has on a page, in CSS pixels. */
export const logoRoom = { width: 240, height: 56 } as const;

const mark =
  '<svg width="30" height="22" viewBox="0 0 30 22" aria-hidden="true"><path d="M2 20V11M8.5 20V14M15 20V2M21.5 20V14M28 20V11" stroke="currentColor" stroke-width="3" stroke-linecap="round"/></svg>';

/**
 * Who asks, at the head of a page: the logo, the name, or both; without a logo the ruler and the name. `also`: a second language in which
 * it is said, where it is another there.
 */
export function organizationHtml(
  organization: LocalizedText,
  logo: OrganizationLogo | undefined,
  locale: string,
  also?: UiLanguage,
): string {
  const name = textIn(organization, locale);
  const other = also === undefined ? name : textIn(organization, also);
  const own = `<span${attributes(foreignPart(organization, locale))}>${escapeHtml(name)}</span>`;
  const second = `<span${attributes({ lang: `${also}-CA` })}>${escapeHtml(other)}</span>`;
  const written = other === name ? own : `<span class="both">${own}${second}</span>`;
  if (logo === undefined) return `<p class="org">${mark}${written}</p>`;
  const isTwice = also !== undefined && logo[also].src !== (locale === 'fr' ? logo.fr : logo.en).src;
  const pictures = `${logoHtml(logo, name, locale)}${isTwice ? `<span${attributes({ lang: `${also}-CA` })}>${logoHtml(logo, other, also)}</span>` : ''}`;
  return `<p class="org">${pictures}${logo.saysName ? '' : written}</p>`;
}

/** The picture with the size it is shown at, so that nothing moves when it arrives. Its words are left out where the name beside it says them. */
export function logoHtml(logo: OrganizationLogo, name: string, locale: string): string {
  const image = locale === 'fr' ? logo.fr : logo.en;
  const alt = textIn(logo.alt, locale).trim();
  const { width, height } = shownSize(image);
  return `<img${attributes({ class: 'logo', src: image.src, width: String(width), height: String(height), alt: !logo.saysName && alt === name ? '' : alt, ...foreignPart(logo.alt, locale), decoding: 'async' })}>`;
}

/** The size at which it fits its room, in whole CSS pixels; pictures of pixels are never drawn larger than they are. */
export function shownSize({ width, height, isDrawing }: Omit<LogoImage, 'src'>): { width: number; height: number } {
  const fit = Math.min(logoRoom.width / width, logoRoom.height / height);
  const scale = isDrawing ? fit : Math.min(1, fit);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
