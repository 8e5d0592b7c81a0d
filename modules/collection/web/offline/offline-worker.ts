import { nextStep, type PostedForm, takeEntries } from '@common-measure/instrument';
import { allKept, forget, forgetTyped, keep, kept } from './kept-store.ts';
import { isUnsent, type KeptSurvey, type KeptVisit } from './kept-visit.ts';
import { allotmentOf, newAnswerKey, receiptOf, resumeCodeOf, withdrawalCodeOf } from './key-derivation.ts';
import { answerLocally, aside, type OfKey, postedPage } from './local-answer.ts';
import { askServer, bringToServer, fromServer } from './server-calls.ts';
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
  if (pathname === '/s/page.js' || pathname.startsWith('/s/logo/')) event.respondWith(keptFile(request));
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
    const form = request.method === 'POST' ? formOf(await request.clone().text()) : null;
    const before = await kept<KeptVisit>('visit', token);
    if (before && isOthers(before, url, form)) {
      const reply = await fromServer(request).catch(() => null);
      return reply ?? pageOf(survey, aside(survey, before, 'needs-network'));
    }
    const isElsewhere = /\/(withdraw|contact)$/.test(url.pathname);
    const visit = before && isSeenAndLeft(before, request) ? await forgotten(before) : await brought(survey, before);
    if (visit === undefined || isElsewhere || (visit.state === 'answering' && !isUnsent(visit))) {
      const reply = await fromServer(request).catch(() => null);
      if (reply && form && !isElsewhere) await follow(survey, visit, form, url.pathname, reply).catch(() => {});
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

function pageOf({ policy }: KeptSurvey, html: string): Response {
  const type = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(html, { headers: { ...type, 'content-security-policy': policy } });
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
  if (visit === undefined || visit.key !== form.key?.at(-1)) return void forget('visit', survey.token);
  const base = `/s/${survey.token}`;
  const { allotment } = await ofKey(survey, visit);
  const move = nextStep(survey.instrument, { draft: visit.draft, allotment }, postedPage(base, path), form);
  const isKept = reply.type === 'opaqueredirect' || (reply.ok && move.stays);
  if (reply.ok && !move.stays) await forget('visit', survey.token);
  else if (isKept)
    await keep('visit', survey.token, { ...visit, draft: move.draft, locale: languageOf(survey, visit, form) });
}

function languageOf({ instrument }: KeptSurvey, visit: KeptVisit, form: PostedForm): string {
  const asked = [form.do?.at(-1), form.lang?.at(-1)];
  return asked.find((one) => one !== undefined && instrument.languages.includes(one)) ?? visit.locale;
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
  for (const before of await allKept<KeptVisit>('visit')) {
    const { token } = before;
    const survey = await kept<KeptSurvey>('survey', token);
    const after = survey && (await alone(token, async () => brought(survey, await kept<KeptVisit>('visit', token))));
    if (after && before.state === 'waiting' && after.state !== 'waiting')
      await tellPages({ kind: 'brought', token, state: after.state });
    if (after && isUnsent(after) && mustSucceed) throw new Error('not sent yet');
  }
}

async function tellPages(message: ToPage): Promise<void> {
  for (const page of await clients.matchAll({ type: 'window', includeUncontrolled: true })) page.postMessage(message);
}

async function take(message: ToWorker): Promise<void> {
  if (message.kind === 'online') return bringAll(false);
  if (message.kind === 'saved') return alone(message.token, () => takeSaved(message.token, grouped(message.fields)));
  const { token, key, isFresh } = message;
  const survey = await kept<KeptSurvey>('survey', token);
  const visit = await kept<KeptVisit>('visit', token);
  if (survey && visit && (isUnsent(visit) || (!isFresh && visit.key === key))) return;
  // Nobody waits for this answer: a page that is asked for meanwhile goes first, and what it brings about counts.
  const told = await askServer(token, survey?.version ?? '');
  if (told === null) return;
  await alone(token, async () => {
    if (told.survey) await keep('survey', token, told.survey);
    const now = await kept<KeptVisit>('visit', token);
    const state = { token, changed: [], discarded: false, state: 'answering' } as const;
    if (JSON.stringify(now) === JSON.stringify(visit) && !(now && isUnsent(now)))
      await keep('visit', token, { ...state, ...told.visit });
  });
  const known = told.survey ?? survey;
  const files = [known?.script?.src, known?.logo?.en.src, known?.logo?.fr.src].filter((src) => src !== undefined);
  if (files.length > 0) await (await caches.open(scripts)).addAll([...new Set(files)]);
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

function newVisit(survey: KeptSurvey): KeptVisit {
  const locale = navigator.languages
    .map((language) => language.slice(0, 2))
    .find((language) => survey.instrument.languages.includes(language));
  const key = newAnswerKey();
  return {
    token: survey.token,
    key,
    locale: locale ?? survey.instrument.languages[0] ?? 'en',
    hidden: { key },
    draft: null,
    changed: [],
    discarded: false,
    state: 'answering',
  };
}

async function ofKey(survey: KeptSurvey, { key, given }: KeptVisit): Promise<OfKey> {
  const [allotment, receipt, withdrawalCode, resumeCode] = await Promise.all([
    allotmentOf(survey.instrument, key, given),
    receiptOf(key),
    withdrawalCodeOf(key),
    resumeCodeOf(key),
  ]);
  return { allotment, receipt, withdrawalCode, resumeCode };
}

/** The script and the logo of the pages, each under an address at which it never changes. */
async function keptFile(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

const formOf = (text: string): PostedForm => grouped([...new URLSearchParams(text)]);

function grouped(pairs: readonly (readonly [string, string])[]): PostedForm {
  const names = [...new Set(pairs.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => [name, pairs.filter(([one]) => one === name).map(([, value]) => value)]),
  );
}
