import { defineRoute, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { enterPublicWave } from '../open-wave.ts';
import { ofToken } from '../public-call.ts';
import { interceptScript } from './intercept-script.ts';
import { countInvited, drawVisit } from './intercept-store.ts';
import { kioskRoutes } from './kiosk-routes.ts';

const script = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=600' };
/** Pages of other sites may load and read this; no cookie of ours goes with it. */
const forAnySite = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
  'content-type': 'application/json',
};

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

export const publicWayRoutes = [...kioskRoutes, invitation, visits, invited];
