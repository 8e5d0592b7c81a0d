import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { generatedDocs } from './docs/generated-docs.ts';
import { projectRoot } from './project-root.ts';

const root = projectRoot;
for (const [file, text] of await generatedDocs(root)) {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
  console.log(`wrote ${file}`);
}
