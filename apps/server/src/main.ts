import { readSettings, terminalLanguage } from '@common-measure/platform/settings';
import { serve } from './serve.ts';

const settings = readSettings(process.env, process.cwd());
const started = await serve(
  settings,
  { withExample: process.argv.includes('--example') },
  terminalLanguage(process.env),
);
if (!started) process.exitCode = 1;
