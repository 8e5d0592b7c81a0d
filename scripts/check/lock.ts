import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { command, printedLines } from './command.ts';
import { type LockEntries, type LockEntry, missingPlatformEntries } from './platform-entries.ts';
import { type CheckStep, outcome } from './step.ts';
import { trackedFiles } from './tracked-files.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The lock names every package with its integrity and no place of its own, and `npm ci` takes it on a clean copy. */
export const lock: CheckStep = {
  name: 'lock complete',
  async run(root) {
    const text = await readFile(join(root, 'package-lock.json'), 'utf8');
    const manifests = (await trackedFiles(root)).filter((file) => /(^|\/)package\.json$/.test(file));
    const entries: LockEntries = JSON.parse(text).packages;
    const ranges = await Promise.all(
      manifests.map(async (file) => rangeFindings(file, JSON.parse(await readFile(join(root, file), 'utf8')))),
    );
    return outcome(
      [...lockFindings(entries), ...ranges.flat(), ...(await cleanInstall(root, manifests))],
      `${Object.keys(entries).length} entries`,
    );
  },
};

/** Entries without integrity, entries left out, and entries that bind everybody to the place where one developer fetched them. */
export function lockFindings(entries: LockEntries): readonly string[] {
  const listed = Object.entries(entries).flatMap(([place, entry]) => {
    if (!place.includes('node_modules/') || entry.link === true) return [];
    return [
      ...(entry.integrity === undefined && isInstalledHere(entry)
        ? [`package-lock.json: ${place} has no integrity; install it again`]
        : []),
      ...(entry.resolved === undefined
        ? []
        : [
            `package-lock.json: ${place} names the place it was fetched from; .npmrc has omit-lockfile-registry-resolved`,
          ]),
    ];
  });
  const missing = Object.keys(missingPlatformEntries(entries));
  return [
    ...listed,
    ...missing.map((place) => `package-lock.json: ${place} is offered for another platform and left out; npm run lock`),
  ];
}

/** Supported is Linux on x64 with glibc: what is installed there must be the bytes that were tested. */
function isInstalledHere({ os, cpu, libc, optional }: LockEntry): boolean {
  const fits = (list: readonly string[] | undefined, here: string) => list === undefined || list.includes(here);
  return optional !== true || (fits(os, 'linux') && fits(cpu, 'x64') && fits(libc, 'glibc'));
}

/** Versions are exact, so that two machines install the same. */
export function rangeFindings(file: string, manifest: Manifest): readonly string[] {
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies })
    .filter(([, version]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+[\w.+-]*$/.test(version))
    .map(([name, version]) => `${file}: ${name} "${version}" is not an exact version`);
}

async function cleanInstall(root: string, manifests: readonly string[]): Promise<readonly string[]> {
  const copy = await mkdtemp(join(tmpdir(), 'lock-'));
  try {
    for (const file of [...manifests, 'package-lock.json', '.npmrc']) {
      await mkdir(dirname(join(copy, file)), { recursive: true });
      await copyFile(join(root, file), join(copy, file));
    }
    const run = await command('npm', ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund'], copy);
    return run.code === 0 ? [] : ['npm ci refuses the lock on a clean copy:', ...printedLines(run.output).slice(0, 12)];
  } finally {
    await rm(copy, { recursive: true });
  }
}
