import { rm } from 'node:fs/promises';
import { newId } from '@common-measure/platform/database';
import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import {
  codebookChangeSchema,
  confirmSchema,
  datasetsApi,
  type EarlierDataset,
  type ImportDetail,
  type ImportSummary,
  reuseSchema,
  saveDatasetSchema,
} from './contract.ts';
import { findDatasetCodebook } from './dataset-store.ts';
import { earlierDatasets } from './earlier-datasets.ts';
import { importFiles } from './files.ts';
import { changeCodebook, confirmCarried, importDetail, reuseInto } from './import-choices.ts';
import { findImport, type ImportRow, importSummary, insertImport, listImports, updateImport } from './import-store.ts';
import { datasetsProblems } from './problems.ts';
import { startReading } from './read-import.ts';
import { saveImport } from './save-dataset.ts';
import type { SavedDataset } from './saved-dataset.ts';

const ofImport = z.object({ id: z.uuid() });

const start = defineRoute({
  method: 'POST',
  path: datasetsApi.imports,
  summary: 'Bring a CSV file (multipart); it is read in the background, ask for its state',
  access: 'analyst',
  event: 'import.started',
  query: z.object({ basedOn: z.uuid().optional() }),
  takesFile: true,
  reply: z.custom<ImportSummary>(),
  handle: async ({ actor, query, database, analytics, file, audit }) => {
    const upload = file ?? datasetsProblems.raise('import-without-file');
    const { organizationId, accountId } = actor;
    const importId = newId();
    const files = importFiles(analytics, organizationId, importId);
    const { bytes, sha256 } = upload;
    const scope = { organizationId, accountId };
    try {
      await upload.moveTo(files.source);
      await database.transact(scope, async (tx) => {
        if (query.basedOn !== undefined) await findDatasetCodebook(tx, organizationId, query.basedOn);
        await insertImport(tx, {
          organization_id: organizationId,
          id: importId,
          file_name: upload.fileName.slice(0, 200),
          bytes,
          sha256,
          based_on: query.basedOn ?? null,
          created_by: accountId,
        });
      });
    } catch (error) {
      await rm(files.folder, { recursive: true, force: true });
      throw error;
    }
    await audit(`import:${importId}`, { bytes });
    void startReading({ database, engine: analytics, scope, importId });
    return database.transact(scope, async (tx) => importSummary(await findImport(tx, organizationId, importId)));
  },
});

const list = defineRoute({
  method: 'GET',
  path: datasetsApi.imports,
  summary: 'Files that were brought and are not saved as datasets yet, newest first',
  access: 'analyst',
  event: null,
  reply: z.custom<ImportSummary[]>(),
  handle: async ({ actor, tx }) => [...(await listImports(tx, actor.organizationId))],
});

const read = defineRoute({
  method: 'GET',
  path: datasetsApi.import,
  summary: 'What was understood of a file, the choices made so far, and what stands against saving it',
  access: 'analyst',
  event: null,
  params: ofImport,
  reply: z.custom<ImportDetail>(),
  handle: async ({ params, actor, tx, database, analytics }) => {
    const { organizationId, accountId } = actor;
    const detail = await importDetail(tx, analytics, organizationId, params.id);
    // A server that was stopped in the middle left it half read: go on.
    if (detail.state === 'reading')
      void startReading({ database, engine: analytics, scope: { organizationId, accountId }, importId: params.id });
    return detail;
  },
});

const choose = defineRoute({
  method: 'PUT',
  path: datasetsApi.importCodebook,
  summary: 'Save the choices over the revision that was read',
  access: 'analyst',
  event: 'import.changed',
  params: ofImport,
  body: codebookChangeSchema,
  reply: z.custom<ImportDetail>(),
  handle: async ({ params, body, actor, tx, analytics, audit }) => {
    await changeCodebook(tx, actor.organizationId, params.id, body);
    await audit(`import:${params.id}`, { revision: body.revision + 1 });
    return importDetail(tx, analytics, actor.organizationId, params.id);
  },
});

const reuse = defineRoute({
  method: 'POST',
  path: datasetsApi.importReuse,
  summary: 'Fill the choices in from a saved dataset or a codebook.json, and show what differs',
  access: 'analyst',
  event: 'import.changed',
  params: ofImport,
  body: reuseSchema,
  reply: z.custom<ImportDetail>(),
  handle: async ({ params, body, actor, tx, analytics, audit }) => {
    const { organizationId } = actor;
    const basedOn = body.datasetId ?? null;
    const codebook = basedOn === null ? body.codebook : await findDatasetCodebook(tx, organizationId, basedOn);
    await reuseInto(tx, analytics, organizationId, params.id, { revision: body.revision, codebook, basedOn });
    await audit(`import:${params.id}`, { revision: body.revision + 1, basedOn });
    return importDetail(tx, analytics, organizationId, params.id);
  },
});

const confirm = defineRoute({
  method: 'POST',
  path: datasetsApi.importCarried,
  summary: 'Say of words carried over from an earlier codebook that they are right as they stand',
  access: 'analyst',
  event: 'import.changed',
  params: ofImport,
  body: confirmSchema,
  reply: z.custom<ImportDetail>(),
  handle: async ({ params, body, actor, tx, analytics, audit }) => {
    await confirmCarried(tx, actor.organizationId, params.id, body.carried);
    await audit(`import:${params.id}`, { confirmed: body.carried.join(', ') });
    return importDetail(tx, analytics, actor.organizationId, params.id);
  },
});

const earlier = defineRoute({
  method: 'GET',
  path: datasetsApi.importEarlier,
  summary: 'The datasets whose choices could be filled in, with the number of columns they share with the file',
  access: 'analyst',
  event: null,
  params: ofImport,
  reply: z.custom<EarlierDataset[]>(),
  handle: ({ params, actor, tx }) => earlierDatasets(tx, actor.organizationId, params.id),
});

const save = defineRoute({
  method: 'POST',
  path: datasetsApi.importDataset,
  summary: 'Save the file with its choices as a dataset',
  access: 'analyst',
  event: 'dataset.saved',
  params: ofImport,
  body: saveDatasetSchema,
  reply: z.custom<SavedDataset>(),
  handle: async ({ params, body, actor, tx, analytics, audit }) => {
    const by = { revision: body.revision, accountId: actor.accountId };
    const saved = await saveImport(tx, analytics, actor.organizationId, params.id, by);
    await audit(`dataset:${saved.id}`, { import: params.id, rows: saved.rows });
    return saved;
  },
});

const setRemoved = (removed: boolean) =>
  defineRoute({
    method: removed ? 'DELETE' : 'POST',
    path: removed ? datasetsApi.import : datasetsApi.importRestore,
    summary: removed ? 'Remove a file that was brought; can be undone' : 'Bring a removed file back',
    access: 'analyst',
    event: removed ? 'import.removed' : 'import.restored',
    params: ofImport,
    reply: z.custom<ImportSummary>(),
    handle: async ({ params, actor, tx, audit }) => {
      const { organizationId } = actor;
      const row = await findImport(tx, organizationId, params.id, !removed);
      await updateImport(tx, organizationId, params.id, removalOf(row, removed));
      await audit(`import:${params.id}`);
      return importSummary(await findImport(tx, organizationId, params.id, true));
    },
  });

/** The file of a saved dataset stays: only the choices that were opened again are laid aside. */
function removalOf(row: ImportRow, removed: boolean): Parameters<typeof updateImport>[3] {
  if (row.dataset_id !== null) return { state: removed ? 'saved' : 'ready' };
  return { removed_at: removed ? new Date().toISOString() : null };
}

export const importRoutes = [
  start,
  list,
  read,
  choose,
  confirm,
  earlier,
  reuse,
  save,
  setRemoved(true),
  setRemoved(false),
];
