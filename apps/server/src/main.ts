import { readSettings } from '@common-measure/platform/settings';
import { serve } from './serve.ts';

await serve(readSettings(process.env, process.cwd()), { withExample: process.argv.includes('--example') });
