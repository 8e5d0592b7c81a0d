import { spawn } from 'node:child_process';

export interface CommandOutcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end and hands back its exit code with everything it printed. */
export function command(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<CommandOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString('utf8') }));
  });
}

/** A script of an installed package, run by the Node that runs us. */
export function nodeScript(root: string, script: string, args: readonly string[]): Promise<CommandOutcome> {
  return command(process.execPath, [`${root}/node_modules/${script}`, ...args], root);
}

/** The lines of an output that say something. */
export function printedLines(output: string): readonly string[] {
  return output
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}
