import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The machine and the versions that a figure belongs to, a line each. */
export function machine(packages: readonly string[]): readonly string[] {
  const [cpu] = os.cpus();
  return [
    `date      ${new Date().toISOString().slice(0, 16)}Z, commit ${said('git', ['-C', root, 'rev-parse', '--short', 'HEAD'])}`,
    `machine   ${cpu?.model ?? 'unknown processor'}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${osName()}`,
    `load      ${os
      .loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')} (1, 5, 15 minutes)`,
    `versions  Node ${process.versions.node}${packages.map((name) => `, ${name} ${versionOf(name)}`).join('')}`,
  ];
}

function osName(): string {
  const name = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  return `${name ?? os.type()}, Linux ${os.release()}`;
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** What a program prints, trimmed; "not here" where it is missing. */
export function said(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'not here';
  }
}
