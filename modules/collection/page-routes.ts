import { arrivalStep } from '@common-measure/instrument';
import { defineRoute, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { actOnPage, afterSending, isSent } from './answer-acts.ts';
import { largestAnswerBytes } from './answer-size.ts';
import { firstPage } from './first-page.ts';
import { formRoutes } from './form-routes.ts';
import { pageStyle, styleIn, stylesheetPath } from './page-style.ts';
import { formSchema, ofToken, pageQuery, visiting, visitingAnew } from './public-call.ts';
import { stepPage } from './visit.ts';
import { kioskArrival } from './ways-in/kiosk-shell.ts';
import { leftOn } from './ways-in/left-behind.ts';

const ofPart = ofToken.extend({ section: z.string().max(48) });

const introduction = defineRoute({
  method: 'GET',
  path: '/s/:token',
  summary: 'The page where people begin a survey, or find the answers they have not sent yet',
  access: 'anyone',
  event: null,
  opensTransactions: true,
  params: ofToken,
  query: pageQuery,
  reply: null,
  handle: async (call) =>
    (call.query.from === 'full' || call.query.from === 'conflict' ? null : await firstPage(call)) ??
    visitingAnew(call, async (visit) => {
      const { from } = call.query;
      if (from === 'full') {
        // Nothing of somebody who was turned away stays on the device: no key is given out here.
        if (!visit.cookieWorks) visit.forgetKey();
        return stepPage(visit, { kind: 'full' }, {}, false);
      }
      if (from === 'conflict') return stepPage(visit, { kind: 'conflict' }, {}, false, 409);
      if (visit.draft === null && (await isSent(visit))) return afterSending(visit);
      const isFirst = visit.draft === null && call.query.lang === undefined && call.query.from === undefined;
      if (visit.way.kind === 'kiosk' && isFirst)
        return kioskArrival(visit, visit.way.device, leftOn(call, visit.token));
      const step = call.query.from === 'start' ? ({ kind: 'introduction' } as const) : arrivalStep(visit);
      return stepPage(visit, step, visit.draft?.entries ?? {}, false);
    }),
});

const part = defineRoute({
  method: 'GET',
  path: '/s/:token/part/:section',
  summary: 'One page of a survey: a part, or the page of a part with the question `q`',
  access: 'anyone',
  event: null,
  params: ofPart,
  query: pageQuery,
  reply: null,
  handle: (call) =>
    visiting(call, {}, async (visit) => {
      if (await isSent(visit)) return afterSending(visit);
      const step = {
        kind: 'part',
        section: call.params.section,
        question: call.query.q,
        returnsToCheck: call.query.returns === 'check',
        newQuestions: call.query.more === '1',
      } as const;
      return stepPage(visit, step, visit.draft?.entries ?? {}, false);
    }),
});

const check = defineRoute({
  method: 'GET',
  path: '/s/:token/check',
  summary: 'All answers of a person, before she sends them',
  access: 'anyone',
  event: null,
  params: ofToken,
  query: pageQuery,
  reply: null,
  handle: (call) =>
    visiting(call, {}, async (visit) => {
      if (visit.draft !== null) return stepPage(visit, { kind: 'check' }, visit.draft.entries, false);
      // Nothing to check: sent before, or, after going back from the receipt, gone from this device.
      return (await isSent(visit)) ? afterSending(visit) : stepPage(visit, { kind: 'introduction' }, {}, false);
    }),
});

const postStart = defineRoute({
  method: 'POST',
  path: '/s/:token',
  summary: 'Begin, resume or discard',
  access: 'anyone',
  event: null,
  csrf: false,
  params: ofToken,
  query: pageQuery,
  body: formSchema,
  largestBody: largestAnswerBytes,
  reply: null,
  handle: (call) => visiting(call, call.body, (visit) => actOnPage(visit, { kind: 'start' }, call.body, new Date())),
});

const postPart = defineRoute({
  method: 'POST',
  path: '/s/:token/part/:section',
  summary: 'Keep what was entered on one part and go on, back, away or to another language',
  access: 'anyone',
  event: null,
  csrf: false,
  params: ofPart,
  query: pageQuery,
  body: formSchema,
  largestBody: largestAnswerBytes,
  reply: null,
  handle: (call) =>
    visiting(
      call,
      call.body,
      (visit) => actOnPage(visit, { kind: 'part', section: call.params.section }, call.body, new Date()),
      true,
    ),
});

const postCheck = defineRoute({
  method: 'POST',
  path: '/s/:token/check',
  summary: 'Send the answers; sending again gives the same receipt',
  access: 'anyone',
  event: null,
  csrf: false,
  params: ofToken,
  query: pageQuery,
  body: formSchema,
  largestBody: largestAnswerBytes,
  reply: null,
  handle: (call) =>
    visiting(call, call.body, (visit) => actOnPage(visit, { kind: 'check' }, call.body, new Date()), true),
});

const stylesheet = defineRoute({
  method: 'GET',
  path: stylesheetPath,
  summary: 'The look of the pages where people answer, in a colour ("#" left out)',
  access: 'anyone',
  event: null,
  query: z.object({ colour: z.string().max(6).optional().catch(undefined) }),
  reply: null,
  handle: async ({ query }) =>
    new RawReply(query.colour === undefined ? pageStyle : styleIn(`#${query.colour}`), {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=600',
    }),
});

export const pageRoutes = [stylesheet, introduction, part, check, postStart, postPart, postCheck, ...formRoutes];
