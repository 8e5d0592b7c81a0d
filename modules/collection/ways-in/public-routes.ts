import { readFileSync } from 'node:fs';
import { takeEntries } from '@common-measure/instrument';
import { defineRoute, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { type FormFields, field, leaveDevice } from '../answer-acts.ts';
import { deleteDraft } from '../draft-store.ts';
import { enterPublicWave } from '../open-wave.ts';
import { formSchema, ofToken, pageQuery, visiting } from '../public-call.ts';
import { recordBreakOff } from './break-off.ts';
import { interceptScript } from './intercept-script.ts';
import { countInvited, drawVisit } from './intercept-store.ts';
import { kioskShell } from './kiosk-pages.ts';
import { kioskScript, kioskScriptPath } from './kiosk-script.ts';

const screenScript = readFileSync(new URL('./kiosk-screen-client.js', import.meta.url), 'utf8');
const script = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=600' };
/** Pages of other sites may load and read this; no cookie of ours goes with it. */
const forAnySite = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
  'content-type': 'application/json',
};

const kioskScripts = [
  [kioskScriptPath, kioskScript, 'What lets a tablet begin anew when nobody touches it'],
  [kioskScriptPath.replace('.js', '-screen.js'), screenScript, 'The full screen of a tablet'],
].map(([path = '', text = '', summary = '']) =>
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

const shell = defineRoute({
  method: 'GET',
  path: '/s/:token/kiosk',
  summary: 'The whole screen of a tablet or stand, for the key of its link',
  access: 'anyone',
  event: null,
  params: ofToken,
  query: pageQuery,
  reply: null,
  handle: (call) =>
    visiting(call, {}, async (visit) =>
      visit.way.kind === 'kiosk'
        ? kioskShell(visit)
        : new RawReply('', { location: `/s/${visit.token}`, 'cache-control': 'no-store' }, 303),
    ),
});

const reset = defineRoute({
  method: 'POST',
  path: '/s/:token/kiosk/reset',
  summary: 'Begin anew on a tablet that somebody left: her answers are stored as broken off, or cleared',
  access: 'anyone',
  event: null,
  csrf: false,
  params: ofToken,
  query: pageQuery,
  body: formSchema,
  reply: null,
  handle: (call) =>
    visiting(call, call.body, async (visit) => {
      if (visit.way.kind !== 'kiosk') return leaveDevice(visit);
      if (field(call.body, 'do') === 'break-off')
        await recordBreakOff(visit, lastEntries(visit, call.body), new Date());
      else await deleteDraft(visit.tx, visit.open.wave.organizationId, visit.key);
      return leaveDevice(visit);
    }),
});

/** What was entered up to the moment when the page was left, on this page too. */
function lastEntries({ open, draft }: Parameters<typeof recordBreakOff>[0], form: FormFields) {
  const shown = (field(form, 'shown') ?? '').split(' ').filter(Boolean);
  const listed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat()]));
  return takeEntries(open.instrument, draft?.entries ?? {}, shown, listed);
}

const invitation = defineRoute({
  method: 'GET',
  path: '/intercept.js',
  summary: 'The script by which pages elsewhere invite to a survey',
  access: 'anyone',
  event: null,
  reply: null,
  handle: async () => new RawReply(interceptScript, { ...script, 'cross-origin-resource-policy': 'cross-origin' }),
});

const visits = defineRoute({
  method: 'POST',
  path: '/s/:token/intercept/visits',
  summary: 'Count a visit of a page elsewhere, and say whether it is drawn',
  access: 'anyone',
  event: null,
  csrf: false,
  fromAnySite: true,
  params: ofToken,
  body: z.object({ no: z.enum(['0', '1']).default('0') }),
  reply: null,
  handle: async ({ tx, params, body }) => {
    const open = await enterPublicWave(tx, params.token, new Date());
    const drawn = open?.letsIn ? await drawVisit(tx, open.wave, body.no === '1', new Date()) : null;
    const told = drawn?.isDrawn && body.no === '0' ? drawn.intercept : null;
    return new RawReply(
      JSON.stringify(told ? { ask: 1, at: told.moment, days: told.rememberDays } : { ask: 0 }),
      forAnySite,
    );
  },
});

const invited = defineRoute({
  method: 'POST',
  path: '/s/:token/intercept/answers',
  summary: 'Count what became of an invitation',
  access: 'anyone',
  event: null,
  csrf: false,
  fromAnySite: true,
  params: ofToken,
  body: z.object({ yes: z.enum(['0', '1']) }),
  reply: null,
  handle: async ({ tx, params, body }) => {
    const open = await enterPublicWave(tx, params.token, new Date());
    if (open?.letsIn) await countInvited(tx, open.wave, body.yes === '1' ? 'accepted' : 'declined', new Date());
    return new RawReply('{}', forAnySite);
  },
});

export const publicWayRoutes = [...kioskScripts, shell, reset, invitation, visits, invited];
