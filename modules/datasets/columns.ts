import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { applyCodebook, type Codebook, type CodebookProblem, designNotices, writeCsv } from '@common-measure/dataset';
import {
  designFactsOf,
  type Engine,
  profileStaged,
  type Segment,
  type StagedTable,
  stageCsv,
  writeSegment,
} from '@common-measure/platform/analytics';
import { segmentPath } from './files.ts';
import { datasetsProblems } from './problems.ts';

/** Rows in memory with the codebook they go by. */
export interface CodedRows {
  readonly codebook: Codebook;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Writes a staged table as the columns of a dataset. */
export async function writeColumns(
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

/** Writes rows in memory as the columns of a dataset, through the same reading as a file; refused where they do not fit. */
export async function writeRows(
  engine: Engine,
  given: CodedRows,
  organizationId: string,
  datasetId: string,
  name: string,
): Promise<Segment> {
  const target = join(engine.directory, segmentPath(organizationId, datasetId, name));
  const source = `${target}.csv`;
  const staging = `${target}.staged`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(source, csvOf(given));
    const staged = await stageCsv(engine, source, staging, { delimiter: ',' });
    if (!staged.ok) throw new Error(staged.reasons.map((reason) => reason.title.en).join(' '));
    refuseFaults(applyCodebook(given.codebook, await profileStaged(engine, staged.value)));
    return await writeColumns(engine, staged.value, given.codebook, organizationId, datasetId, name);
  } finally {
    await rm(source, { force: true });
    await rm(staging, { force: true });
  }
}

/** Rows of a file that are written before others have their turn. */
const portion = 5000;

function* csvOf({ headers, rows }: CodedRows): Generator<string> {
  yield writeCsv([headers]);
  for (let from = 0; from < rows.length; from += portion) yield writeCsv(rows.slice(from, from + portion));
}

/** Ends the request where a fault stands. */
export function refuseFaults(findings: readonly CodebookProblem[]): void {
  const faults = findings.filter((finding) => finding.severity === 'fault');
  const [first] = faults;
  // Many codes of one column are one thing to settle.
  const things = new Set(faults.map(({ code, details, title }) => `${code} ${details.column ?? title.en}`));
  if (first)
    datasetsProblems.raise('dataset-not-fitting', {
      count: things.size,
      firstEn: first.title.en,
      firstFr: first.title.fr,
    });
}

/** What one should know of the design of saved columns. */
export async function describedDesign(
  engine: Engine,
  paths: readonly string[],
  codebook: Codebook,
  stratumLabels: readonly string[],
): Promise<readonly CodebookProblem[]> {
  return designNotices(codebook.design, await designFactsOf(engine, paths, codebook, stratumLabels));
}
