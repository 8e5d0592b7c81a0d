import { createHash } from 'node:crypto';
import { type Codebook, encodeDataset, type Table } from '@common-measure/dataset';
import { policyFor } from '@common-measure/disclosure';
import { type AnalysisResult, measureColumns, planRequest } from '@common-measure/estimate';
import { type DriverTable, explainPriorities, keyDrivers, type MissingTreatment } from '@common-measure/insight';
import { createRandomGenerator } from '@common-measure/survey-statistics';

/** Replicates behind the intervals, and the most items whose shares are computed exactly in reasonable time. */
const replicates = 300;
const mostItems = 18;

/**
 * The key drivers of the overall item with their R script, or null where the codebook names none or they may not be shown. Correlations from different
 * people that contradict each other are replaced by those of people who answered everything.
 */
export function driversOfFile(
  table: Table,
  codebook: Codebook,
  { audience, provenance, design }: AnalysisResult,
  fileName: string,
): { readonly table: DriverTable; readonly script: string } | null {
  const { overall, drivers } = codebook.roles;
  const items = drivers.filter((name) => {
    const variable = codebook.variables.find((one) => one.name === name);
    return variable?.kind === 'rating' && variable.access === 'open' && variable.decided;
  });
  if (overall === null || items.length < 2 || items.length > mostItems) return null;
  const planned = planRequest(
    { audience, estimates: [{ statistic: 'score', variables: [overall, ...items] }] },
    codebook,
  );
  const dataset = encodeDataset(table, codebook);
  if (!planned.ok || !dataset.ok) return null;
  const read = measureColumns(planned.value, dataset.value);
  if (!read.ok) return null;
  const [outcome, ...columns] = read.value.columns.map(({ measure, values }) => ({
    label: measure.variable.name,
    values,
  }));
  if (outcome === undefined) return null;
  const seed = Number.parseInt(
    createHash('sha256').update(JSON.stringify(provenance.inputs)).digest('hex').slice(0, 8),
    16,
  );
  const measured = (missing: MissingTreatment) =>
    keyDrivers({
      design: read.value.design,
      samplingClass: codebook.design.samplingClass,
      outcome,
      items: columns,
      missing,
      replicates,
      random: createRandomGenerator(seed),
      audience,
      threshold: policyFor(audience).threshold,
      provenance,
    });
  const pairwise = measured('pairwise');
  const found =
    pairwise.status === 'withheld' && pairwise.reason === 'not-positive-definite' ? measured('listwise') : pairwise;
  if (found.status !== 'shown') return null;
  const { script } = explainPriorities({ plan: planned.value, codebook, fileName, table: found, seed, design });
  return { table: found, script };
}
