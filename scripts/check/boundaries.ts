import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Architecture, apps, modules, packages, platform } from '../../architecture.cjs';
import { boundaryRules } from './boundary-rules.ts';
import { command } from './command.ts';
import { type CheckStep, outcome } from './step.ts';
import { isSource, trackedFiles } from './tracked-files.ts';

export interface BoundaryReport {
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
  /** The sources of ours that were read, relative to the root. */
  readonly modules: readonly string[];
}

/** The table of this house. */
export const architecture: Architecture = { packages, modules, platform, apps };

const roots = ['packages', 'modules', 'platform', 'apps', 'content', 'scripts', 'bench', 'fixtures'];

/** Imports run as architecture.cjs says; every source was read, and every folder has its row. */
export const boundaries: CheckStep = {
  name: 'boundaries',
  async run(root) {
    const report = await cruise(root, architecture, process.cwd());
    const reasons = new Map(boundaryRules(architecture).map((rule) => [rule.name, rule.comment]));
    const read = new Set(report.modules);
    const unread = (await trackedFiles(root)).filter(
      (file) => roots.some((folder) => file.startsWith(`${folder}/`)) && isSource(file) && !read.has(file),
    );
    return outcome(
      [
        ...report.violations.map((v) => `${v.from} imports ${v.to}\n    ${v.rule}: ${reasons.get(v.rule) ?? ''}`),
        ...unread.map((file) => `${file}: was not read, so nothing is known about its imports`),
        ...(await foldersWithoutRow(root, architecture)),
      ],
      `${report.modules.length} modules, ${reasons.size} rules`,
    );
  },
};

/** Reads every import under `root` with the dependency-cruiser installed in `installed`, which needs TypeScript 6 beside it. */
export async function cruise(root: string, table: Architecture, installed: string): Promise<BoundaryReport> {
  const folder = await mkdtemp(join(tmpdir(), 'boundaries-'));
  const config = join(folder, 'config.json');
  await writeFile(
    config,
    JSON.stringify({
      forbidden: boundaryRules(table),
      options: {
        tsPreCompilationDeps: true,
        doNotFollow: { path: 'node_modules' },
        exclude: { path: '(^|/)(dist|dist-[^/]*|data)/' },
        enhancedResolveOptions: {
          exportsFields: ['exports'],
          conditionNames: ['import', 'node', 'default', 'types'],
          mainFields: ['module', 'main', 'types'],
        },
      },
    }),
  );
  const present = roots.filter((name) => existsSync(join(root, name)));
  const run = await command(
    process.execPath,
    [
      join(installed, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', config, '--output-type', 'json'],
      ...present,
    ],
    root,
  );
  await rm(folder, { recursive: true });
  if (!run.output.trimStart().startsWith('{')) throw new Error(`dependency-cruiser did not run: ${run.output}`);
  return readReport(JSON.parse(run.output));
}

interface CruiseOutput {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
}

function readReport(output: CruiseOutput): BoundaryReport {
  return {
    violations: output.summary.violations.map((v) => ({ rule: v.rule.name, from: v.from, to: v.to })),
    modules: output.modules
      .map((module) => module.source)
      .filter((source) => roots.some((name) => source.startsWith(`${name}/`)) && isSource(source)),
  };
}

/** A folder without a row would be outside every rule; a row without a folder describes a house that is not there. */
export async function foldersWithoutRow(root: string, table: Architecture): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const [place, rows] of Object.entries(table)) {
    const named = rows.map((row: { readonly name: string }) => row.name);
    const present = existsSync(join(root, place))
      ? (await readdir(join(root, place), { withFileTypes: true }))
          .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
          .map((entry) => entry.name)
      : [];
    for (const name of present)
      if (!named.includes(name))
        findings.push(`${place}/${name}: has no row in architecture.cjs; give it one, with its reason`);
    for (const name of named)
      if (!present.includes(name)) findings.push(`architecture.cjs: ${place}/${name} has a row but no folder`);
  }
  return findings;
}
