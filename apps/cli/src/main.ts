import { run } from './run.ts';

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';

process.exitCode = await run({
  arguments: process.argv.slice(2),
  language: locale.toLowerCase().startsWith('fr') ? 'fr' : 'en',
  print: (text) => process.stdout.write(`${text}\n`),
  printError: (text) => process.stderr.write(`${text}\n`),
});
