import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { command } from './check/command.ts';
import { projectRoot } from './project-root.ts';

/**
 * Runs R again over every `runner.R` of fixtures/r (or those whose folder contains one of the arguments), each in its own folder,
 * and names the stored outputs that came out otherwise. Needs R with the survey package (Debian: r-base-core, r-cran-survey).
 */
const folder = join(projectRoot, 'fixtures/r');
const filters = process.argv.slice(2);
const runners = (await readdir(folder, { recursive: true }))
  .filter((file) => file.endsWith('runner.R'))
  .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
  .sort();
const found = await command('Rscript', ['-e', 'library(survey)'], projectRoot).catch(() => null);
if (found === null || found.code !== 0) {
  console.error('R with its survey package is not here. Debian: apt-get install r-base-core r-cran-survey');
  process.exit(1);
}
let failed = 0;
for (const runner of runners) {
  const started = performance.now();
  const ran = await command('Rscript', ['runner.R'], join(folder, dirname(runner)));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ran.code === 0 ? 'ok  ' : 'FAIL'} ${dirname(runner).padEnd(32)} ${seconds} s`);
  if (ran.code === 0) continue;
  failed += 1;
  console.error(ran.output);
}
const folders = runners.map((runner) => join('fixtures/r', dirname(runner)));
const changed = await command('git', ['status', '--porcelain', '--', ...folders], projectRoot);
console.log(changed.output === '' ? '\nEvery output is as stored.' : `\nNot as stored:\n${changed.output.trimEnd()}`);
process.exitCode = failed === 0 ? 0 : 1;
