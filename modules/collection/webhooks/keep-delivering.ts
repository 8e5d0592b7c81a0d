import type { Database } from '@common-measure/platform/database';
import { announceAdvances } from './announce.ts';
import { type DeliveryOptions, deliverDue, forgetOld } from './deliver.ts';
import { sealSecrets } from './seal-secrets.ts';
import { secretKeys } from './secret-keys.ts';

const everyMs = 5000;
/** How many rounds pass between two looks at how far collection has come: a minute. */
const roundsBetweenCounts = 12;

/** How many rounds pass between two looks at the age of the key: a day. */
const roundsBetweenKeys = 17_280;

/**
 * Keeps the keys of the secrets in `keyFolder`, delivers what is due, announces how far collection has come, and forgets old deliveries
 * while `mayErase`, until stopped; a failure is logged and tried again.
 */
export function keepDelivering(
  database: Database,
  keyFolder: string,
  options: DeliveryOptions,
  mayErase: () => boolean,
): { stop(): Promise<void> } {
  const keys = secretKeys.keepIn(database, keyFolder);
  let round = 0;
  let running: Promise<unknown> = Promise.resolve();
  let isRunning = false;
  const work = async () => {
    if (round % roundsBetweenKeys === 0) await sealSecrets(database, keys, new Date());
    if (round++ % roundsBetweenCounts === 0) {
      await announceAdvances(database);
      if (mayErase()) await forgetOld(database, new Date());
    }
    while ((await deliverDue(database, options, new Date())) > 0);
  };
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    running = work()
      .catch((error: unknown) => console.error(`${new Date().toISOString()} webhooks`, error))
      .finally(() => {
        isRunning = false;
      });
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
