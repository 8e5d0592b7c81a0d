import { ProblemError } from '@common-measure/kernel';
import type { Engine } from '@common-measure/platform/analytics';
import type { Database, Scope } from '@common-measure/platform/database';
import { httpProblems, recordEvent } from '@common-measure/platform/http';
import { findMaking, updateMaking } from './making-store.ts';
import type { MakingProgress, MeasureDataset } from './measurements.ts';
import { makeEdition } from './report-acts.ts';

export interface MakingPlace {
  readonly database: Database;
  /** Asked for only when something is measured with it. */
  readonly engine: () => Engine;
  readonly scope: Scope & { readonly organizationId: string };
  readonly makingId: string;
}

/** Editions under way in this process, and the end of the queue: one is made at a time. */
const underWay = new Map<string, Promise<void>>();
let queue: Promise<void> = Promise.resolve();

/** Starts making an edition, or goes on with one that a stopped server left; returns at once, what it gives settles at the end. */
export function startMaking(measure: MeasureDataset, place: MakingPlace): Promise<void> {
  const running = underWay.get(place.makingId);
  if (running) return running;
  const done = queue.then(() => make(measure, place)).finally(() => underWay.delete(place.makingId));
  underWay.set(place.makingId, done);
  queue = done;
  return done;
}

/** Makes the edition that was ordered; a failure is written down with its remedy, and nothing else of it is kept. */
async function make(measure: MeasureDataset, place: MakingPlace): Promise<void> {
  const { database, scope, makingId, engine } = place;
  const { organizationId } = scope;
  const transact = <Value>(act: Parameters<typeof database.transact<Value>>[1]) => database.transact(scope, act);
  try {
    const row = await transact((tx) => findMaking(tx, organizationId, makingId));
    if (row.state !== 'working') return;
    const made = await makeEdition(
      measure,
      {
        transact,
        tell: progressOf(place),
        organizationId,
        get analytics() {
          return engine();
        },
      },
      {
        reportId: row.report_id,
        datasetId: row.dataset_id,
        title: { en: row.title_en, fr: row.title_fr },
        wanted: row.wanted,
        accountId: row.created_by,
        now: new Date(),
      },
    );
    await transact(async (tx) => {
      await updateMaking(tx, organizationId, makingId, { state: 'done', report_id: made.reportId });
      await recordEvent(tx, {
        name: row.report_id === null ? 'report.created' : 'edition.made',
        accountId: row.created_by,
        organizationId,
        entity: `report:${made.reportId}`,
        details: { dataset: row.dataset_id, edition: made.number, audience: row.wanted.audience },
      });
    });
  } catch (error) {
    const known = error instanceof ProblemError ? error.problem : null;
    if (known === null) console.error(`${new Date().toISOString()} report ${makingId}`, error);
    const problem = known ?? httpProblems.make('unexpected-failure', { reference: makingId });
    const failed = { state: 'failed' as const, problem: JSON.stringify(problem) };
    await transact((tx) => updateMaking(tx, organizationId, makingId, failed)).catch(() => undefined);
  }
}

/** Writes the progress down about twice a second, so that it can be asked for from anywhere; each step is told. */
function progressOf({ database, scope, makingId }: MakingPlace): (progress: MakingProgress) => void {
  let told = 0;
  let before: MakingProgress['step'] | null = null;
  return ({ step, done, of }) => {
    if (step === before && done < of && Date.now() - told < 500) return;
    told = Date.now();
    before = step;
    database
      .transact(scope, (tx) => updateMaking(tx, scope.organizationId, makingId, { step, done, parts: of }))
      .catch(() => undefined);
  };
}
