import type { Readable } from 'node:stream';
import { type MarkKind, markColumns, notInvited, notTold } from '@common-measure/dataset';
import type { Instrument } from '@common-measure/instrument';
import { publishedInstrument } from '@common-measure/modules/instruments/server';
import { readFieldedWave, readSurvey } from '@common-measure/modules/studies/server';
import { copyOut, type Database } from '@common-measure/platform/database';
import { defineRoute, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { countFieldwork } from '../fieldwork-store.ts';
import { collectionProblems } from '../problems.ts';
import { fieldworkApi } from './fieldwork-contract.ts';
import { responseColumns, sqlName, sqlText } from './response-columns.ts';
import { markKindsOf } from './response-marks.ts';

/**
 * The single responses of a wave as CSV while they are read: by day and, within a day, by their random ids, so that the order tells nothing
 * of who came when. What people wrote is as it was kept, names and numbers of persons masked. They are taken in parts of so many lines:
 * planning a part takes as long as some hundred of them.
 */
export function responseFile(
  database: Database,
  of: {
    readonly organizationId: string;
    readonly waveId: string;
    readonly instrument: Instrument;
    readonly marks: readonly MarkKind[];
  },
  linesOfPart = 8192,
): Readable {
  const columns = responseColumns(of.instrument);
  const codes = [...new Set(columns.map(({ from }) => from))];
  const answerOf = (code: string): string => `a${codes.indexOf(code)}`;
  const answers = codes.map((code) => `answers -> ${sqlText(code)} AS ${answerOf(code)}`);
  const cells = columns.map(({ name, from, cell }) => `${cell(answerOf(from))} AS ${sqlName(name)}`);
  const ofWave = `organization_id = ${sqlText(of.organizationId)}::uuid AND wave_id = ${sqlText(of.waveId)}::uuid`;
  const later = (than: string | null): string => (than === null ? '' : `AND (answered_on, id) > ${than}`);
  return copyOut(database, {
    end: (after) => `
      SELECT format('(%L::date, %L::uuid)', answered_on, id) FROM collection.response WHERE ${ofWave} ${later(after)}
      ORDER BY answered_on, id OFFSET ${linesOfPart - 1} LIMIT 1`,
    // Each answer is looked up once, below an OFFSET 0 that keeps the planner from writing the look-up into every cell again.
    part: (after, upTo) => `
      SELECT ${['id AS response', ...cells, ...standing, ...of.marks.map(markCell)].join(', ')}
      FROM (
        SELECT ${['id', 'language', 'mode', 'answered_on', 'straight_lined', 'hasty', 'invited_every', ...answers].join(', ')}
        FROM collection.response
        WHERE ${ofWave} ${later(after)} ${upTo === null ? '' : `AND (answered_on, id) <= ${upTo}`}
        ORDER BY answered_on, id OFFSET 0
      ) AS recorded`,
  });
}

const standing = ['language AS answer_language', 'mode AS answer_mode', 'answered_on AS answer_day'];

/** The cell of a mark, as in the dataset. */
function markCell(kind: MarkKind): string {
  const name = sqlName(markColumns[kind]);
  if (kind === 'invitation') return `coalesce(invited_every::text, ${sqlText(notInvited)}) AS ${name}`;
  const marked = kind === 'speeding' ? 'hasty' : 'straight_lined';
  return `CASE ${marked} WHEN true THEN '1' WHEN false THEN '0' ELSE ${sqlText(notTold)} END AS ${name}`;
}

const responses = defineRoute({
  method: 'GET',
  path: fieldworkApi.responses,
  summary: 'The single responses of a survey as CSV; only for those declared to read single responses',
  access: 'analyst',
  event: 'responses.exported',
  params: z.object({ id: z.uuid() }),
  query: z.object({ round: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  reply: null,
  handle: async ({ params, query, actor, tx, database, audit }) => {
    const { organizationId } = actor;
    const { waveId } = await readSurvey(tx, organizationId, params.id, query.round);
    if (!actor.mayReadSingleResponses) collectionProblems.raise('responses-not-allowed');
    const wave = await readFieldedWave(tx, organizationId, waveId);
    if (wave === null) return collectionProblems.raise('survey-not-published');
    const instrument = await publishedInstrument(tx, organizationId, wave.instrumentVersionId);
    const { total } = await countFieldwork(tx, organizationId, waveId);
    await audit(`survey:${params.id}`, { format: 'csv', responses: total });
    const marks = await markKindsOf(tx, organizationId, waveId, instrument);
    return new RawReply(responseFile(database, { organizationId, waveId, instrument, marks }), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="responses-${params.id}.csv"`,
      'cache-control': 'no-store',
    });
  },
});

export const responseFileRoutes = [responses];
