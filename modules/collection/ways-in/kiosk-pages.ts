import { directionOf, escapeHtml, ownLanguageName } from '@common-measure/instrument';
import type { RawReply } from '@common-measure/platform/http';
import { htmlReply, type Visit } from '../visit.ts';
import { kioskScriptPath } from './kiosk-script.ts';
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
  return htmlReply(wayDocument(open, languages[0] ?? 'en', title, body, []));
}

const shellStyle =
  'html,body{margin:0;height:100%;background:#fff}body{display:flex;flex-direction:column}iframe{flex:1;border:0;width:100%}button{position:fixed;right:8px;bottom:8px;min-height:44px;padding:0 16px;font:16px system-ui,sans-serif;color:#15231f;background:#fff;border:2px solid #15231f;border-radius:6px}button[hidden]{display:none}';

/** The whole screen of a tablet: the survey in a frame, so that going from page to page does not leave the full screen. */
export function kioskShell({ token, open, locale }: Visit): RawReply {
  const words = kioskWords[locale === 'fr' ? 'fr' : 'en'];
  const title = escapeHtml(locale === 'fr' ? open.organization.fr : open.organization.en);
  return htmlReply(
    `<!doctype html><html lang="${locale === 'fr' ? 'fr' : 'en'}-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="mobile-web-app-capable" content="yes"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><title>${title}</title><link rel="icon" href="data:,"><style>${shellStyle}</style></head><body><iframe src="/s/${token}" title="${words.frame}"></iframe><button type="button" hidden>${words.fullScreen}</button><script src="${kioskScriptPath.replace('.js', '-screen.js')}" defer></script></body></html>`,
  );
}
