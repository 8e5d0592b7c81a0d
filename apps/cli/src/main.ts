import { terminalLanguage } from '@common-measure/platform/settings';
import { run } from './run.ts';

process.exitCode = await run({
  arguments: process.argv.slice(2),
  language: terminalLanguage(process.env),
  print: (text) => process.stdout.write(`${text}\n`),
  printError: (text) => process.stderr.write(`${text}\n`),
});
