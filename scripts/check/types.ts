import { nodeScript, printedLines } from './command.ts';
import { type CheckStep, outcome } from './step.ts';
import { isSource, trackedFiles } from './tracked-files.ts';

/** Each project sees only the types of where its code runs: nothing (packages), Node, or the browser. */
const projects = ['tsconfig.pure.json', 'tsconfig.node.json', 'tsconfig.web.json'];

/** The types hold in all three projects, and every source file belongs to one of them. */
export const types: CheckStep = {
  name: 'types',
  async run(root) {
    const runs = await Promise.all(
      projects.map((project) => nodeScript(root, 'typescript-7/bin/tsc', ['-p', project, '--pretty', 'false'])),
    );
    const errors = new Set(runs.flatMap((run) => (run.code === 0 ? [] : printedLines(run.output))));
    const covered = new Set<string>();
    const lists = await Promise.all(
      projects.map((project) => nodeScript(root, 'typescript-7/bin/tsc', ['-p', project, '--listFilesOnly'])),
    );
    for (const list of lists) for (const file of printedLines(list.output)) covered.add(relativeTo(root, file));
    const forgotten = (await trackedFiles(root)).filter((file) => isSource(file) && !covered.has(file));
    return outcome(
      [...errors, ...forgotten.map((file) => `${file}: in no tsconfig.*.json, so nobody checks its types`)],
      `${covered.size} files`,
    );
  },
};

function relativeTo(root: string, file: string): string {
  return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file;
}
