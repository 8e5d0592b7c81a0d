import { runSteps } from './check/run-steps.ts';
import { checkSteps } from './check/steps.ts';
import { projectRoot } from './project-root.ts';

const started = performance.now();
const { passed, failed } = await runSteps(projectRoot, checkSteps);
console.log(`\n${passed} passed, ${failed} failed (check, ${((performance.now() - started) / 1000).toFixed(1)} s)`);
process.exitCode = failed === 0 ? 0 : 1;
