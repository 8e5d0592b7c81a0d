import { readSettings } from '@common-measure/platform/settings';
import { serve } from './serve.ts';

const started = await serve(readSettings(process.env, process.cwd()), {
  withExample: process.argv.includes('--example'),
});
if (!started) process.exitCode = 1;
