import { isAbsolute, relative } from 'node:path';
import { nodeScript, printedLines } from './command.ts';
import { type CheckStep, outcome } from './step.ts';
import { isSource, trackedFiles } from './tracked-files.ts';

/** Each project sees only the types of where its code runs: nothing (packages), Node, or the browser. */
const projects = ['tsconfig.pure.json', 'tsconfig.node.json', 'tsconfig.web.json'];

/** The types hold in all three projects, and every source file belongs to one of them. */
export const types: CheckStep = {
  name: 'types',
  async run(root) {
    const options = ['--pretty', 'false', '--listFiles'];
    const runs = await Promise.all(
      projects.map((project) => nodeScript(root, 'typescript-7/bin/tsc', ['-p', project, ...options])),
    );
    const lines = new Set(runs.flatMap((run) => printedLines(run.output)));
    const covered = new Set([...lines].filter((line) => isAbsolute(line)).map((file) => relative(root, file)));
    const errors = [...lines].filter((line) => !isAbsolute(line));
    const broken =
      errors.length === 0 && runs.some((run) => run.code !== 0) ? ['the compiler ended without a word'] : [];
    const forgotten = (await trackedFiles(root)).filter((file) => isSource(file) && !covered.has(file));
    return outcome(
      [...errors, ...broken, ...forgotten.map((file) => `${file}: in no tsconfig.*.json, so nobody checks its types`)],
      `${covered.size} files`,
    );
  },
};
