import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { type BrowserProgram, unpackedChromium } from './unpacked-chromium.ts';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];

/**
 * A real browser without a window: the machine's Chromium or Chrome, else the one that came with `npm ci`.
 * Close it when done. Throws where neither starts, with the command that installs one.
 */
export async function aBrowser(): Promise<Browser> {
  const refusals: string[] = [];
  for (const program of [...installed.filter((file) => existsSync(file)).map(asInstalled), unpackedChromium]) {
    try {
      return await launch(await program());
    } catch (error) {
      refusals.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    `No browser starts on this machine. Install one: apt-get update && apt-get install -y chromium\n${refusals.join('\n')}`,
  );
}

/** The Chromium of `npm ci` itself, whatever the machine has: what it draws is the same everywhere. Close it when done. */
export async function theBundledBrowser(): Promise<Browser> {
  return launch(await unpackedChromium());
}

function asInstalled(executablePath: string): () => Promise<BrowserProgram> {
  return async () => ({ executablePath, environment: {} });
}

function launch({ executablePath, environment }: BrowserProgram): Promise<Browser> {
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...environment }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  return chromium.launch({ executablePath, env, args: ['--font-render-hinting=none', '--disable-dev-shm-usage'] });
}
