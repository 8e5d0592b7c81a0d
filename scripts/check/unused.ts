import { nodeScript, printedLines } from './command.ts';
import { type CheckStep, outcome } from './step.ts';

/** Nothing lies about: every file, export and dependency is used, and every import is listed (knip.json). */
export const unused: CheckStep = {
  name: 'nothing unused',
  async run(root) {
    const run = await nodeScript(root, 'knip/bin/knip.js', [
      '--no-progress',
      '--reporter',
      'compact',
      '--no-config-hints',
    ]);
    return outcome(run.code === 0 ? [] : printedLines(run.output).map((line) => line.replace(/^(\S+): \1$/, '$1')));
  },
};
