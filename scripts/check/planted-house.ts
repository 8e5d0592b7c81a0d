import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Architecture } from '../../architecture.cjs';
import { closure } from './boundary-rules.ts';

/** A file to write, and what it imports. */
export interface PlantedFile {
  readonly file: string;
  readonly imports: readonly string[];
}

/** A house with every room of the table and lawful imports only. */
export function lawfulHouse({ packages, modules, platform, apps }: Architecture): readonly PlantedFile[] {
  const first = modules[0]?.name ?? '';
  const last = modules.at(-1)?.name ?? '';
  return [
    ...packages.flatMap(({ name, imports }) => [
      { file: `packages/${name}/src/inner.ts`, imports: [] },
      {
        file: `packages/${name}/src/index.ts`,
        imports: ['./inner.ts', ...imports.map((next) => `@common-measure/${next}`)],
      },
    ]),
    ...modules.flatMap(({ name }) => [
      { file: `modules/${name}/contract.ts`, imports: ['@common-measure/kernel'] },
      { file: `modules/${name}/store.ts`, imports: ['./contract.ts'] },
      { file: `modules/${name}/server.ts`, imports: ['./store.ts', 'node:fs'] },
      { file: `modules/${name}/web/index.ts`, imports: ['../contract.ts'] },
    ]),
    ...platform.flatMap(({ name, imports }) => [
      { file: `platform/${name}/inner.ts`, imports: [] },
      {
        file: `platform/${name}/index.ts`,
        imports: ['./inner.ts', ...imports.filter((next) => next !== '*').map((next) => `../${next}/index.ts`)],
      },
    ]),
    ...apps.map(({ name }) => ({ file: `apps/${name}/src/main.ts`, imports: [] })),
    { file: 'apps/server/src/slices.ts', imports: modules.map(({ name }) => `../../../modules/${name}/server.ts`) },
    { file: `modules/${last}/reading.ts`, imports: [`../${first}/contract.ts`, `../${first}/server.ts`] },
    {
      file: `modules/${last}/reading.test.ts`,
      imports: ['../../platform/testing/index.ts', '../../packages/report/testing/story.ts'],
    },
    { file: 'packages/report/testing/story.ts', imports: ['../src/index.ts'] },
    { file: 'content/words.ts', imports: ['@common-measure/kernel'] },
    { file: 'scripts/tool.ts', imports: ['node:fs'] },
  ];
}

/** One forbidden import for each rule, by the name of the rule. */
export function plants(table: Architecture): ReadonlyMap<string, PlantedFile> {
  const { packages, modules, platform } = table;
  const first = modules[0]?.name ?? '';
  const last = modules.at(-1)?.name ?? '';
  const planted = new Map<string, PlantedFile>();
  for (const { name } of packages) {
    const allowed = [name, ...closure(packages, name)];
    const forbidden = packages.find((row) => !allowed.includes(row.name))?.name;
    const target = forbidden === undefined ? '../../../platform/settings/index.ts' : `@common-measure/${forbidden}`;
    planted.set(`package-${name}`, { file: `packages/${name}/src/planted.ts`, imports: [target] });
  }
  modules.slice(0, -1).forEach(({ name }, index) => {
    planted.set(`slice-${name}`, {
      file: `modules/${name}/planted.ts`,
      imports: [`../${modules[index + 1]?.name}/contract.ts`],
    });
  });
  for (const { name } of platform.filter((row) => !row.imports.includes('*'))) {
    const forbidden = platform.find((row) => row.name !== name && !closure(platform, name).includes(row.name));
    planted.set(`platform-${name}`, {
      file: `platform/${name}/planted.ts`,
      imports: [`../${forbidden?.name}/index.ts`],
    });
  }
  const others: Readonly<Record<string, readonly [string, string]>> = {
    'package-door': [`modules/${last}/planted-package.ts`, '../../packages/kernel/src/inner.ts'],
    'package-purity': ['packages/kernel/src/planted-purity.ts', 'node:fs'],
    'survey-statistics-alone': ['packages/survey-statistics/src/planted-library.ts', 'a-library'],
    'slice-door': [`modules/${last}/planted-door.ts`, `../${first}/store.ts`],
    'platform-knows-no-slice': ['platform/settings/planted-slice.ts', `../../modules/${first}/contract.ts`],
    'platform-door': [`modules/${last}/planted-platform.ts`, '../../platform/database/inner.ts'],
    'testing-in-tests': [`modules/${last}/planted-testing.ts`, '../../platform/testing/index.ts'],
    'browser-without-node': [`modules/${last}/web/planted-node.ts`, 'node:crypto'],
    'browser-without-server': [`modules/${last}/web/planted-server.ts`, '../store.ts'],
    'server-without-pages': [`modules/${last}/planted-page.ts`, './web/index.ts'],
    'nothing-imports-apps': [`modules/${last}/planted-app.ts`, '../../apps/server/src/main.ts'],
    'app-web': ['apps/web/src/planted.ts', '../../cli/src/main.ts'],
    'app-server': ['apps/server/src/planted.ts', '../../cli/src/main.ts'],
    'nothing-imports-tooling': [`modules/${last}/planted-tool.ts`, '../../scripts/tool.ts'],
    'content-is-content': ['content/planted.ts', `../modules/${first}/contract.ts`],
    'no-circle': ['packages/kernel/src/planted-circle.ts', './planted-circle.ts'],
    found: ['packages/kernel/src/planted-lost.ts', './nowhere.ts'],
  };
  for (const [rule, [file, target]] of Object.entries(others)) planted.set(rule, { file, imports: [target] });
  return planted;
}

/** Writes the house below `root`, its packages reachable by name as npm's workspaces make them. */
export async function build(root: string, table: Architecture, files: readonly PlantedFile[]): Promise<void> {
  for (const { file, imports } of files)
    await write(join(root, file), `${imports.map((target) => `import '${target}';`).join('\n')}\nexport {};\n`);
  for (const { name } of table.packages) {
    await write(
      join(root, `packages/${name}/package.json`),
      JSON.stringify({ name: `@common-measure/${name}`, exports: { '.': './src/index.ts' } }),
    );
    await mkdir(join(root, 'node_modules/@common-measure'), { recursive: true });
    await symlink(join(root, 'packages', name), join(root, 'node_modules/@common-measure', name));
  }
  await write(
    join(root, 'node_modules/a-library/package.json'),
    JSON.stringify({ name: 'a-library', main: 'index.js' }),
  );
  await write(join(root, 'node_modules/a-library/index.js'), '');
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
