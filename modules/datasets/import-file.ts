import { constants } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { applyCodebook, type Codebook, type CodebookProblem } from '@common-measure/dataset';
import { accepted, type Problem, type Result, refused } from '@common-measure/kernel';
import type { Engine } from '@common-measure/platform/analytics';
import { newId, type Tx } from '@common-measure/platform/database';
import { describedDesign, writeColumns } from './columns.ts';
import { insertDataset } from './dataset-store.ts';
import { readFile } from './describe-file.ts';
import { importFiles, keepProfile } from './files.ts';
import { insertImport, updateImport } from './import-store.ts';

export interface ImportedFile {
  readonly datasetId: string;
  readonly rows: number;
  /** What one should know; none of it stands against the dataset. */
  readonly notices: readonly CodebookProblem[];
}

/**
 * Imports a file with its codebook in one go: bytes, columns and manifest together, or nothing. Refused with every fault where the file
 * does not fit.
 */
export async function importFile(
  tx: Tx,
  engine: Engine,
  organizationId: string,
  path: string,
  codebook: Codebook,
): Promise<Result<ImportedFile, Problem>> {
  const importId = newId();
  const datasetId = newId();
  const files = importFiles(engine, organizationId, importId);
  await mkdir(files.folder, { recursive: true });
  let written: string | null = null;
  try {
    await copyFile(path, files.source, constants.COPYFILE_FICLONE);
    const read = await readFile(engine, files.source, files.staged, codebook.source?.delimiter ?? null);
    if (!read.ok) {
      await rm(files.folder, { recursive: true, force: true });
      return read;
    }
    const { table, profile } = read.value;
    const source = { ...read.value.source, fileName: path.slice(path.lastIndexOf('/') + 1) };
    const findings = applyCodebook(codebook, profile);
    const faults = findings.filter((finding) => finding.severity === 'fault');
    if (faults.length > 0) {
      await rm(files.folder, { recursive: true, force: true });
      return refused(...faults);
    }
    await keepProfile(files, profile);
    const kept: Codebook = { ...codebook, source };
    const segment = await writeColumns(engine, table, kept, organizationId, datasetId, 'columns');
    written = segment.path;
    const { encoding, delimiter, headers, rows } = table;
    await insertImport(tx, {
      organization_id: organizationId,
      id: importId,
      file_name: source.fileName,
      bytes: source.bytes,
      sha256: source.sha256,
      based_on: null,
      created_by: null,
    });
    await updateImport(tx, organizationId, importId, {
      state: 'saved',
      step: 'profile',
      share: 1,
      reading: JSON.stringify({ encoding, delimiter, headers, rows }),
      codebook: JSON.stringify(kept),
      dataset_id: datasetId,
    });
    await insertDataset(tx, engine, {
      organizationId,
      id: datasetId,
      codebook: kept,
      segment,
      importId,
      waveId: null,
      follows: null,
      createdBy: null,
    });
    return accepted({
      datasetId,
      rows: segment.rows,
      notices: [...findings, ...(await describedDesign(engine, [segment.path], kept, segment.stratumLabels))],
    });
  } catch (error) {
    await rm(files.folder, { recursive: true, force: true });
    if (written !== null) await rm(written, { force: true });
    throw error;
  }
}
