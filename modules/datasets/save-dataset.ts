import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  applyCodebook,
  type Codebook,
  designNotices,
  encodeDataset,
  type Table,
  writeCsv,
} from '@common-measure/dataset';
import {
  designFactsOf,
  type Engine,
  type Segment,
  type StagedTable,
  stageCsv,
  writeSegment,
} from '@common-measure/platform/analytics';
import { newId, type Tx } from '@common-measure/platform/database';
import { insertDataset } from './dataset-store.ts';
import { importFiles, readProfile, segmentPath } from './files.ts';
import { openImport, stagedOf } from './import-choices.ts';
import { updateImport } from './import-store.ts';
import { datasetsProblems } from './problems.ts';

export interface SavedDataset {
  readonly id: string;
  readonly rows: number;
  /** What one should know of its design: strata with one unit, clusters in several strata. */
  readonly notices: readonly { readonly en: string; readonly fr: string }[];
}

/** Saves an import as a dataset, columns and manifest together; refused where a fault stands, and nothing is written then. */
export async function saveImport(
  tx: Tx,
  engine: Engine,
  organizationId: string,
  id: string,
  by: { readonly revision: number; readonly accountId: string },
): Promise<SavedDataset> {
  const row = await openImport(tx, organizationId, id);
  const files = importFiles(engine, organizationId, id);
  const codebook = row.codebook as Codebook;
  refuseFaults(applyCodebook(codebook, await readProfile(files)));
  const datasetId = newId();
  const claimed = await updateImport(
    tx,
    organizationId,
    id,
    { state: 'saved', dataset_id: datasetId, revision: by.revision + 1 },
    by.revision,
  );
  if (!claimed) datasetsProblems.raise('import-moved-on', { present: row.revision, yours: by.revision });
  const segment = await writeColumns(engine, stagedOf(row, files), codebook, organizationId, datasetId, 'columns');
  try {
    await insertDataset(tx, engine, {
      organizationId,
      id: datasetId,
      codebook,
      segment,
      importId: id,
      waveId: null,
      follows: row.based_on,
      createdBy: by.accountId,
    });
    return { id: datasetId, rows: segment.rows, notices: await noticesOf(engine, segment, codebook) };
  } catch (error) {
    await rm(segment.path, { force: true });
    throw error;
  }
}

/** Saves rows that are in memory (a collected wave, an example) as a dataset. */
export async function saveRows(
  tx: Tx,
  engine: Engine,
  dataset: {
    readonly organizationId: string;
    readonly codebook: Codebook;
    readonly headers: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly waveId: string | null;
    readonly follows: string | null;
    readonly createdBy: string | null;
  },
): Promise<SavedDataset> {
  const id = newId();
  const { codebook, organizationId } = dataset;
  const segment = await writeRows(engine, dataset, organizationId, id, 'columns');
  try {
    await insertDataset(tx, engine, { ...dataset, id, segment, importId: null });
    return { id, rows: segment.rows, notices: await noticesOf(engine, segment, codebook) };
  } catch (error) {
    await rm(segment.path, { force: true });
    throw error;
  }
}

/** Writes rows in memory as the columns of a dataset, through the same reading as a file. */
export async function writeRows(
  engine: Engine,
  given: {
    readonly codebook: Codebook;
    readonly headers: readonly string[];
    readonly rows: readonly (readonly string[])[];
  },
  organizationId: string,
  datasetId: string,
  name: string,
): Promise<Segment> {
  const table: Table = {
    headers: given.headers,
    rows: given.rows,
    encoding: { encoding: 'utf-8', mark: 0, evidence: 'valid-utf-8' },
    delimiter: {
      delimiter: ',',
      evidence: 'consistent',
      columns: given.headers.length,
      rows: given.rows.length,
      fit: 1,
    },
  };
  const encoded = encodeDataset(table, given.codebook);
  if (!encoded.ok) refuseFaults(encoded.reasons);
  const target = join(engine.directory, segmentPath(organizationId, datasetId, name));
  const source = `${target}.csv`;
  const staging = `${target}.staged`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(source, writeCsv([given.headers, ...given.rows]));
    const staged = await stageCsv(engine, source, staging, { delimiter: ',' });
    if (!staged.ok) throw new Error(staged.reasons.map((reason) => reason.title.en).join(' '));
    return await writeColumns(engine, staged.value, given.codebook, organizationId, datasetId, name);
  } finally {
    await rm(source, { force: true });
    await rm(staging, { force: true });
  }
}

async function writeColumns(
  engine: Engine,
  staged: StagedTable,
  codebook: Codebook,
  organizationId: string,
  datasetId: string,
  name: string,
): Promise<Segment> {
  const target = join(engine.directory, segmentPath(organizationId, datasetId, name));
  await mkdir(dirname(target), { recursive: true });
  return writeSegment(engine, staged, codebook, target);
}

function refuseFaults(findings: ReturnType<typeof applyCodebook>): void {
  const faults = findings.filter((finding) => finding.severity === 'fault');
  const [first] = faults;
  if (first) datasetsProblems.raise('dataset-not-fitting', { count: faults.length, first: first.title.en });
}

async function noticesOf(engine: Engine, segment: Segment, codebook: Codebook): Promise<SavedDataset['notices']> {
  const facts = await designFactsOf(engine, [segment.path], codebook, segment.stratumLabels);
  return designNotices(codebook.design, facts).map((notice) => ({ en: notice.title.en, fr: notice.title.fr }));
}
