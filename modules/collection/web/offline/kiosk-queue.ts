import { questionsOf } from '@common-measure/instrument';
import { countQueue, type DeviceStanding, type KeptDevice, type QueuedVisit, type VisitEnd } from './kept-device.ts';
import { allKept, forget, keep, kept } from './kept-store.ts';
import type { KeptSurvey, KeptVisit } from './kept-visit.ts';
import { fields, post } from './server-calls.ts';

/** Longest wait for the server to say how a device stands, in milliseconds. */
const patience = 8_000;

/** Ends a visit on a tablet: what it leaves waits under its own key, and the device is free for the next person. */
export async function endVisit(device: KeptDevice, visit: KeptVisit, end: VisitEnd): Promise<void> {
  const { token, key, locale, hidden, draft } = visit;
  const queued = {
    token,
    visit: { token, key, locale, hidden, draft },
    end,
    state: 'waiting',
    isSaved: false,
  } as const;
  await keep('queue', key, queued satisfies QueuedVisit);
  await forget('visit', token);
  await keepDevice(device.token, { mustForget: true });
}

/** What waits on a device, in the order of the random keys: nothing tells who came before whom. */
export async function queueOf(token: string): Promise<readonly QueuedVisit[]> {
  return (await allKept<QueuedVisit>('queue')).filter((one) => one.token === token);
}

export async function keepDevice(token: string, changes: Partial<KeptDevice>): Promise<KeptDevice | undefined> {
  const device = await kept<KeptDevice>('device', token);
  if (device === undefined) return undefined;
  const after = { ...device, ...changes };
  await keep('device', token, after);
  return after;
}

/**
 * Brings the server what waits, each under its own id, so that bringing it twice counts once. What it does not take stays. Gives the
 * device as the server says it stands, or null where it cannot be reached.
 */
export async function bringQueue(token: string): Promise<KeptDevice | null> {
  const survey = await kept<KeptSurvey>('survey', token);
  const device = await inContact(token);
  if (!survey || !device) return null;
  if (device.standing === 'revoked' || device.standing === 'paused') return device;
  const queue = await queueOf(token);
  for (const queued of queue) if (!(await bring(survey, device, queued))) return null;
  return queue.length === 0 ? device : inContact(token);
}

/** False where the server cannot be reached after all. */
async function bring(survey: KeptSurvey, device: KeptDevice, queued: QueuedVisit): Promise<boolean> {
  const { visit, end } = queued;
  const form = fields(
    questionsOf(survey.instrument).map(({ code }) => code),
    visit.draft?.entries ?? {},
  );
  const path = end === 'send' ? '/send' : '/kiosk/reset';
  const act = end === 'send' ? {} : { do: end };
  try {
    // The way is that of today: a new key for this device brings what waited under the old one.
    const carried = { ...visit, hidden: { ...visit.hidden, way: device.way } };
    const { status } = await post(carried, path, { ...form, ...act }, 'omit');
    // With other content under the same id, the server has kept both.
    if (status === 200 || status === 0 || status === 409) await forget('queue', visit.key);
    else if (status !== 403)
      await keep('queue', visit.key, { ...queued, state: status === 410 || status === 404 ? 'late' : 'refused' });
    return true;
  } catch {
    return false;
  }
}

/** Tells the server how many answers wait, and learns how the device stands. */
async function inContact(token: string): Promise<KeptDevice | null> {
  const device = await kept<KeptDevice>('device', token);
  if (!device || !navigator.onLine) return null;
  const { waiting, notTaken } = countQueue(await queueOf(token));
  const body = new URLSearchParams({ way: device.way, waiting: String(waiting), notTaken: String(notTaken) });
  try {
    const signal = AbortSignal.timeout(patience);
    const reply = await fetch(`/s/${token}/kiosk/contact`, { method: 'POST', body, signal, credentials: 'omit' });
    if (!reply.ok) return null;
    const { standing }: { standing: DeviceStanding } = await reply.json();
    return (await keepDevice(token, { standing, contactAt: Date.now() })) ?? null;
  } catch {
    return null;
  }
}

/** Takes the key of somebody who is gone out of the server's cookie; false where the server cannot be reached. */
export async function forgetKeyOfGone(device: KeptDevice, locale: string): Promise<boolean> {
  try {
    const nobody = 'A'.repeat(43);
    await post({ token: device.token, key: nobody, locale, hidden: { way: device.way } }, '', { do: 'leave' });
    await keepDevice(device.token, { mustForget: false });
    return true;
  } catch {
    return false;
  }
}
