import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A browser that can be started: its program, and what it needs to find in its environment. */
export interface BrowserProgram {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The Chromium that came with `npm ci`, unpacked once into node_modules/.cache (230 MB). Libraries and fonts that the
 * machine lacks are taken from the same package.
 */
export async function unpackedChromium(): Promise<BrowserProgram> {
  const folder = await unpackedFolder();
  const executablePath = path.join(folder, 'chromium');
  const { stdout } = await run('ldd', [executablePath]);
  return {
    executablePath,
    environment: {
      ...(stdout.includes('not found') ? { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') } : {}),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') }),
    },
  };
}

async function unpackedFolder(): Promise<string> {
  const manifest = path.join(packageFolder(), 'package.json');
  const { version }: { version: string } = JSON.parse(await readFile(manifest, 'utf8'));
  const cache = path.resolve(packageFolder(), '..', '..', '.cache');
  const folder = path.join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  // The package unpacks into the folder for temporary files, so a process of its own gets ours for that.
  await run(process.execPath, [fileURLToPath(new URL('./unpack-chromium.ts', import.meta.url))], {
    env: { ...process.env, TMPDIR: fresh },
  });
  try {
    await rename(fresh, folder);
  } catch {
    // Another test process was faster; its copy is as good.
    await rm(fresh, { recursive: true });
  }
  return folder;
}

export function packageFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return entry.slice(0, entry.lastIndexOf(`${path.sep}build${path.sep}`));
}
