import type { Database } from '@common-measure/platform/database';
import { closeDueWaves } from './closing-rule.ts';
import { raiseDueAlerts } from './raise-alerts.ts';

const everyMs = 10_000;
/** How many rounds pass between two looks at the alerts: a minute. */
const roundsBetweenAlerts = 6;

/**
 * Closes waves that are due and raises alerts, by itself, until stopped; a failure is logged and tried again. While the clock is not
 * trusted nothing is done: a clock that is a year ahead would close every survey.
 */
export function keepWatching(
  database: Database,
  isClockTrusted: () => boolean = () => true,
): { stop(): Promise<void> } {
  let round = 0;
  let running: Promise<unknown> = Promise.resolve();
  let isRunning = false;
  const work = async () => {
    try {
      await closeDueWaves(database, new Date());
    } finally {
      if (round++ % roundsBetweenAlerts === 0) await raiseDueAlerts(database, new Date());
    }
  };
  const watch = () => {
    if (isRunning || !isClockTrusted()) return;
    isRunning = true;
    running = work()
      .catch((error: unknown) => console.error(`${new Date().toISOString()} fieldwork`, error))
      .finally(() => {
        isRunning = false;
      });
  };
  watch();
  const timer = setInterval(watch, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
