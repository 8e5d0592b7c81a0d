import type { Database } from '@common-measure/platform/database';
import { eraseOverdueContacts } from './contact-store.ts';

const hourMs = 60 * 60 * 1000;

/**
 * Erases requests to be contacted whose days are over, now and then every hour while `mayErase`, until stopped; a failure is logged and
 * tried again.
 */
export function keepErasingContacts(database: Database, mayErase: () => boolean): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const erase = () => {
    if (!mayErase()) return;
    running = eraseOverdueContacts(database, new Date()).catch((error: unknown) =>
      console.error(`${new Date().toISOString()} contact requests`, error),
    );
  };
  erase();
  const timer = setInterval(erase, hourMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
