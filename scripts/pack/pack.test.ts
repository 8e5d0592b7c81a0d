import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, extname, join } from 'node:path';
import { aBrowser } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../check/command.ts';
import { projectRoot } from '../project-root.ts';

/** A stratified sample of six: the mean 4 of its weighted values, and the standard error of R's svymean on the same six. */
const program = `
  import { createSurveyDesign, estimateMeans } from '@common-measure/survey-statistics';
  const design = createSurveyDesign({ rows: 6, weights: [1, 1, 1, 1, 1, 1], strata: [['a', 'a', 'a', 'b', 'b', 'b']],
    clusters: [], fpc: [], nest: false, lonelyPsu: 'fail', adjustLonelyInDomain: false });
  const means = estimateMeans(design.value, [{ label: 'y', values: [1, 2, 3, 5, 6, 7] }], { missing: 'itemwise', covariance: 'joint' });
  const { value, se, df } = means.value.estimates[0];
`;
const expected = { value: 4, se: Math.sqrt(1 / 6), df: 4 };

let home: string;
let project: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'pack-'));
  await workspaceCopy(join(home, 'workspace'));
  const folder = join(home, 'workspace/packages/survey-statistics');
  const manifest = await readFile(join(folder, 'package.json'), 'utf8');
  const packed = await npm(['pack', '--pack-destination', home], folder);
  expect(packed.code, packed.output).toBe(0);
  expect(await readFile(join(folder, 'package.json'), 'utf8')).toBe(manifest);
  project = join(home, 'project');
  await mkdir(project);
  await writeFile(join(project, 'package.json'), '{ "name": "empty", "type": "module" }');
  const tarball = (await readdir(home)).find((name) => name.endsWith('.tgz'))!;
  const installed = await npm(['install', '--offline', '--no-audit', '--no-fund', join(home, tarball)], project);
  expect(installed.code, installed.output).toBe(0);
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('the packed survey-statistics', () => {
  it('brings nothing along and holds no TypeScript source', async () => {
    expect(await readdir(join(project, 'node_modules/@common-measure'))).toEqual(['survey-statistics']);
    const folder = join(project, 'node_modules/@common-measure/survey-statistics');
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.d.ts'))).toEqual([]);
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'index.js', 'index.d.ts']),
    );
  });

  it('runs on the Node of this house and on every other Node of this machine', async () => {
    await writeFile(join(project, 'main.js'), `${program} console.log(JSON.stringify({ value, se, df }));`);
    for (const node of await nodesOfThisMachine()) {
      const ran = await command(node, ['main.js'], project);
      expect(ran.code, `${node}: ${ran.output}`).toBe(0);
      expect(JSON.parse(ran.output)).toEqual({ value: 4, se: expect.closeTo(expected.se, 14), df: 4 });
    }
  });

  it('runs the example of its README', async () => {
    const readme = await readFile(join(project, 'node_modules/@common-measure/survey-statistics/README.md'), 'utf8');
    await writeFile(join(project, 'example.js'), /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? 'throw 1');
    const ran = await command(process.execPath, ['example.js'], project);
    expect(ran.code, ran.output).toBe(0);
    expect(ran.output).toContain('value: 4');
  });

  it('runs in a browser', async () => {
    const server = await served(join(project, 'node_modules/@common-measure/survey-statistics/dist'));
    const browser = await aBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.addScriptTag({
        type: 'module',
        content: `${program.replace('@common-measure/survey-statistics', '/index.js')} document.title = JSON.stringify({ value, se, df });`,
      });
      await page.waitForFunction(`document.title !== ''`);
      expect(JSON.parse(await page.title())).toEqual({ value: 4, se: expect.closeTo(expected.se, 14), df: 4 });
    } finally {
      await browser.close();
      server.close();
    }
  });

  it('is shaken down to what is used', async () => {
    const { build } = await import('vite');
    const entry = join(project, 'one.js');
    await writeFile(entry, `export { normalQuantile } from '@common-measure/survey-statistics';`);
    const bundle = await build({
      root: project,
      logLevel: 'silent',
      build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
    });
    const output = (Array.isArray(bundle) ? bundle : [bundle]).flatMap((one) => ('output' in one ? one.output : []));
    const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
    expect(code).toContain('normalQuantile');
    expect(code).not.toContain('createSurveyDesign');
    expect(code.length).toBeLessThan(12_000);
  });
});

/** The part of the workspace that packing needs, so that the manifest in use by other tests stays untouched. */
async function workspaceCopy(target: string): Promise<void> {
  await mkdir(join(target, 'packages'), { recursive: true });
  for (const name of [
    'package.json',
    'LICENSE',
    'tsconfig.base.json',
    'tsconfig.pure.json',
    'scripts',
    'packages/survey-statistics',
  ])
    await cp(join(projectRoot, name), join(target, name), { recursive: true });
  await symlink(join(projectRoot, 'node_modules'), join(target, 'node_modules'));
}

function npm(args: readonly string[], cwd: string) {
  const ours = dirname(process.execPath);
  const path = [join(projectRoot, 'node_modules/.bin'), ours, process.env.PATH].join(delimiter);
  return command('npm', args, cwd, { ...process.env, PATH: path });
}

async function nodesOfThisMachine(): Promise<readonly string[]> {
  const found = new Map([[process.version, process.execPath]]);
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const node = join(folder, 'node');
    const told = await command(node, ['--version'], tmpdir()).catch(() => null);
    if (told?.code === 0 && !found.has(told.output.trim())) found.set(told.output.trim(), node);
  }
  return [...found.values()];
}

/** The folder over HTTP on a free port of the loopback; "/" is an empty page. */
async function served(folder: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.url === '/' || request.url === undefined) {
      response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><html lang="en"><head></head><body></body></html>');
      return;
    }
    const file = await readFile(join(folder, request.url)).catch(() => null);
    response.statusCode = file === null ? 404 : 200;
    response
      .setHeader('content-type', extname(request.url) === '.js' ? 'text/javascript' : 'text/plain')
      .end(file ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
