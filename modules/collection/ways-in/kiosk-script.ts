import { readFileSync } from 'node:fs';
import { escapeHtml, type RespondentStep } from '@common-measure/instrument';
import type { KioskDevice } from './kiosk-store.ts';
import { kioskWords } from './kiosk-words.ts';

export const kioskScriptPath = '/s/kiosk.js';
export const kioskScript = readFileSync(new URL('./kiosk-client.js', import.meta.url), 'utf8');

/** How long the question whether somebody is there, and a receipt, stay, in seconds. */
const kioskAsksSeconds = 20;
const kioskReceiptSeconds = 30;

/** What lets a page of a tablet or stand begin anew when nobody touches it; the words it needs travel with it. */
export function kioskScriptTag(
  device: KioskDevice,
  { token, locale }: { readonly token: string; readonly locale: string },
  step: RespondentStep['kind'],
): string {
  const { ask, more, seconds, goOn, clear } = kioskWords[locale === 'fr' ? 'fr' : 'en'];
  const isOver = step === 'receipt' || step === 'full' || step === 'conflict' || step === 'saved';
  const facts = {
    base: `/s/${token}`,
    idle: String(isOver ? kioskReceiptSeconds : device.idleSeconds),
    asks: isOver || step === 'introduction' ? '0' : String(kioskAsksSeconds),
    ...{ ask, more, seconds, clear },
    'go-on': goOn,
  };
  const attributes = Object.entries(facts).map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`);
  return `<script src="${kioskScriptPath}" defer${attributes.join('')}></script>`;
}
