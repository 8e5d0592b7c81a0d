import { type PostedForm, takeEntries } from '@common-measure/instrument';
import { kioskScreenPath, kioskScriptPath } from '../../ways-in/kiosk-tag.ts';
import { countQueue, type KeptDevice } from './kept-device.ts';
import { allKept, forget, forgetTyped, keep, kept } from './kept-store.ts';
import { isUnsent, type KeptSurvey, type KeptVisit } from './kept-visit.ts';
import { bringQueue, queueOf } from './kiosk-queue.ts';
import { answerOnDevice } from './kiosk-visit.ts';
import { answerLocally, aside } from './local-answer.ts';
import { askServer, bringToServer, fromServer } from './server-calls.ts';
import type { ToldVisit } from './told-visit.ts';
import { followVisit, formOf, grouped, isTurnedAway, newVisit, ofKey, pageOf } from './visit-at-hand.ts';
import type { ToPage, ToWorker } from './worker-message.ts';
import { isLasting, isRequest, type WorkerClients, type WorkerRegistration } from './worker-scope.ts';

declare const clients: WorkerClients;
declare const registration: WorkerRegistration;
declare function skipWaiting(): Promise<void>;

const scripts = 'common-measure-respondent';

addEventListener('install', (event) => isLasting(event) && event.waitUntil(skipWaiting()));
addEventListener('activate', (event) => isLasting(event) && event.waitUntil(clients.claim()));
addEventListener('sync', (event) => isLasting(event) && event.waitUntil(bringAll(true)));
addEventListener('message', (event) => {
  if (isLasting(event)) event.waitUntil(take((event as MessageEvent<ToWorker>).data).catch(() => {}));
});
addEventListener('fetch', (event) => {
  if (!isRequest(event)) return;
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (pathname === kioskScriptPath || pathname === kioskScreenPath) event.respondWith(freshFile(request));
  else if (pathname === '/s/page.js' || pathname.startsWith('/s/logo/')) event.respondWith(keptFile(request));
  else if (request.mode === 'navigate' && /^\/s\/[^/.]+(\/|$)/.test(pathname)) event.respondWith(answer(request));
});

/** One visit after the other: two tabs, or a page and the network's return, never act on the same one at once. */
const alone = <T>(token: string, act: () => Promise<T>): Promise<T> => navigator.locks.request(`cm ${token}`, act);

/** The server's page where there is a server; else the same page made here. */
async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const token = url.pathname.split('/')[2] ?? '';
  const survey = await kept<KeptSurvey>('survey', token).catch(() => undefined);
  if (survey === undefined) return fetch(request);
  return alone(token, async () => {
    const device = await kept<KeptDevice>('device', token);
    if (device) return answerOnDevice(survey, device, request, registration);
    const form = request.method === 'POST' ? formOf(await request.clone().text()) : null;
    const before = await kept<KeptVisit>('visit', token);
    if (before && isOthers(before, url, form)) {
      const reply = await fromServer(request).catch(() => null);
      return reply ?? pageOf(survey, aside(survey, before, 'needs-network'));
    }
    const isElsewhere = /\/(withdraw|contact)$/.test(url.pathname);
    // What opens beside a receipt leaves it where it is.
    const isLeft = before && !isElsewhere && isSeenAndLeft(before, request);
    const visit = isLeft ? await forgotten(before) : await brought(survey, before);
    if (visit === undefined || isElsewhere || (visit.state === 'answering' && !isUnsent(visit))) {
      const reply = await fromServer(request).catch(() => null);
      if (reply && form && !isElsewhere) await follow(survey, visit, form, url.pathname, reply).catch(() => {});
      if (reply && isTurnedAway(url)) await forget('visit', token);
      if (reply) return reply;
    }
    return local(survey, visit ?? newVisit(survey), url, form);
  });
}

async function local(survey: KeptSurvey, visit: KeptVisit, url: URL, form: PostedForm | null): Promise<Response> {
  const request = { path: url.pathname, query: new Map(url.searchParams), form };
  const outcome = answerLocally(survey, visit, await ofKey(survey, visit), request);
  await keep('visit', visit.token, outcome.visit);
  if (outcome.visit.state === 'cleared') await clearDevice(outcome.visit);
  if (outcome.visit.state === 'waiting') await registration.sync?.register('send').catch(() => {});
  if (outcome.page === null) return Response.redirect(new URL(outcome.goTo, url).href, 303);
  return pageOf(survey, outcome.page);
}

/** Somebody else than the person whose answers are kept: she comes by a link of her own, or her page has another key. */
function isOthers(visit: KeptVisit, url: URL, form: PostedForm | null): boolean {
  const way = url.searchParams.get('w');
  const key = form?.key?.at(-1);
  return (way !== null && way !== visit.hidden.way) || (key !== undefined && key !== visit.key);
}

/** What a page that the server took leads to, so that the device knows the same when the network goes away. */
async function follow(
  survey: KeptSurvey,
  visit: KeptVisit | undefined,
  form: PostedForm,
  path: string,
  reply: Response,
): Promise<void> {
  const act = form.do?.at(-1);
  if (act === 'finish' || act === 'leave') return clearDevice(survey, false);
  await followVisit(survey, visit, form, path, reply);
}

/** The visit after the server was told what it lacks; as it was where there is no network. */
async function brought(survey: KeptSurvey, visit: KeptVisit | undefined): Promise<KeptVisit | undefined> {
  if (visit === undefined || !isUnsent(visit) || !navigator.onLine) return visit;
  const after = await bringToServer(survey, visit);
  if (after === 'away') return visit;
  if (after.state === 'cleared') {
    await clearDevice(after, false);
    return undefined;
  }
  await keep('visit', visit.token, after);
  if (after.state === 'sent') await forgetTyped(visit.token);
  return after;
}

async function bringAll(mustSucceed: boolean): Promise<void> {
  for (const { token } of await allKept<KeptDevice>('device')) {
    await bringAndTell(token);
    const left = (await queueOf(token)).filter(({ state }) => state === 'waiting');
    const standing = (await kept<KeptDevice>('device', token))?.standing;
    if (mustSucceed && left.length > 0 && standing !== 'revoked') throw new Error('not sent yet');
  }
  for (const before of await allKept<KeptVisit>('visit')) {
    const { token } = before;
    const survey = await kept<KeptSurvey>('survey', token);
    const after = survey && (await alone(token, async () => brought(survey, await kept<KeptVisit>('visit', token))));
    if (after && before.state === 'waiting' && after.state !== 'waiting')
      await tellPages({ kind: 'brought', token, state: after.state });
    if (after && isUnsent(after) && mustSucceed) throw new Error('not sent yet');
  }
}

/** Brings the server what waits on a tablet, and tells its screen what is left. */
async function bringAndTell(token: string): Promise<void> {
  await alone(token, () => bringQueue(token));
  await tellQueue(token);
}

/** Tells the screen of a tablet how many answers wait. */
async function tellQueue(token: string): Promise<void> {
  const standing = (await kept<KeptDevice>('device', token))?.standing ?? 'unknown';
  const { waiting, notTaken } = countQueue(await queueOf(token));
  await tellPages({ kind: 'queue', token, waiting, notTaken, standing });
}

async function tellPages(message: ToPage): Promise<void> {
  for (const page of await clients.matchAll({ type: 'window', includeUncontrolled: true })) page.postMessage(message);
}

async function take(message: ToWorker): Promise<void> {
  if (message.kind === 'online') return bringAll(false);
  if (message.kind === 'device') {
    return message.contacts ? bringAndTell(message.token) : tellQueue(message.token);
  }
  if (message.kind === 'saved') return alone(message.token, () => takeSaved(message.token, grouped(message.fields)));
  const { token, key, isFresh } = message;
  const survey = await kept<KeptSurvey>('survey', token);
  const visit = await kept<KeptVisit>('visit', token);
  if (survey && visit && (visit.isLocal || isUnsent(visit) || (!isFresh && visit.key === key))) return;
  // Nobody waits for this answer: a page that is asked for meanwhile goes first, and what it brings about counts.
  const told = await askServer(token, survey?.version ?? '');
  if (told === null) return;
  await alone(token, async () => {
    if (told.survey) await keep('survey', token, told.survey);
    const now = await kept<KeptVisit>('visit', token);
    await keepKiosk(token, told);
    const state = { token, changed: [], discarded: false, state: 'answering' } as const;
    if (JSON.stringify(now) === JSON.stringify(visit) && !(now && isUnsent(now)))
      await keep('visit', token, { ...state, ...told.visit });
  });
  // A device that the server knows, perhaps by a new key: what waits on it can go.
  if (told.kiosk && (await queueOf(token)).length > 0) await bringAndTell(token);
  const known = told.survey ?? survey;
  const own = told.kiosk ? [kioskScriptPath, kioskScreenPath] : [known?.script?.src];
  const files = [...own, known?.logo?.en.src, known?.logo?.fr.src].filter((src) => src !== undefined);
  if (files.length > 0) await (await caches.open(scripts)).addAll([...new Set(files)]);
}

/** What a tablet knows of itself; what it kept besides stays. */
async function keepKiosk(token: string, { kiosk, visit }: ToldVisit): Promise<void> {
  // Whoever took its key has not taken what waits on it, nor made it somebody's browser: the staff clears it, or opens a new address.
  if (!kiosk) return;
  const fresh = { contactAt: null, mustForget: false, wrongCodes: 0, lockedUntil: 0 } as const;
  const before = await kept<KeptDevice>('device', token);
  const { id, name, idleSeconds, shell, welcome } = kiosk;
  const own = { token, id, name, idleSeconds, shell, welcome, way: visit.hidden.way ?? '', standing: 'open' } as const;
  await keep('device', token, { ...fresh, ...before, ...own } satisfies KeptDevice);
}

/** What the server has saved of a page that is being filled in, the device has too. */
async function takeSaved(token: string, form: PostedForm): Promise<void> {
  const survey = await kept<KeptSurvey>('survey', token);
  const visit = await kept<KeptVisit>('visit', token);
  if (!survey || !visit || visit.draft === null || visit.state !== 'answering') return;
  const shown = (form.shown?.at(-1) ?? '').split(' ').filter(Boolean);
  const entries = takeEntries(survey.instrument, visit.draft.entries, shown, form);
  await keep('visit', token, { ...visit, draft: { ...visit.draft, entries } });
}

/** The receipt was shown, and something else is asked for now: a reload of it shows it again, the next person does not see it. */
function isSeenAndLeft(visit: KeptVisit, request: Request): boolean {
  return visit.state === 'sent' && visit.isSeen === true && request.method === 'GET' && request.cache !== 'no-cache';
}

async function forgotten({ token }: KeptVisit): Promise<undefined> {
  await forget('visit', token);
}

/** Erases all of a survey from this device. What the server's cookie and draft still hold goes with the next connection. */
async function clearDevice({ token }: Pick<KeptVisit, 'token'>, isLater = true): Promise<void> {
  await forgetTyped(token);
  if (isLater) return;
  await forget('visit', token);
  await forget('survey', token);
  await caches.delete(scripts);
}

/** The scripts of a tablet: as they are now where there is a network. */
async function freshFile(request: Request): Promise<Response> {
  const known = await caches.match(request);
  return known ? fetch(request).catch(() => known) : fetch(request);
}

/** The script and the logo of the pages, each under an address at which it never changes. */
async function keptFile(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
