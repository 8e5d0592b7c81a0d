import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildRespondentScripts } from './respondent-scripts.ts';

const here = import.meta.dirname;
const repository = join(here, '..', '..');
/** Tests build with React's own checks, into a folder of their own: what people are served is never that slower build. */
const dist = join(here, process.env.NODE_ENV === 'test' ? 'dist-checked' : 'dist');
const stamp = 'sources.sha256';

/** Everything the built pages are made of. */
const sources = ['apps/web', 'platform/web-kit', 'modules', 'packages', 'package-lock.json'];
const left = new Set(['node_modules', 'dist', 'migrations']);

export interface WebBuild {
  /** Folder with `index.html` and the hashed `assets/`; what runs on respondents' devices stands in `respondent/`. */
  readonly directory: string;
  readonly isFresh: boolean;
}

/**
 * Makes the pages (`apps/web/dist`; in tests `dist-checked`) from the sources, unless it is there already and made from these very sources (SHA-256 of all of them).
 * The new folder takes the place of the old one at once: a build that fails leaves the old one standing and throws.
 */
export async function buildWeb(): Promise<WebBuild> {
  const wanted = await checksum();
  if (existsSync(join(dist, stamp)) && (await readFile(join(dist, stamp), 'utf8')) === wanted)
    return { directory: dist, isFresh: false };
  const { build } = await import('vite');
  const next = await mkdtemp(join(here, 'dist-'));
  try {
    await build({ configFile: join(here, 'vite.config.ts'), build: { outDir: next, emptyOutDir: true } });
    await buildRespondentScripts(join(next, 'respondent'));
    await writeFile(join(next, stamp), wanted);
    await chmod(next, 0o755);
    const old = `${next}.old`;
    if (existsSync(dist)) await rename(dist, old);
    await rename(next, dist);
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(next, { recursive: true, force: true });
  }
  return { directory: dist, isFresh: true };
}

async function checksum(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) await addTo(hash, source);
  return hash.digest('hex');
}

async function addTo(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  const file = join(repository, path);
  if (!/\.\w+$/.test(path)) {
    const entries = await readdir(file, { withFileTypes: true });
    for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
      if (!left.has(name) && !name.startsWith('dist') && !/\.test\.ts$/.test(name))
        await addTo(hash, `${path}/${name}`);
    return;
  }
  hash.update(path);
  hash.update(await readFile(file));
}
