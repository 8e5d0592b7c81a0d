import { readSettings, terminalLanguage } from '@common-measure/platform/settings';
import { serve } from './serve.ts';

const started = await serve(
  () => readSettings(process.env, process.cwd()),
  { withExample: process.argv.includes('--example') },
  terminalLanguage(process.env),
);
if (!started) process.exitCode = 1;
