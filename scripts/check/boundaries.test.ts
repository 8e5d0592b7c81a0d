import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { between } from '../docs/generated-docs.ts';
import { importTable } from '../docs/import-table.ts';
import { projectRoot } from '../project-root.ts';
import { architecture, cruise, foldersWithoutRow } from './boundaries.ts';
import { boundaryRules } from './boundary-rules.ts';
import { build, lawfulHouse, plants } from './planted-house.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'house-'));
});
afterEach(() => rm(root, { recursive: true }));

describe('the boundaries', () => {
  test('let a lawful house stand, and read every module of it', async () => {
    const house = lawfulHouse(architecture);
    await build(root, architecture, house);
    const report = await cruise(root, architecture, projectRoot);
    expect(report.violations).toEqual([]);
    expect([...report.modules].sort()).toEqual(house.map(({ file }) => file).sort());
  });

  test('refuse one forbidden import for each rule, planted', async () => {
    const planted = plants(architecture);
    expect([...planted.keys()].sort()).toEqual(
      boundaryRules(architecture)
        .map((rule) => rule.name)
        .sort(),
    );
    await build(root, architecture, [...lawfulHouse(architecture), ...planted.values()]);
    const report = await cruise(root, architecture, projectRoot);
    const refused = [...planted].map(([rule, { file }]) => ({
      rule,
      refused: report.violations.some((violation) => violation.rule === rule && violation.from === file),
    }));
    expect(refused.filter((plant) => !plant.refused)).toEqual([]);
    const blamed = new Set(report.violations.map((violation) => violation.from));
    expect([...blamed].sort()).toEqual([...planted.values()].map(({ file }) => file).sort());
  });

  test('give a reason with every rule', () => {
    for (const rule of boundaryRules(architecture)) expect(rule.comment, rule.name).toMatch(/^\S.{40,}\.$/);
  });

  test('miss neither a folder without a row nor a row without a folder', async () => {
    await build(root, architecture, [
      ...lawfulHouse(architecture),
      { file: 'modules/gardens/contract.ts', imports: [] },
    ]);
    expect(await foldersWithoutRow(root, architecture)).toEqual([
      expect.stringContaining('modules/gardens: has no row'),
    ]);
    await rm(join(root, 'packages/kernel'), { recursive: true });
    expect(await foldersWithoutRow(root, architecture)).toContainEqual(expect.stringContaining('packages/kernel'));
  });
});

test('ARCHITECTURE.md shows the table that is enforced', async () => {
  const page = await readFile(join(projectRoot, 'ARCHITECTURE.md'), 'utf8');
  expect(page).toBe(between(page, 'import table', importTable(architecture)));
});
