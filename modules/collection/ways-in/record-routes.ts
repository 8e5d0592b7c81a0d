import { publishedInstrument } from '@common-measure/modules/instruments/server';
import { dayIn, type FieldedWave } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { defineRoute } from '@common-measure/platform/http';
import { sql } from 'kysely';
import { z } from 'zod';
import type { AnswerMode } from '../contract.ts';
import { collectionProblems } from '../problems.ts';
import { recordResponses } from '../response-store.ts';
import { conflictRoutes } from './conflict-routes.ts';
import { lateFileReportSchema, lateFileSchema, waysInApi } from './contract.ts';
import { keepBatch, type PlacedRow, placeInBatch, resembledBatch, takeOut } from './late-batch.ts';
import { readLateFile } from './late-file.ts';
import { noonOf } from './noon-of.ts';
import { presentWave } from './once-routes.ts';
import { wayProblems } from './problems.ts';

const ofSurvey = z.object({ id: z.uuid() });
const mostTold = 100;

const lateFile = defineRoute({
  method: 'POST',
  path: waysInApi.lateFiles,
  summary:
    'Look at a file of answers given on paper or by telephone, or join it to the present round; the same file twice adds nothing, and a corrected one of the same name replaces it',
  access: 'manager',
  event: 'responses.joined',
  params: ofSurvey,
  body: lateFileSchema,
  reply: lateFileReportSchema,
  handle: async ({ params, body, actor, tx, audit }) => {
    const wave = await presentWave(tx, actor.organizationId, params.id);
    const instrument = await publishedInstrument(tx, actor.organizationId, wave.instrumentVersionId);
    if (!instrument.languages.includes(body.language))
      collectionProblems.raise('language-unknown', { languages: instrument.languages.join(', ') });
    const file = readLateFile(instrument, wave.waveId, body.content, body);
    const name = body.batch || `sha256 ${file.fingerprint}`;
    const batch = await placeInBatch(tx, wave, name, file.rows);
    const fresh = await notYetRecorded(tx, wave, batch.rows);
    if (file.rows.length === 0 && file.faults.length === 0) wayProblems.raise('late-file-empty');
    const [first] = file.faults;
    if (body.apply && first)
      wayProblems.raise('late-file-wrong', {
        row: first.row ?? 1,
        column: first.column ?? '',
        whatEn: first.what.en,
        whatFr: first.what.fr,
        count: file.faults.length,
      });
    if (body.apply && batch.gone.length > 0 && !body.replaces)
      wayProblems.raise('late-file-replaces', { batch: body.batch, count: batch.gone.length });
    const recorded = body.apply ? await join(tx, wave, fresh, body.mode) : 0;
    const erased = body.apply ? await takeOut(tx, wave, batch.gone, dayIn(wave.timeZone, new Date())) : 0;
    if (body.apply) await keepBatch(tx, wave, name, batch.rows);
    if (recorded > 0 || erased > 0)
      await audit(`survey:${params.id}`, { mode: body.mode, responses: recorded, replaced: erased });
    const looksLike =
      batch.isKnown || body.apply || fresh.length === 0 ? null : resembledBatch(tx, wave, name, file.rows);
    return {
      rows: file.rows.length,
      fresh: fresh.length - recorded,
      recorded,
      corrects: batch.isKnown,
      gone: body.apply ? erased : batch.gone.length,
      resembles: (await looksLike)?.batch ?? null,
      columns: [...file.columns],
      missing: [...file.missing],
      problems: file.faults.slice(0, mostTold),
      moreProblems: Math.max(0, file.faults.length - mostTold),
    };
  },
});

async function notYetRecorded(tx: Tx, wave: FieldedWave, rows: readonly PlacedRow[]): Promise<readonly PlacedRow[]> {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const { rows: known } = await sql<{ id: string }>`
    SELECT i.id FROM (SELECT value::uuid AS id FROM jsonb_array_elements_text(${ids}::jsonb)) AS i
    WHERE EXISTS (SELECT 1 FROM collection.response r WHERE r.organization_id = ${wave.organizationId} AND r.id = i.id)
      OR EXISTS (SELECT 1 FROM collection.withdrawal w WHERE w.organization_id = ${wave.organizationId} AND w.response_id = i.id)`.execute(
    tx,
  );
  const present = new Set(known.map(({ id }) => id));
  return rows.filter(({ id }) => !present.has(id));
}

/** Records rows, those of one day together. */
async function join(tx: Tx, wave: FieldedWave, rows: readonly PlacedRow[], mode: AnswerMode): Promise<number> {
  const now = new Date();
  let recorded = 0;
  for (const [day, ofDay] of Map.groupBy(rows, (row) => row.day ?? dayIn(wave.timeZone, now))) {
    for (let at = 0; at < ofDay.length; at += 500) {
      const sent = ofDay.slice(at, at + 500).map(({ id, language, answers, quotas, marks }) => ({
        id,
        language,
        answers,
        quotas,
        marks,
        mode,
        withdrawalCode: null,
      }));
      const receptions = await recordResponses(tx, wave, sent, noonOf(day, wave.timeZone));
      recorded += receptions.filter((reception) => reception === 'recorded').length;
    }
  }
  return recorded;
}

export const recordRoutes = [...conflictRoutes, lateFile];
