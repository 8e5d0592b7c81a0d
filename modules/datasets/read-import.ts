import { rm } from 'node:fs/promises';
import {
  type Codebook,
  proposeCodebook,
  type ReusedProposal,
  reuseCodebook,
  type SourceFile,
} from '@common-measure/dataset';
import { type LocalizedText, untranslated } from '@common-measure/kernel';
import { type Engine, nestingOfStaged, profileStaged, stageCsv } from '@common-measure/platform/analytics';
import type { Database, Scope } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import type { Updateable } from 'kysely';
import type { ImportStep } from './contract.ts';
import { findDatasetCodebook } from './dataset-store.ts';
import { importFiles, keepProfile } from './files.ts';
import { findImport, type ImportRow, updateImport } from './import-store.ts';
import type { DatasetsTables } from './tables.ts';

export interface ImportPlace {
  readonly database: Database;
  readonly engine: Engine;
  readonly scope: Scope & { readonly organizationId: string };
  readonly importId: string;
}

/** Imports under way in this process, and the end of the queue: one file is read at a time. */
const underWay = new Map<string, Promise<void>>();
let queue: Promise<void> = Promise.resolve();

/** Starts reading an import, or goes on with one that a stopped server left; returns at once. */
export function startReading(place: ImportPlace): Promise<void> {
  const running = underWay.get(place.importId);
  if (running) return running;
  const done = queue.then(() => readImport(place)).finally(() => underWay.delete(place.importId));
  underWay.set(place.importId, done);
  queue = done;
  return done;
}

async function readImport(place: ImportPlace): Promise<void> {
  try {
    await understand(place);
  } catch (error) {
    console.error(`${new Date().toISOString()} import ${place.importId}`, error);
    const problem = httpProblems.make('unexpected-failure', { reference: place.importId });
    await save(place, { state: 'refused', problems: JSON.stringify([problem]) }).catch(() => undefined);
  }
}

/** Reads the file in full, counts its columns and proposes a codebook, filled in from an earlier one where that was asked. */
async function understand(place: ImportPlace): Promise<void> {
  const { database, engine, scope, importId } = place;
  const files = importFiles(engine, scope.organizationId, importId);
  const row = await database.transact(scope, (tx) => findImport(tx, scope.organizationId, importId));
  if (row.state !== 'reading') return;
  const tell = progressOf(place);
  const staged = await stageCsv(engine, files.source, files.staged, { progress: tell });
  if (!staged.ok) {
    await rm(files.folder, { recursive: true, force: true });
    return save(place, { state: 'refused', problems: JSON.stringify(staged.reasons) });
  }
  const table = staged.value;
  const profile = await profileStaged(engine, table, (share) => tell('profile', share));
  const nesting = await nestingOfStaged(engine, table, profile);
  await keepProfile(files, profile);
  const source: SourceFile = {
    fileName: row.file_name,
    sha256: row.sha256,
    bytes: Number(row.bytes),
    encoding: table.encoding.encoding,
    delimiter: table.delimiter.delimiter,
    rows: table.rows,
    columns: table.headers.length,
  };
  const proposal = proposeCodebook({ title: titleOf(row.file_name), source, profile, nesting });
  const last = await lastCodebook(place, row);
  const filled: Omit<ReusedProposal, 'fitting'> = last
    ? reuseCodebook(last, proposal)
    : { ...proposal, differences: [], carried: [] };
  const { encoding, delimiter, headers, rows } = table;
  await save(place, {
    state: 'ready',
    step: 'profile',
    share: 1,
    reading: JSON.stringify({ encoding, delimiter, headers, rows }),
    codebook: JSON.stringify(filled.codebook),
    guesses: JSON.stringify(filled.guesses),
    differences: JSON.stringify(filled.differences),
    carried: JSON.stringify(filled.carried),
  });
}

function lastCodebook({ database, scope }: ImportPlace, row: ImportRow): Promise<Codebook | null> {
  const { based_on: basedOn } = row;
  if (basedOn === null) return Promise.resolve(null);
  return database.transact(scope, (tx) => findDatasetCodebook(tx, scope.organizationId, basedOn));
}

function titleOf(fileName: string): LocalizedText {
  return untranslated(fileName.replace(/\.[^.]+$/, '') || fileName);
}

function save(place: ImportPlace, change: Updateable<DatasetsTables['datasets.import']>): Promise<void> {
  const { database, scope, importId } = place;
  return database.transact(scope, async (tx) => {
    await updateImport(tx, scope.organizationId, importId, change);
  });
}

/** Writes the progress down about once a second, so that it can be asked for from anywhere. */
function progressOf(place: ImportPlace): (step: ImportStep, share: number) => void {
  let told = 0;
  let before: ImportStep | null = null;
  return (step, share) => {
    if (step === before && Date.now() - told < 1000) return;
    told = Date.now();
    before = step;
    save(place, { step, share }).catch(() => undefined);
  };
}
