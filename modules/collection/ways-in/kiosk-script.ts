import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');

/** The script of a tablet's pages, and that of the screen around them. */
export const kioskScript = read('kiosk-client.js');
export const kioskScreenScript = read('kiosk-screen-client.js');
