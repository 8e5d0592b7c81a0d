import { escapeHtml } from '@common-measure/instrument';
import type { RawReply } from '@common-measure/platform/http';
import { policyOf } from '../page-style.ts';
import type { Visit } from '../visit.ts';
import { htmlReply } from '../visit.ts';
import { kioskWelcome } from './kiosk-pages.ts';
import type { KioskDevice } from './kiosk-store.ts';
import { kioskPage, kioskScreenPath } from './kiosk-tag.ts';
import { kioskWords } from './kiosk-words.ts';

const style =
  'html,body{margin:0;height:100%;background:#fff}body{display:flex;flex-direction:column}main{flex:1;display:flex}h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}iframe{flex:1;border:0}footer{display:flex;flex-wrap:wrap;align-items:center;gap:4px 16px;padding:4px 12px;border-top:1px solid #8a9591;font:16px system-ui,sans-serif;color:#15231f}#w{flex:1}a,button{gap:.3em;min-height:44px;min-width:44px;display:inline-flex;align-items:center;box-sizing:border-box;color:#15231f}button{padding:0 16px;font:inherit;background:#fff;border:2px solid #15231f;border-radius:6px}button[hidden]{display:none}:focus-visible{outline:3px solid #15231f;outline-offset:2px}';

/** A page with the policy under which it stands. */
export interface StandingPage {
  readonly html: string;
  readonly policy: string;
}

/** The whole screen of a tablet: the survey in a frame, so that going from page to page does not leave the full screen. */
export function kioskShell({ token, open, locale }: Visit): StandingPage {
  const spoken = locale === 'fr' ? 'fr' : 'en';
  const words = kioskWords[spoken];
  // The screen stays whatever language people choose in it.
  const other = spoken === 'fr' ? 'en' : 'fr';
  const isInBoth = open.instrument.languages.includes(other);
  const both = (name: 'frame' | 'staff' | 'fullScreen'): string =>
    isInBoth ? `${words[name]} <span lang="${other}-CA">/ ${kioskWords[other][name]}</span>` : words[name];
  const frame = isInBoth ? `${words.frame} / ${kioskWords[other].frame}` : words.frame;
  const base = `/s/${token}`;
  const facts = {
    base,
    waiting: words.waiting,
    away: words.noNetwork,
    revoked: words.keyRevoked,
    refused: words.notTaken,
  };
  const data = Object.entries(facts).map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`);
  const html = `<!doctype html><html lang="${spoken}-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="mobile-web-app-capable" content="yes"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><title>${escapeHtml(open.organization[spoken])}</title><link rel="icon" href="data:,"><link rel="manifest" href="${base}/kiosk.webmanifest" crossorigin="use-credentials"><style>${style}</style></head><body><main><h1>${both('frame')}</h1><iframe name="survey" src="${base}" title="${frame}"></iframe></main><footer><a href="${base}/kiosk/staff" target="survey">${both('staff')}</a><span id="w" role="status"></span><button type="button" hidden>${both('fullScreen')}</button></footer><script src="${kioskScreenPath}" defer${data.join('')}></script></body></html>`;
  return { html, policy: `${policyOf(html)}; manifest-src 'self'` };
}

/** What lets a browser put the tablet's screen on its home screen, without anything around it. */
export function kioskManifest({ token, open, locale }: Visit): string {
  const name = open.organization[locale === 'fr' ? 'fr' : 'en'];
  const start = `/s/${token}/kiosk`;
  return JSON.stringify({ name, short_name: name, id: start, start_url: start, scope: '/s/', display: 'fullscreen' });
}

/** The first page of a tablet, with what lets it go on without a network. `left`: the key of who has left it and is not stored yet. */
export function kioskArrival(visit: Visit, device: KioskDevice, left: string | null = null): RawReply {
  const welcome = kioskWelcome(visit, left);
  return htmlReply(kioskPage(String(welcome.body), device, visit, 'welcome'));
}

/** What a device keeps, so that it begins anew for the next person without a network. */
export function keptKiosk(
  visit: Visit,
): { id: string; name: string; idleSeconds: number; shell: StandingPage; welcome: StandingPage } | null {
  if (visit.way.kind !== 'kiosk') return null;
  const { device } = visit.way;
  const html = String(kioskArrival(visit, device).body);
  return { ...device, shell: kioskShell(visit), welcome: { html, policy: policyOf(html) } };
}
