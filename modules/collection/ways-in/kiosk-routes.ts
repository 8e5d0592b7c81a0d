import { type Entries, escapeHtml, stepAddress, takeEntries } from '@common-measure/instrument';
import { defineRoute, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { type FormFields, field, leaveDevice } from '../answer-acts.ts';
import { largestAnswerBytes } from '../answer-size.ts';
import { closedPage } from '../closed-page.ts';
import { deleteDraft } from '../draft-store.ts';
import { enterPublicWave } from '../open-wave.ts';
import { formSchema, knownTo, ofToken, type PublicCall, pageQuery, visiting } from '../public-call.ts';
import { htmlReply, seeOther, type Visit } from '../visit.ts';
import { recordBreakOff } from './break-off.ts';
import { kioskQueueWords } from './kiosk-queue-words.ts';
import { kioskScreenScript, kioskScript } from './kiosk-script.ts';
import { kioskArrival, kioskManifest, kioskShell } from './kiosk-shell.ts';
import { findKiosk, noteContact } from './kiosk-store.ts';
import { kioskScreenPath, kioskScriptPath } from './kiosk-tag.ts';
import { kioskWords } from './kiosk-words.ts';
import { forgetLeft, keepLeft } from './left-behind.ts';
import { wayDocument } from './way-page.ts';

const script = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=600' };
/** How long a tablet stays one after its screen was opened last; it is opened again each time it starts. */
const wayDays = 365;
/** How long the page without scripts asks whether somebody is there, in seconds. */
const stillSeconds = 60;

const scripts = [
  { path: kioskScriptPath, text: kioskScript, summary: 'What lets a tablet begin anew when nobody touches it' },
  {
    path: kioskScreenPath,
    text: kioskScreenScript,
    summary: 'The full screen of a tablet, and how many answers wait on it',
  },
].map(({ path, text, summary }) =>
  defineRoute({
    method: 'GET',
    path,
    summary,
    access: 'anyone',
    event: null,
    reply: null,
    handle: async () => new RawReply(text, script),
  }),
);

/** A page of a tablet; by any other way the survey itself. */
const page = (path: string, summary: string, show: (visit: Visit, call: PublicCall) => Promise<RawReply>) =>
  defineRoute({
    method: 'GET',
    path,
    summary,
    access: 'anyone',
    event: null,
    params: ofToken,
    query: pageQuery,
    reply: null,
    handle: (call) =>
      visiting(call, {}, async (visit) => {
        if (visit.way.kind !== 'kiosk')
          return new RawReply('', { location: `/s/${visit.token}`, 'cache-control': 'no-store' }, 303);
        call.setCookie(`cm_way_${visit.token}`, visit.way.text, { maxAgeSeconds: wayDays * 86_400 });
        return show(visit, call);
      }),
  });

const shell = page(
  '/s/:token/kiosk',
  'The whole screen of a tablet or stand, for the key of its link',
  async (visit) => {
    const { html, policy } = kioskShell(visit);
    return new RawReply(html, { ...htmlReply(html).headers, 'content-security-policy': policy });
  },
);

const manifest = page(
  '/s/:token/kiosk.webmanifest',
  'What puts the screen of a tablet on its home screen, without anything around it',
  async (visit) =>
    new RawReply(kioskManifest(visit), {
      'content-type': 'application/manifest+json; charset=utf-8',
      'cache-control': 'no-store',
    }),
);

const still = page(
  '/s/:token/kiosk/still',
  'Asks, where no scripts run, whether somebody is still at the tablet, before it begins anew',
  async (visit) => {
    const { draft, locale, open, token } = visit;
    const { ask, more, goOn, clear } = kioskWords[locale === 'fr' ? 'fr' : 'en'];
    const base = `/s/${token}`;
    const way =
      draft?.section == null
        ? `${base}?from=start&lang=${locale}`
        : stepAddress(
            base,
            {
              kind: 'part',
              section: draft.section,
              question: draft.question,
              returnsToCheck: false,
              newQuestions: false,
            },
            null,
          );
    const body = `<h1>${ask}</h1><p class="lead">${more}</p><form method="post" action="${base}/kiosk/reset"><div class="act"><a class="b" href="${escapeHtml(way)}">${goOn}</a><button class="s" name="do" value="discard">${clear}</button></div></form>`;
    const refresh = `<meta http-equiv="refresh" content="${stillSeconds};url=${base}/kiosk/ended">`;
    return htmlReply(wayDocument(open, locale, ask, body).replace('</head>', () => `${refresh}</head>`));
  },
);

const ended = page(
  '/s/:token/kiosk/ended',
  'The first page again, where no scripts run, on a tablet that nobody has touched: its next press stores what was left there',
  async (visit, call) => {
    if (visit.way.kind !== 'kiosk' || visit.draft === null || call.query.from === 'saved') return leaveDevice(visit);
    visit.forgetKey();
    keepLeft(call, visit.token, visit.key);
    return kioskArrival(visit, visit.way.device, visit.key);
  },
);

const staff = page(
  '/s/:token/kiosk/staff',
  'What is said to the staff where a tablet keeps nothing of its own; else the tablet shows what waits on it',
  async ({ open, locale, token }) => {
    const words = kioskQueueWords[locale === 'fr' ? 'fr' : 'en'];
    const body = `<h1>${words.staffTitle}</h1><p class="lead">${words.noWorker}</p><p><a class="b" href="/s/${token}">${words.back}</a></p>`;
    return htmlReply(wayDocument(open, locale, words.staffTitle, body));
  },
);

const reset = defineRoute({
  method: 'POST',
  path: '/s/:token/kiosk/reset',
  summary:
    'Begin anew on a tablet that somebody left: her answers are stored as broken off, cleared, or stay saved; `next`: the language of who comes then',
  access: 'anyone',
  event: null,
  csrf: false,
  params: ofToken,
  query: pageQuery,
  body: formSchema,
  largestBody: largestAnswerBytes,
  reply: null,
  handle: (call) =>
    visiting(call, call.body, async (visit) => {
      const act = field(call.body, 'do');
      const next = knownTo(visit.open, field(call.body, 'next'));
      if (next !== null) forgetLeft(call, visit.token);
      if (visit.way.kind !== 'kiosk' || act === 'leave') return leaveDevice(visit);
      if (act === 'break-off') return breakOff(visit, lastEntries(visit, call.body), next);
      await deleteDraft(visit.tx, visit.open.wave.organizationId, visit.key);
      return leaveDevice(visit);
    }),
});

/** Begins anew; where the round has no room for what was left behind, the device is told that it is closed, and keeps what waited on it. */
async function breakOff(visit: Visit, entries: Entries, next: string | null): Promise<RawReply> {
  const now = new Date();
  const left = await recordBreakOff(visit, entries, now);
  visit.forgetKey();
  // The person who pressed comes in by the language that she chose.
  if (left) return next === null ? leaveDevice(visit) : seeOther(`/s/${visit.token}?lang=${next}`);
  return closedPage(visit.tx, visit.open, visit.locale, now);
}

/** What was entered up to the moment when the page was left, on this page too. */
function lastEntries({ open, draft }: Parameters<typeof recordBreakOff>[0], form: FormFields) {
  const shown = (field(form, 'shown') ?? '').split(' ').filter(Boolean);
  const listed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat()]));
  return takeEntries(open.instrument, draft?.entries ?? {}, shown, listed);
}

const contact = defineRoute({
  method: 'POST',
  path: '/s/:token/kiosk/contact',
  summary: 'A tablet tells how many answers wait on it, and learns whether they are taken',
  access: 'anyone',
  event: null,
  csrf: false,
  params: ofToken,
  body: z.object({
    way: z.string().max(48),
    waiting: z.coerce.number().int().min(0).max(100_000),
    notTaken: z.coerce.number().int().min(0).max(100_000),
  }),
  reply: null,
  handle: async ({ tx, params, body }) => {
    const now = new Date();
    const open = await enterPublicWave(tx, params.token, now);
    const device = open && (await findKiosk(tx, open.wave.organizationId, open.wave.surveyId, body.way.slice(2)));
    if (open && device) await noteContact(tx, open.wave.organizationId, device.id, body, now);
    const rest = open?.wave.isPaused === true ? 'paused' : 'closed';
    const standing = open && !device ? 'revoked' : open?.takesAnswers ? 'open' : rest;
    return new RawReply(JSON.stringify({ standing }), {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
  },
});

/** What a tablet or stand needs beside the pages of the survey. */
export const kioskRoutes = [...scripts, shell, manifest, still, ended, staff, reset, contact];
