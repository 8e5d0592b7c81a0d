import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Arrivals {
  readonly sent: number;
  readonly accepted: number;
  /** From the moment at which each was due to its receipt, in milliseconds: what waits behind others has waited, too. */
  readonly took: readonly number[];
  /** Replies other than a receipt, and how often; requests without a reply among them. */
  readonly others: ReadonlyMap<string, number>;
  /** The most that were under way at once. */
  readonly mostUnderWay: number;
}

export interface ArrivalPlan {
  readonly port: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** The request of the arrival with that number. */
  next(number: number): { readonly path: string; readonly body: string };
}

/**
 * Sends at fixed moments, however long the replies take, as people do who do not know of each other: each over a connection and from an
 * address of her own.
 */
export async function arrive(plan: ArrivalPlan): Promise<Arrivals> {
  const [took, others]: [number[], Map<string, number>] = [[], new Map()];
  const sent = plan.perSecond * plan.seconds;
  let underWay = 0;
  let mostUnderWay = 0;
  const started = performance.now();
  const all = Array.from({ length: sent }, async (_, number) => {
    const due = started + (1000 * number) / plan.perSecond;
    await pause(Math.max(0, due - performance.now()));
    mostUnderWay = Math.max(mostUnderWay, ++underWay);
    const outcome = await put(plan, number).catch((error: Error) => error.message);
    underWay -= 1;
    if (outcome === 200) took.push(performance.now() - due);
    else others.set(String(outcome), (others.get(String(outcome)) ?? 0) + 1);
  });
  await Promise.all(all);
  return { sent, accepted: took.length, took, others, mostUnderWay };
}

function put(plan: ArrivalPlan, number: number): Promise<number> {
  const { path, body } = plan.next(number);
  const localAddress = `127.${2 + (Math.floor(number / 62_500) % 250)}.${Math.floor(number / 250) % 250}.${1 + (number % 250)}`;
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port: plan.port, localAddress, agent: false, timeout: 60_000 };
    const sending = request({ ...to, method: 'PUT', path, headers }, (reply) => {
      reply.resume();
      reply.on('error', reject);
      reply.on('end', () => resolve(reply.statusCode ?? 0));
    });
    sending.on('timeout', () => sending.destroy(new Error('no reply within a minute')));
    sending.on('error', reject);
    sending.end(body);
  });
}
