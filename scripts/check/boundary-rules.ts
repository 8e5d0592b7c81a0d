import type { Architecture, PackageRow } from '../../architecture.cjs';

/** A forbidden import as dependency-cruiser reads it; `comment` says why, and is what the developer is shown. */
export interface BoundaryRule {
  readonly name: string;
  readonly severity: 'error';
  readonly comment: string;
  readonly from: { readonly path?: string; readonly pathNot?: string };
  readonly to: {
    readonly path?: string;
    readonly pathNot?: string;
    readonly circular?: true;
    readonly couldNotResolve?: true;
    readonly dependencyTypes?: readonly string[];
  };
}

/** Stories and samples that only tests read; and with them, the tests. */
const stories = '\\.fixture\\.tsx?$|^(packages|modules|apps)/[^/]+/testing/';
const test = `\\.test\\.tsx?$|${stories}`;
const tooling = '^(scripts|bench|fixtures)/';
const browser = '^(modules/[^/]+/web/|platform/web-kit/|apps/web/src/)';
const sliceDoor = '(contract\\.ts|server\\.ts|web/index\\.tsx?)$';
const npmTypes = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

/** Every rule that follows from the table, each with its reason. */
export function boundaryRules(architecture: Architecture): readonly BoundaryRule[] {
  return [
    ...packageRules(architecture.packages),
    ...sliceRules(architecture),
    ...platformRules(architecture),
    ...appRules(architecture),
    ...runtimeRules(architecture),
    ...generalRules,
  ];
}

/** What each row may import: its imports, and what those may import in turn. */
export function closure(rows: readonly PackageRow[], name: string): readonly string[] {
  const direct = rows.find((row) => row.name === name)?.imports ?? [];
  return [...new Set(direct.flatMap((next) => [next, ...closure(rows, next)]))].sort();
}

function packageRules(rows: readonly PackageRow[]): readonly BoundaryRule[] {
  return [
    ...rows.map((row) => {
      const allowed = closure(rows, row.name);
      return forbid(
        `package-${row.name}`,
        `packages/${row.name} may import ${allowed.length === 0 ? 'nothing of ours' : allowed.join(', ')}: ${row.reason}.`,
        { path: `^packages/${row.name}/` },
        {
          path: '^(packages|modules|platform|apps|content)/',
          pathNot: `^packages/(${[row.name, ...allowed].join('|')})/`,
        },
      );
    }),
    forbid(
      'package-door',
      'A package is reached through its index.ts only, so that its inside can change without asking.',
      { path: '^([^/]+/[^/]+)/' },
      { path: '^packages/', pathNot: `^($1/|packages/[^/]+/src/index\\.ts$)|${stories}` },
    ),
    forbid(
      'package-purity',
      'packages/ compute and do nothing else: files, network, clock and environment are handed in as arguments.',
      { path: '^packages/', pathNot: test },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'survey-statistics-alone',
      'survey-statistics is published on its own, without dependencies.',
      { path: '^packages/survey-statistics/', pathNot: test },
      { dependencyTypes: npmTypes },
    ),
  ];
}

function sliceRules({ modules }: Architecture): readonly BoundaryRule[] {
  const names = modules.map((row) => row.name);
  return [
    ...modules
      .slice(0, -1)
      .map((row, index) =>
        forbid(
          `slice-${row.name}`,
          `modules/${row.name} stands before ${names.slice(index + 1).join(', ')} and sees them through events only: ${row.reason}.`,
          { path: `^modules/${row.name}/` },
          { path: `^modules/(${names.slice(index + 1).join('|')})/` },
        ),
      ),
    forbid(
      'slice-door',
      'A slice is reached through contract.ts, server.ts and web/index only: its tables and routes are its own.',
      { path: '^([^/]+/[^/]+)/' },
      { path: '^modules/', pathNot: `^($1/|modules/[^/]+/${sliceDoor})|${stories}` },
    ),
  ];
}

function platformRules({ platform }: Architecture): readonly BoundaryRule[] {
  const names = platform.map((row) => row.name);
  return [
    forbid(
      'platform-knows-no-slice',
      'platform/ adapts the outside world and knows no slice: hand what it needs in as an argument.',
      { path: '^platform/' },
      { path: '^(modules|content)/' },
    ),
    ...platform
      .filter((row) => !row.imports.includes('*'))
      .map((row) => {
        const allowed = closure(platform, row.name);
        return forbid(
          `platform-${row.name}`,
          `platform/${row.name} may import ${allowed.length === 0 ? 'no other platform folder' : allowed.join(', ')}: ${row.reason}.`,
          { path: `^platform/${row.name}/`, pathNot: test },
          { path: `^platform/(${names.join('|')})/`, pathNot: `^platform/(${[row.name, ...allowed].join('|')})/` },
        );
      }),
    forbid(
      'platform-door',
      'A platform folder is reached through its index.ts (and its styles/index.ts) only.',
      { path: '^([^/]+/[^/]+)/' },
      { path: '^platform/', pathNot: '^($1/|platform/[^/]+/(styles/)?index\\.tsx?$)' },
    ),
    forbid(
      'testing-in-tests',
      'platform/testing, testing/ folders and *.fixture.ts are equipment for tests; the product does not carry it.',
      { path: '^(packages|modules|platform|apps|content)/', pathNot: `${test}|^platform/testing/` },
      { path: `^platform/testing/|${stories}` },
    ),
  ];
}

function appRules({ apps }: Architecture): readonly BoundaryRule[] {
  return [
    forbid(
      'nothing-imports-apps',
      'Apps put the parts together; no part imports them.',
      { path: '^(packages|modules|platform|content)/' },
      { path: '^apps/' },
    ),
    ...apps.flatMap((row) => {
      const allowed = closure(apps, row.name);
      if (allowed.length === apps.length - 1) return [];
      return forbid(
        `app-${row.name}`,
        `apps/${row.name} may import ${allowed.length === 0 ? 'no other app' : allowed.join(', ')}: ${row.reason}.`,
        { path: `^apps/${row.name}/` },
        { path: '^apps/', pathNot: `^apps/(${[row.name, ...allowed].join('|')})/` },
      );
    }),
  ];
}

function runtimeRules({ platform }: Architecture): readonly BoundaryRule[] {
  const nodeFolders = platform.filter((row) => row.runs === 'node').map((row) => row.name);
  return [
    forbid(
      'browser-without-node',
      'Pages run in the browser, where there is no Node: ask the server through its routes.',
      { path: browser, pathNot: test },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'browser-without-server',
      'Pages run in the browser: no store, routes, access rules or platform adapters there, only contracts and pure packages.',
      { path: browser, pathNot: test },
      {
        path: `^(platform/(${nodeFolders.join('|')})/|modules/[^/]+/(store|routes|server|access|events|migrations)(\\.ts$|/)|apps/(server|cli)/)`,
      },
    ),
    forbid(
      'server-without-pages',
      'The server runs TypeScript as it is and has no pages in it: share a contract or a package instead.',
      { path: '^(packages|modules|platform|apps)/', pathNot: `${browser}|${test}` },
      { path: browser },
    ),
  ];
}

const generalRules: readonly BoundaryRule[] = [
  forbid(
    'nothing-imports-tooling',
    'scripts/, bench/ and fixtures/ serve the developer; the product does not need them to run.',
    { path: '^(packages|modules|platform|apps|content)/', pathNot: test },
    { path: tooling },
  ),
  forbid(
    'content-is-content',
    'content/ is words and pictures: it imports packages at most.',
    { path: '^content/', pathNot: test },
    { path: '^(modules|platform|apps)/' },
  ),
  forbid(
    'no-circle',
    'Two files that need each other are one file, or a third one is missing.',
    {},
    { circular: true },
  ),
  forbid('found', 'The import leads to no file: mend its path, or list the package.', {}, { couldNotResolve: true }),
];

function forbid(name: string, comment: string, from: BoundaryRule['from'], to: BoundaryRule['to']): BoundaryRule {
  return { name, severity: 'error', comment, from, to };
}
