import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { missingPlatformEntries } from './check/platform-entries.ts';
import { projectRoot } from './project-root.ts';

const file = join(projectRoot, 'package-lock.json');
const lock = JSON.parse(await readFile(file, 'utf8'));
const missing = missingPlatformEntries(lock.packages);
const places = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
await writeFile(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(places) }, null, 2)}\n`);
console.log(`package-lock.json: ${Object.keys(missing).length} entries for other platforms added`);
