import { terminalLanguage } from '@common-measure/platform/settings';
import { run } from './run.ts';

// Whoever reads only the beginning (`| head`) closes the pipe: then there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run({
  arguments: process.argv.slice(2),
  language: terminalLanguage(process.env),
  print: (text) => process.stdout.write(`${text}\n`),
  printError: (text) => process.stderr.write(`${text}\n`),
});
