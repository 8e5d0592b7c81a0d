import type { KeptDevice, QueuedVisit } from './kept-device.ts';

/**
 * What waits on a device as a file for whoever manages the survey. It is sealed under the hash of the device's key, which only the device
 * and the server have: whoever finds the file reads nothing in it. The keys of the people go along, so that what came by the file and by
 * the network counts once.
 */
export async function sealQueue(device: KeptDevice, queue: readonly QueuedVisit[]): Promise<string> {
  const responses = queue
    .filter(({ end }) => end !== 'discard')
    .map(({ visit: { key, locale, draft }, end }) => ({ key, language: locale, end, entries: draft?.entries ?? {} }));
  const content = new TextEncoder().encode(JSON.stringify({ token: device.token, responses }));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const secret = await sealingKey(device.way);
  const key = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt']);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, content));
  const file = { format: 'common-measure kiosk file', version: 1, device: device.id, responses: responses.length };
  return JSON.stringify({ ...file, nonce: inBase64(nonce), sealed: inBase64(sealed) });
}

/** Six digits by which the staff opens what waits; they follow from the key of the device. */
export async function staffCodeOf(way: string): Promise<string> {
  const hash = await digest(text(`common-measure kiosk staff\0${keyOf(way)}`));
  return String(new DataView(hash).getUint32(0) % 1_000_000).padStart(6, '0');
}

async function sealingKey(way: string): Promise<ArrayBuffer> {
  const hash = new Uint8Array(await digest(text(`common-measure kiosk\0${keyOf(way)}`)));
  return digest(new Uint8Array([...text('common-measure kiosk file\0'), ...hash]));
}

/** The key as it was printed: see `asPrinted` of the server. */
const keyOf = (way: string): string =>
  way.slice('k-'.length).toLowerCase().replace(/\s/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);
const digest = (bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', bytes);

function inBase64(bytes: Uint8Array): string {
  let signs = '';
  for (const byte of bytes) signs += String.fromCharCode(byte);
  return btoa(signs);
}
