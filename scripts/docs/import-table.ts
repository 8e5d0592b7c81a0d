import type { Architecture } from '../../architecture.cjs';
import { closure } from '../check/boundary-rules.ts';

/** The import table of ARCHITECTURE.md: what each part may import, and why. */
export function importTable({ packages, modules, platform, apps }: Architecture): string {
  return [
    ...table(
      'Package',
      packages.map((row) => [row.name, listed(closure(packages, row.name)) || 'nothing of ours', row.reason]),
    ),
    '',
    ...table(
      'Slice',
      modules.map((row, index) => [
        row.name,
        listed(modules.slice(0, index).map((earlier) => earlier.name)) || 'no other slice',
        row.reason,
      ]),
    ),
    '',
    ...table(
      'Platform',
      platform.map((row) => [
        row.name,
        row.imports.includes('*') ? 'every platform folder' : listed(closure(platform, row.name)) || 'no other folder',
        row.reason,
      ]),
    ),
    '',
    ...table(
      'App',
      apps.map((row) => [
        row.name,
        `every part${closure(apps, row.name)
          .map((name) => `, the app ${name}`)
          .join('')}`,
        row.reason,
      ]),
    ),
  ].join('\n');
}

function listed(names: readonly string[]): string {
  return names.join(', ');
}

function table(head: string, rows: readonly (readonly string[])[]): readonly string[] {
  return [
    `| ${head} | may import | because |`,
    '| --- | --- | --- |',
    ...rows.map(([name, ...rest]) => `| \`${name}\` | ${rest.join(' | ')} |`),
  ];
}
