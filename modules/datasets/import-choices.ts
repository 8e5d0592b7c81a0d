import {
  applyCodebook,
  type CarriedText,
  type Codebook,
  type CodebookProblem,
  type ColumnProfile,
  changesBetween,
  designNotices,
  explainReason,
  parseCodebook,
  proposeCodebook,
  reuseCodebook,
} from '@common-measure/dataset';
import {
  designFactsOfStaged,
  type Engine,
  nestingOfStaged,
  type StagedTable,
} from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';
import type { ColumnSummary, ImportDetail } from './contract.ts';
import { type ImportFiles, importFiles, readProfile } from './files.ts';
import { findImport, type ImportRow, importSummary, updateImport } from './import-store.ts';
import { datasetsProblems } from './problems.ts';

/** Most different values with which a column can be made a list of codes: all of them are shown. Of columns with more, only examples. */
const listedValues = 200;
const exampleValues = 12;

/** The import with its evidence, its columns and what stands against saving it. */
export async function importDetail(tx: Tx, engine: Engine, organizationId: string, id: string): Promise<ImportDetail> {
  const row = await findImport(tx, organizationId, id);
  const { reading, codebook } = row;
  const profile = reading && codebook ? await readProfile(importFiles(engine, organizationId, id)) : null;
  const closed = new Set(codebook?.variables.filter((v) => v.access === 'closed').map((v) => v.column));
  return {
    ...importSummary(row),
    revision: row.revision,
    reading,
    codebook,
    guesses: row.guesses.map((guess) => ({ ...guess, evidence: guess.reasons.map(explainReason) })),
    columns: profile?.columns.map((column) => columnSummary(column, closed.has(column.column))) ?? [],
    differences: row.differences,
    basedOn: row.based_on,
    carried: row.carried,
    findings: codebook && profile ? [...applyCodebook(codebook, profile), ...(await designFindings(engine, row))] : [],
  };
}

/** What one should know of the design that is chosen, before it is saved: a stratum with one sampled unit, clusters in several strata. */
async function designFindings(engine: Engine, row: ImportRow): Promise<readonly CodebookProblem[]> {
  if (row.state !== 'ready' || row.codebook === null || row.codebook.design.strata.length === 0) return [];
  const staged = stagedOf(row, importFiles(engine, row.organization_id, row.id));
  return designNotices(row.codebook.design, await designFactsOfStaged(engine, staged, row.codebook));
}

function columnSummary(column: ColumnProfile, isClosed: boolean): ColumnSummary {
  const { numeric } = column;
  const shown = column.distinct <= listedValues ? listedValues : exampleValues;
  return {
    column: column.column,
    blank: column.blank.n,
    distinct: column.distinct,
    values: isClosed ? [] : column.values.slice(0, shown),
    numeric: numeric && { min: numeric.min, max: numeric.max, mean: numeric.mean },
  };
}

/** Saves the choices of a person over the revision that was read. */
export async function changeCodebook(
  tx: Tx,
  organizationId: string,
  id: string,
  change: { readonly revision: number; readonly codebook?: unknown },
): Promise<void> {
  const row = await openImport(tx, organizationId, id);
  const codebook = readCodebookOf(change.codebook);
  const { parts } = changesBetween(row.codebook ?? codebook, codebook);
  await writeChoices(tx, row, change.revision, {
    codebook: JSON.stringify({ ...codebook, source: row.codebook?.source ?? null }),
    guesses: JSON.stringify(renamedGuesses(row, codebook)),
    // Words that were written anew are no longer those of the earlier wave.
    carried: JSON.stringify(row.carried.filter((text) => !parts.includes(text))),
  });
}

/** The evidence goes with a variable that was given another name. */
function renamedGuesses({ codebook: before, guesses }: ImportRow, after: Codebook): ImportRow['guesses'] {
  const were = new Map(before?.variables.map(({ column, name }) => [column, name]));
  const renamed = new Map(after.variables.map(({ column, name }) => [were.get(column) ?? name, name]));
  return guesses.map((guess) =>
    guess.variable === null ? guess : { ...guess, variable: renamed.get(guess.variable) ?? guess.variable },
  );
}

/** Says of words that were carried over from an earlier codebook that they are right as they stand. */
export async function confirmCarried(
  tx: Tx,
  organizationId: string,
  id: string,
  right: readonly CarriedText[],
): Promise<void> {
  const row = await openImport(tx, organizationId, id);
  const carried = row.carried.filter((text) => !right.includes(text));
  await updateImport(tx, organizationId, id, { carried: JSON.stringify(carried) });
}

/** Fills the choices in from an earlier codebook, over what the file itself suggests. */
export async function reuseInto(
  tx: Tx,
  engine: Engine,
  organizationId: string,
  id: string,
  given: { readonly revision: number; readonly codebook: unknown; readonly basedOn: string | null },
): Promise<void> {
  const row = await openImport(tx, organizationId, id);
  const last = readCodebookOf(given.codebook);
  const files = importFiles(engine, organizationId, id);
  const profile = await readProfile(files);
  const nesting = await nestingOfStaged(engine, stagedOf(row, files), profile);
  const proposal = proposeCodebook({
    title: row.codebook?.title ?? last.title,
    source: row.codebook?.source ?? null,
    profile,
    nesting,
  });
  const filled = reuseCodebook(last, proposal);
  await writeChoices(tx, row, given.revision, {
    codebook: JSON.stringify(filled.codebook),
    guesses: JSON.stringify(filled.guesses),
    differences: JSON.stringify(filled.differences),
    carried: JSON.stringify(filled.carried),
    based_on: given.basedOn,
  });
}

/** An import whose choices are still open. */
export async function openImport(tx: Tx, organizationId: string, id: string): Promise<ImportRow> {
  const row = await findImport(tx, organizationId, id);
  if (row.state === 'saved') datasetsProblems.raise('import-saved-already', { file: row.file_name });
  if (row.state !== 'ready') datasetsProblems.raise('import-not-read', { file: row.file_name });
  return row;
}

/** The staged table of an import that was read. */
export function stagedOf(row: ImportRow, files: ImportFiles): StagedTable {
  if (!row.reading) return datasetsProblems.raise('import-not-read', { file: row.file_name });
  return { path: files.staged, ...row.reading };
}

function readCodebookOf(value: unknown): Codebook {
  const read = parseCodebook(value);
  if (read.ok) return read.value;
  const [first] = read.reasons;
  return datasetsProblems.raise('codebook-refused', {
    count: read.reasons.length,
    firstEn: first?.title.en ?? '',
    firstFr: first?.title.fr ?? '',
  });
}

async function writeChoices(
  tx: Tx,
  row: ImportRow,
  revision: number,
  change: Parameters<typeof updateImport>[3],
): Promise<void> {
  const saved = await updateImport(tx, row.organization_id, row.id, { ...change, revision: revision + 1 }, revision);
  if (!saved) datasetsProblems.raise('import-moved-on', { present: row.revision, yours: revision });
}
