import { command, printedLines } from './command.ts';
import { type CheckStep, outcome } from './step.ts';

/** Lint and format, as biome.json says. `npm run fix` mends what can be mended by a machine. */
export const lint: CheckStep = {
  name: 'lint and format',
  async run(root) {
    const run = await command(
      `${root}/node_modules/.bin/biome`,
      ['ci', '--colors=off', '--diagnostic-level=warn', '--error-on-warnings', '--max-diagnostics=200', '.'],
      root,
    );
    const lines = printedLines(run.output);
    const findings = headlines(lines);
    const checked = lines.find((line) => line.startsWith('Checked ')) ?? '';
    return outcome(run.code === 0 ? [] : findings.length > 0 ? findings : lines, checked);
  },
};

/** Place, rule and first sentence of each diagnostic, without its code frame: "file:line:column rule: sentence". */
export function headlines(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, index) => {
    const headline = /^(\S+) (.*?)\s*━+$/.exec(line);
    if (headline === null) return [];
    const sentence = /^\s+[×!i]\s+(.*)$/.exec(lines[index + 1] ?? '')?.[1] ?? '';
    return [`${headline[1]} ${headline[2]}: ${sentence}`];
  });
}
