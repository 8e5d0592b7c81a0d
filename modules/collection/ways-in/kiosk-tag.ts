import { escapeHtml, type OfflinePage, type RespondentStep } from '@common-measure/instrument';
import { kioskWords } from './kiosk-words.ts';

export const kioskScriptPath = '/s/kiosk.js';
export const kioskScreenPath = '/s/kiosk-screen.js';

/** How long the question whether somebody is there, and a receipt, stay, in seconds. WCAG 2.2.1 asks for 20 at least. */
const asksSeconds = 30;
const receiptSeconds = 30;
/** Without scripts a page cannot know that it is touched: it waits longer before it asks. */
const idleWithoutScript = 5;

/** What a page of a tablet shows: a step of the survey, one that only a device without a network has, the choice of a language, or a form beside the questions. */
export type KioskPage = RespondentStep['kind'] | OfflinePage | 'welcome' | 'staff' | 'form';

/** A page on which nothing of anybody can be lost: it begins anew without asking. */
const restful: readonly KioskPage[] = ['receipt', 'full', 'conflict', 'saved', 'introduction', 'staff', 'cleared'];

/**
 * The page as a tablet or stand shows it, larger, for a reader at arm's length: its script lets it begin anew when nobody touches it, and the words the script needs travel with
 * it. Without scripts the page leads to one that asks. Used by the server and, without a network, by the device itself.
 */
export function kioskPage(
  html: string,
  { idleSeconds }: { readonly idleSeconds: number },
  { token, locale }: { readonly token: string; readonly locale: string },
  page: KioskPage,
): string {
  const { ask, seconds, goOn, clear, ...words } = kioskWords[locale === 'fr' ? 'fr' : 'en'];
  const more = page === 'form' ? words.moreOfForm : words.more;
  const base = `/s/${token}`;
  const isOver = page === 'receipt' || page === 'full' || page === 'conflict' || page === 'saved';
  const isRestful = restful.includes(page);
  const facts = {
    base,
    idle: page === 'welcome' ? '0' : String(isOver ? receiptSeconds : idleSeconds),
    asks: isRestful ? '0' : String(asksSeconds),
    ...{ ask, more, seconds, clear },
    'go-on': goOn,
    // What was saved stays; this device forgets whose it is.
    ends: page === 'saved' ? 'leave' : '',
  };
  const attributes = Object.entries(facts).map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`);
  const script = `<script src="${kioskScriptPath}" defer${attributes.join('')}></script>`;
  const next = isRestful
    ? `${base}/kiosk/ended${page === 'saved' ? '?from=saved' : ''}`
    : `${base}/kiosk/still?lang=${escapeHtml(locale)}`;
  const refresh =
    page === 'welcome'
      ? ''
      : `<noscript><meta http-equiv="refresh" content="${idleSeconds * (isRestful ? 1 : idleWithoutScript)};url=${next}"></noscript>`;
  return html
    .replace('</head>', () => `${refresh}</head>`)
    .replace(
      /<body(?: class="([^"]*)")?>/,
      (_body, classes: string | undefined) => `<body class="${classes ? `${classes} ` : ''}k">`,
    )
    .replace('</body>', () => `${script}</body>`);
}
