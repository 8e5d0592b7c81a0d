import { directionOf, escapeHtml, ownLanguageName } from '@common-measure/instrument';
import type { RawReply } from '@common-measure/platform/http';
import { htmlReply, type Visit } from '../visit.ts';
import { kioskWords } from './kiosk-words.ts';
import { type WayPlace, wayDocument } from './way-page.ts';

/** The first page of a tablet or stand: each language by its own name, as large as a finger needs. */
export function kioskWelcome({ open, token }: Pick<Visit, 'token'> & { readonly open: WayPlace }): RawReply {
  const { languages } = open.instrument;
  const title = languages.includes('fr') ? `${kioskWords.en.choose} / ${kioskWords.fr.choose}` : kioskWords.en.choose;
  const ways = languages.map(
    (language) =>
      `<a class="b" lang="${language}" dir="${directionOf(language)}" hreflang="${language}" href="/s/${token}?lang=${language}">${escapeHtml(ownLanguageName(language))}</a>`,
  );
  const words = [
    `<span lang="en-CA">${kioskWords.en.choose}</span>`,
    ...(languages.includes('fr') ? [`<span lang="fr-CA">${kioskWords.fr.choose}</span>`] : []),
  ];
  const body = `<h1>${words.join('<br>')}</h1><div class="act">${ways.join('')}</div>`;
  return htmlReply(wayDocument(open, languages[0] ?? 'en', title, body, { languages: [] }));
}
