import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCsv } from '@common-measure/dataset';
import { expect, test } from 'vitest';
import { openEngine, stageCsv } from './index.ts';

test('a file of 1,500 columns is read within the memory of the platform', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'cm-wide-'));
  const engine = await openEngine({ directory });
  try {
    const header = Array.from({ length: 1_500 }, (_, column) => `q${column}`);
    const rows = Array.from({ length: 400 }, (_, row) =>
      header.map((_name, column) => String(((row * column) % 5) + 1)),
    );
    const path = join(directory, 'wide.csv');
    await writeFile(path, writeCsv([header, ...rows]));
    const staged = await stageCsv(engine, path, join(directory, 'wide.parquet'));
    expect(staged).toMatchObject({ ok: true, value: { rows: 400 } });
  } finally {
    engine.close();
    await rm(directory, { recursive: true, force: true });
  }
});
