import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** After `npm pack` in the folder of a package: the workspace's manifest stands again. */
const folder = process.cwd();
await rename(join(folder, 'package.workspace.json'), join(folder, 'package.json'));
await rm(join(folder, 'LICENSE'), { force: true });
