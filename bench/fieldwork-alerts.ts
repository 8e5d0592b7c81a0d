import { keepWatching } from '@common-measure/modules/collection/server';
import { callOver, type Database, transactOver, withOwnerConnection } from '@common-measure/platform/database';
import type { RunningServer } from '@common-measure/platform/testing';
import { type BenchWave, fewMoreToday, postgresOf } from './fieldwork-wave.ts';
import type { Analyst } from './platform.ts';
import { processorTime, shareOfEach } from './processor-time.ts';

/** One round of the clock over a wave that a rule watches: the first, which counts the month once, and those after more have answered. */
export async function measureAlerts(server: RunningServer, person: Analyst, wave: BenchWave): Promise<void> {
  const rule = { question: 'overall_satisfaction', codes: ['1'], atLeast: 10, days: 31 };
  await person.send('POST', `/api/surveys/${wave.surveyId}/alert-rules`, rule);
  const { postmaster } = postgresOf(server);
  await withOwnerConnection({ dataFolder: server.dataFolder }, async (client) => {
    const database: Database = {
      transact: (scope, work) => transactOver(client, scope, work),
      callOnce: (scope, name, given) => callOver(client, scope, name, given),
      withOwner: (work) => work(client),
      state: { answers: true, clockAheadSeconds: null },
      close: async () => undefined,
    };
    for (const which of ['first', 'second', 'third']) {
      const before = processorTime(server.pid, postmaster);
      const started = performance.now();
      await keepWatching(database).stop();
      const ms = (performance.now() - started).toFixed(0);
      console.log(`look for alerts, the ${which}: ${ms} ms`);
      console.log(`  ${shareOfEach(before, processorTime(server.pid, postmaster), 1)}`);
      await fewMoreToday(server, wave.waveId);
    }
  });
}
