import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  bankBeside,
  type EffectiveBank,
  effectiveBank,
  starterBank,
} from '@common-measure/modules/question-bank/server';
import { withOwnerConnection } from '@common-measure/platform/database';
import type { CommandCall } from './command.ts';
import { hereSettings, locationOf } from './location.ts';

/** The bank of the platform that lives here, with what was approved in it; its files alone where none does, or with --files. */
export async function bankHere(call: CommandCall): Promise<EffectiveBank> {
  const fromFiles = effectiveBank(starterBank(), [], []);
  if (call.options.files === true) return fromFiles;
  const settings = hereSettings();
  if (settings.databaseUrl === null && !existsSync(path.join(settings.dataFolder, 'postgres', 'PG_VERSION')))
    return fromFiles;
  return (await withOwnerConnection(locationOf(settings), bankBeside)) ?? fromFiles;
}
