import {
  type Entries,
  type PostedForm,
  pageOfStep,
  questionsOf,
  type RespondentStep,
  surveyFrame,
  takeEntries,
} from '@common-measure/instrument';
import { type KioskPage, kioskPage } from '../../ways-in/kiosk-tag.ts';
import type { KeptDevice } from './kept-device.ts';
import { forget, keep, kept } from './kept-store.ts';
import type { KeptSurvey, KeptVisit } from './kept-visit.ts';
import { bringQueue, endVisit, forgetKeyOfGone, queueOf } from './kiosk-queue.ts';
import { queuedPage, revokedPage } from './kiosk-screen.ts';
import { atStaffScreen } from './kiosk-staff.ts';
import { answerLocally, aside } from './local-answer.ts';
import { fromServer } from './server-calls.ts';
import { followVisit, formOf, isTurnedAway, newVisit, ofKey, pageOf } from './visit-at-hand.ts';
import type { WorkerRegistration } from './worker-scope.ts';

/** How long a person's page waits for her answers to be sent, in milliseconds. */
const sendingTakes = 5_000;

/** One request at a tablet or stand: what is asked for, and what the device has. */
interface DeviceRequest {
  readonly survey: KeptSurvey;
  readonly device: KeptDevice;
  readonly request: Request;
  readonly url: URL;
  /** The address behind that of the survey: "/part/call". */
  readonly place: string;
  readonly form: PostedForm | null;
  readonly registration: WorkerRegistration;
}

/**
 * A page of a tablet: the server's where there is one; else made here. A visit that has gone on without the server ends here, and waits
 * under its own key: whoever comes next begins anew and finds nothing of it.
 */
export async function answerOnDevice(
  survey: KeptSurvey,
  device: KeptDevice,
  request: Request,
  registration: WorkerRegistration,
): Promise<Response> {
  const url = new URL(request.url);
  const form = request.method === 'POST' ? formOf(await request.clone().text()) : null;
  const place = url.pathname.slice(`/s/${survey.token}`.length);
  const asked = { survey, device, request, url, place, form, registration };
  const locale = localeOf(asked);
  const followed = url.searchParams.get('w');
  const isOtherWay = followed !== null && followed !== device.way;
  if (place === '/kiosk') {
    const reply = await fromServer(request).catch(() => null);
    return reply?.ok || (reply && isOtherWay) ? reply : pageOf(device.shell, device.shell.html);
  }
  if (place === '/kiosk/staff') return atStaffScreen({ survey, device, form, locale });
  if (place === '/kiosk/queued') return onQueued(asked, locale);
  if (isOtherWay || /^\/(withdraw|contact|resume)$/.test(place)) {
    const reply = await fromServer(request).catch(() => null);
    return reply ?? shown(asked, locale, aside(survey, newVisit(survey), 'needs-network'), 'needs-network');
  }
  if (device.standing === 'revoked') {
    // The server knows whether the staff has opened a new address on it since.
    const reply = await fromServer(request).catch(() => null);
    return reply && reply.status !== 403 ? reply : shown(asked, locale, revokedPage({ survey, locale }), 'welcome');
  }
  return (await online(asked, locale)) ?? offline(asked);
}

/** The server's page; null where there is none, or where this visit has gone on without it. */
async function online({ survey, device, request, place, form, url }: DeviceRequest, locale: string) {
  const visit = await kept<KeptVisit>('visit', survey.token);
  if (visit?.isLocal) return null;
  if (device.mustForget && !(await forgetKeyOfGone(device, locale))) return null;
  const reply = await fromServer(request).catch(() => null);
  if (reply && isTurnedAway(url)) await forget('visit', survey.token);
  if (reply === null || form === null) return reply;
  const act = form.do?.at(-1);
  if (place === '/kiosk/reset' || act === 'finish' || act === 'leave') await forget('visit', survey.token);
  else await followVisit(survey, visit, form, url.pathname, reply).catch(() => {});
  return reply;
}

async function offline(asked: DeviceRequest): Promise<Response> {
  const { survey, device, url, place, form } = asked;
  const base = `/s/${survey.token}`;
  const present = await kept<KeptVisit>('visit', survey.token);
  const key = form?.key?.at(-1);
  const begun = newVisit(survey);
  // The device may not have heard yet of a visit whose page stands here; a page of somebody who is gone leads to a new beginning.
  const isOnesOwn = key === undefined || present?.key === key || (present === undefined && !device.mustForget);
  const act = form?.do?.at(-1);
  if (!isOnesOwn || (form !== null && key === undefined)) return redirect(url, base);
  const owner = present ?? { ...begun, key: key ?? begun.key, locale: localeOf(asked) };
  const visit = { ...owner, hidden: { key: owner.key, way: device.way }, isLocal: true };
  if (place === '/kiosk/reset' || act === 'leave' || act === 'finish') {
    await leave(asked, visit, act);
    return redirect(url, base);
  }
  const isFirst = form === null && place === '' && visit.draft === null && url.search === '';
  if (isFirst) {
    await keep('visit', survey.token, visit);
    return pageOf(device.welcome, device.welcome.html);
  }
  const outcome = answerLocally(survey, visit, await ofKey(survey, visit), {
    path: url.pathname,
    query: new Map(url.searchParams),
    form,
  });
  if (outcome.visit.state === 'waiting') return send(asked, outcome.visit);
  // What she discards before she goes on is gone from the server too, under the key that it may know.
  if (visit.draft !== null && outcome.visit.draft === null) {
    await endVisit(device, { ...visit, draft: null }, 'discard');
    return redirect(url, `${base}?lang=${outcome.visit.locale}`);
  }
  await keep('visit', survey.token, outcome.visit);
  if (outcome.page === null) return redirect(url, outcome.goTo);
  return shown(asked, outcome.visit.locale, outcome.page, outcome.shows ?? 'part');
}

/** Somebody leaves, or nobody was there any more: what she entered breaks off, or is cleared where she says so. */
async function leave({ survey, device, form }: DeviceRequest, visit: KeptVisit, act: string | undefined) {
  const known = new Set(questionsOf(survey.instrument).map(({ code }) => code));
  const onPage = (form?.shown?.at(-1) ?? '').split(' ').filter((code) => known.has(code));
  const before = visit.draft?.entries ?? {};
  const entries: Entries = form === null ? before : takeEntries(survey.instrument, before, onPage, form);
  const draft = { section: null, ...visit.draft, entries };
  const isEmpty = Object.keys(entries).length === 0;
  await endVisit(device, { ...visit, draft }, act === 'discard' || isEmpty ? 'discard' : 'break-off');
}

/** Her answers are complete: sent at once where the server is back, else kept; either way the device is free for the next person. */
async function send(asked: DeviceRequest, visit: KeptVisit): Promise<Response> {
  const { survey, device, registration } = asked;
  await endVisit(device, visit, 'send');
  // Nobody waits at a stand for what others have left on it.
  await Promise.race([bringQueue(survey.token), new Promise((resolve) => setTimeout(resolve, sendingTakes))]);
  const waits = (await queueOf(survey.token)).some(({ visit: { key } }) => key === visit.key);
  const { receipt, withdrawalCode, allotment } = await ofKey(survey, visit);
  if (waits) {
    await registration.sync?.register('send').catch(() => {});
    const html = queuedPage({ survey, locale: visit.locale }, { receipt, withdrawalCode });
    return shown(asked, visit.locale, html, 'receipt');
  }
  const step: RespondentStep = { kind: 'receipt', receipt, withdrawalCode };
  const frame = { ...surveyFrame({ ...survey, script: null }, visit.locale, visit.hidden), onTablet: true };
  const html = pageOfStep(survey.instrument, {}, allotment, { step, strict: false, locale: visit.locale, frame });
  return shown(asked, visit.locale, html, 'receipt');
}

/** The page of answers that wait, in another language, or the end of it. */
function onQueued(asked: DeviceRequest, locale: string): Response {
  const { survey, form, url } = asked;
  const receipt = form?.receipt?.at(-1);
  const withdrawalCode = form?.withdrawalCode?.at(-1);
  const isSwitch = survey.instrument.languages.includes(form?.do?.at(-1) ?? '');
  if (!isSwitch || !receipt || !withdrawalCode) return redirect(url, `/s/${survey.token}`);
  return shown(asked, locale, queuedPage({ survey, locale }, { receipt, withdrawalCode }), 'receipt');
}

/** A page of the survey as a tablet shows it. */
function shown({ survey, device }: DeviceRequest, locale: string, html: string, page: KioskPage): Response {
  return pageOf(survey, kioskPage(html, device, { token: survey.token, locale }, page));
}

function localeOf({ survey, form, url }: Pick<DeviceRequest, 'survey' | 'form' | 'url'>): string {
  const { languages } = survey.instrument;
  const asked = [form?.do?.at(-1), form?.lang?.at(-1), url.searchParams.get('lang')];
  return asked.find((one) => one != null && languages.includes(one)) ?? newVisit(survey).locale;
}

const redirect = (from: URL, address: string): Response => Response.redirect(new URL(address, from).href, 303);
