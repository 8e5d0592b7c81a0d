import { backup, restore } from './backup.ts';
import { bankCheck } from './bank-check.ts';
import { bankSearch } from './bank-search.ts';
import { bankShow } from './bank-show.ts';
import { bankSteward } from './bank-steward.ts';
import type { Command } from './command.ts';
import { datasetDescribe } from './dataset-describe.ts';
import { datasetImport } from './dataset-import.ts';
import { estimate } from './estimate.ts';
import { instrumentCheck } from './instrument-check.ts';
import { instrumentCompare } from './instrument-compare.ts';
import { instrumentFormat } from './instrument-format.ts';
import { instrumentTranslation } from './instrument-translation.ts';
import { report } from './report.ts';
import { retentionRun } from './retention-run.ts';
import { screeningRun } from './screening-run.ts';
import { serveCommand } from './serve.ts';
import { signInLink } from './sign-in-link.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  serveCommand,
  signInLink,
  instrumentCheck,
  instrumentCompare,
  instrumentFormat,
  instrumentTranslation,
  bankSearch,
  bankShow,
  bankCheck,
  bankSteward,
  datasetDescribe,
  datasetImport,
  estimate,
  report,
  retentionRun,
  screeningRun,
  backup,
  restore,
];
