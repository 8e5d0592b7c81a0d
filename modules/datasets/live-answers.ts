import type { Codebook, Variable } from '@common-measure/dataset';
import { admitToLive, type Cell, policyFor } from '@common-measure/disclosure';
import type { LocalizedText } from '@common-measure/kernel';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { DatasetsTables } from './tables.ts';

export interface LiveRows {
  readonly codebook: Codebook;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly ids: readonly string[];
}

/** The smallest threshold of any audience that sees live results. */
const { threshold } = policyFor('organization');

/**
 * Of everything that a wave has collected, what its live results may hold now: what they hold already, and of the rest the answers
 * that come in groups of the threshold or more in every cell on view. Null where nothing changes yet. The rule holds at the end of a
 * wave, too: the few who answered last would else be told from the view before. Answers that were withdrawn leave with the next group
 * that is at least as large, at the latest when the wave is closed: an erasure outweighs what two views may tell.
 */
export function liveRows(wave: LiveRows, shownIds: ReadonlySet<string>, isClosed: boolean): LiveRows | null {
  const cells = wave.rows.map((row) => cellsOf(row, wave));
  const isShown = wave.ids.map((id) => shownIds.has(id));
  const waiting = wave.ids.flatMap((_, at) => (isShown[at] ? [] : [at]));
  const enters = admitToLive(
    cells.filter((_, at) => isShown[at]),
    waiting.map((at) => cells[at]!),
    threshold,
  );
  const admitted = new Set(waiting.filter((_, at) => enters[at]));
  const withdrawn = shownIds.size - isShown.filter(Boolean).length;
  const mayLeave = isClosed && withdrawn > 0;
  if (!mayLeave && (admitted.size === 0 || admitted.size < withdrawn)) return null;
  const keep = (_: unknown, at: number) => isShown[at] === true || admitted.has(at);
  const rows = wave.rows.filter(keep);
  const codebook = rows.length < wave.rows.length ? { ...wave.codebook, population: someWait } : wave.codebook;
  return { ...wave, codebook, rows, ids: wave.ids.filter(keep) };
}

/** Stands under every figure of a wave of which not every answer is in. How many wait is for those who see the fieldwork. */
const someWait: LocalizedText = {
  en: 'Some answers are left out: they are so few that what these people said could be told from two views.',
  fr: 'Quelques réponses sont laissées de côté : elles sont si peu nombreuses que deux consultations permettraient de les deviner.',
};

/** Everyone; each group of each profile variable; who answered each item; and who answered it in each group. */
function cellsOf(row: readonly string[], { codebook, headers }: LiveRows): readonly Cell[] {
  const cellOf = (variable: Variable) => row[headers.indexOf(variable.column)] ?? '';
  const { profile: profiles, channel, region } = codebook.roles;
  const profile = codebook.variables.filter((variable) => [...profiles, channel, region].includes(variable.name));
  const items = codebook.variables.filter(({ kind }) => kind === 'rating' || kind === 'number' || kind === 'category');
  const groups = profile.map((variable) => ({ by: variable.name, group: cellOf(variable) }));
  const answered = items.filter((variable) => !variable.missing.some((missing) => missing.code === cellOf(variable)));
  return [
    { family: 'everyone', group: '' },
    ...groups.map(({ by, group }) => ({ family: `by ${by}`, group })),
    ...answered.flatMap(({ name }) => [
      { family: `item ${name}`, group: '' },
      ...groups.map(({ by, group }) => ({ family: `item ${name} by ${by}`, group })),
    ]),
  ];
}

export async function shownAnswers(tx: Tx, organizationId: string, datasetId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .withTables<DatasetsTables>()
    .selectFrom('datasets.live_answer')
    .select('response_id')
    .where('organization_id', '=', organizationId)
    .where('dataset_id', '=', datasetId)
    .execute();
  return new Set(rows.map((row) => row.response_id));
}

/** Remembers what the results hold from now on. */
export async function keepShownAnswers(
  tx: Tx,
  organizationId: string,
  datasetId: string,
  ids: readonly string[],
): Promise<void> {
  await tx
    .withTables<DatasetsTables>()
    .deleteFrom('datasets.live_answer')
    .where('organization_id', '=', organizationId)
    .where('dataset_id', '=', datasetId)
    .execute();
  for (let from = 0; from < ids.length; from += portion)
    await sql`INSERT INTO datasets.live_answer (organization_id, dataset_id, response_id)
      SELECT ${organizationId}, ${datasetId}, unnest(${ids.slice(from, from + portion)}::uuid[])`.execute(tx);
}

/** Ids that are handed over before others have their turn. */
const portion = 20_000;
