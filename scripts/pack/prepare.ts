import { constants } from 'node:fs';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '../check/command.ts';
import { projectRoot } from '../project-root.ts';
import { packedManifest } from './manifest.ts';

/**
 * Before `npm pack` in the folder of a package: builds dist/ and lays the package's manifest in place of the workspace's,
 * which restore.ts brings back. A manifest kept by a run that broke off is the workspace's still.
 */
const folder = process.cwd();
const manifest = join(folder, 'package.json');
const kept = join(folder, 'package.workspace.json');
await rm(join(folder, 'dist'), { recursive: true, force: true });
const compiler = join(projectRoot, 'node_modules/typescript-7/bin/tsc');
const built = await command(process.execPath, [compiler, '-p', 'tsconfig.pack.json'], folder);
if (built.code !== 0) {
  console.error(built.output);
  process.exit(1);
}
await copyFile(manifest, kept, constants.COPYFILE_EXCL).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EEXIST') throw error;
});
await copyFile(join(projectRoot, 'LICENSE'), join(folder, 'LICENSE'));
const packed = packedManifest(JSON.parse(await readFile(kept, 'utf8')));
await writeFile(manifest, `${JSON.stringify(packed, null, 2)}\n`);
