import { directionOf, escapeHtml, ownLanguageName } from '@common-measure/instrument';
import type { RawReply } from '@common-measure/platform/http';
import { htmlReply, type Visit } from '../visit.ts';
import { kioskWords } from './kiosk-words.ts';
import { type WayPlace, wayDocument } from './way-page.ts';

/**
 * The first page of a tablet or stand: each language by its own name, as large as a finger needs. `left`: the key of somebody whose
 * answers break off with the press of whoever comes next.
 */
export function kioskWelcome(
  { open, token }: Pick<Visit, 'token'> & { readonly open: WayPlace },
  left: string | null = null,
): RawReply {
  const { languages } = open.instrument;
  const title = languages.includes('fr') ? `${kioskWords.en.choose} / ${kioskWords.fr.choose}` : kioskWords.en.choose;
  const ways = languages.map((language) => {
    const named = `class="b" lang="${language}" dir="${directionOf(language)}"`;
    const name = escapeHtml(ownLanguageName(language));
    return left === null
      ? `<a ${named} hreflang="${language}" href="/s/${token}?lang=${language}">${name}</a>`
      : `<button ${named} name="next" value="${language}">${name}</button>`;
  });
  const act = `<div class="act">${ways.join('')}</div>`;
  const words = [
    `<span lang="en-CA">${kioskWords.en.choose}</span>`,
    ...(languages.includes('fr') ? [`<span lang="fr-CA">${kioskWords.fr.choose}</span>`] : []),
  ];
  const choice =
    left === null
      ? act
      : `<form method="post" action="/s/${token}/kiosk/reset"><input type="hidden" name="do" value="break-off"><input type="hidden" name="key" value="${escapeHtml(left)}">${act}</form>`;
  const body = `<h1>${words.join('<br>')}</h1>${choice}`;
  const [first = 'en'] = languages;
  const second = first === 'fr' ? 'en' : 'fr';
  const head = languages.includes(second) ? ({ also: second } as const) : {};
  return htmlReply(wayDocument(open, first, title, body, { languages: [], ...head }));
}
