import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const pageScriptPath = '/s/page.js';
export const workerPath = '/s/worker.js';

/** What runs on respondents' devices, as it was built. */
export interface ClientScripts {
  readonly page: string;
  readonly worker: string;
  /** Address and checksum of the page's script: another script has another address. */
  readonly tag: { readonly src: string; readonly integrity: string };
}

let served: ClientScripts | null = null;

/** From now on the pages of this process carry the script built into `folder`; without it they do the same, with a network. */
export function serveClientScripts(folder: string): void {
  const page = readFileSync(path.join(folder, 'page.js'), 'utf8');
  const worker = readFileSync(path.join(folder, 'worker.js'), 'utf8');
  const hash = createHash('sha384').update(page).digest();
  const src = `${pageScriptPath}?v=${hash.toString('hex').slice(0, 12)}`;
  served = { page, worker, tag: { src, integrity: `sha384-${hash.toString('base64')}` } };
}

/** The scripts that pages carry; null where none were built. */
export function clientScripts(): ClientScripts | null {
  return served;
}
