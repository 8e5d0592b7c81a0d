import { createHash } from 'node:crypto';
import {
  type Entries,
  enteredQuotas,
  type PostedForm,
  questionsOf,
  steeringFields,
  takeEntries,
  wayAhead,
} from '@common-measure/instrument';
import { defineRoute, httpProblems, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { type FormFields, field, isSent, receive } from './answer-acts.ts';
import { largestAnswerBytes } from './answer-size.ts';
import { clientScripts, pageScriptPath, workerPath } from './client-scripts.ts';
import { saveDraft } from './draft-store.ts';
import { policyOf, styleIn } from './page-style.ts';
import { formSchema, ofToken, pageQuery, visiting } from './public-call.ts';
import { publicSurvey } from './public-survey.ts';
import { formFieldsOf, stepPage, type Visit } from './visit.ts';
import { keptKiosk } from './ways-in/kiosk-shell.ts';
import { keepOfUsedLink } from './ways-in/used-link.ts';

const script = (path: string, summary: string, read: () => string | undefined, caching: string) =>
  defineRoute({
    method: 'GET',
    path,
    summary,
    access: 'anyone',
    event: null,
    reply: null,
    handle: async () => {
      const body = read() ?? httpProblems.raise('not-found');
      return new RawReply(body, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': caching });
    },
  });

const pageScript = script(
  pageScriptPath,
  'What helps on the pages where people answer, where scripts run',
  () => clientScripts()?.page,
  'public, max-age=31536000, immutable',
);
const worker = script(
  workerPath,
  'What shows the same pages on a device that has no network',
  () => clientScripts()?.worker,
  'no-cache',
);

const told = defineRoute({
  method: 'GET',
  path: '/s/:token/offline.json',
  summary: 'A survey, unless the device has it, and the answers of the person so far, to go on without a network',
  access: 'anyone',
  event: null,
  params: ofToken,
  query: pageQuery.extend({ have: z.string().max(64).optional().catch(undefined) }),
  reply: null,
  handle: (call) =>
    visiting(call, {}, async (visit) => {
      const survey = {
        ...publicSurvey(visit.open),
        policy: policyOf(`<style>${styleIn(visit.open.notice.colour)}</style>`),
      };
      const version = createHash('sha256').update(JSON.stringify(survey)).digest('hex').slice(0, 32);
      const { draft, locale, allotment } = visit;
      return json({
        survey: call.query.have === version ? null : { ...survey, version },
        visit: {
          key: visit.key,
          locale,
          hidden: formFieldsOf(visit),
          given: allotment.given,
          draft: draft && { entries: draft.entries, section: draft.section, question: draft.question ?? null },
        },
        kiosk: keptKiosk(visit),
      });
    }),
});

const postDraft = defineRoute({
  method: 'POST',
  path: '/s/:token/draft',
  summary: 'Keep what is typed on a page, or was entered without a network, before anybody presses a button',
  access: 'anyone',
  event: null,
  csrf: false,
  params: ofToken,
  query: pageQuery,
  body: formSchema,
  largestBody: largestAnswerBytes,
  reply: null,
  handle: (call) =>
    visiting(
      call,
      call.body,
      async (visit) => {
        if (await isSent(visit)) return new RawReply('', { 'cache-control': 'no-store' }, 409);
        const before = visit.draft?.entries ?? (visit.way.kind === 'prepared' ? visit.way.shown : {});
        const entries = entriesFrom(visit, before, call.body);
        // Whether she comes into a full quota is decided, and told, on the page where she goes on.
        if (entersQuota(visit, before, entries)) return new RawReply('', { 'cache-control': 'no-store' }, 202);
        const { wave, instrument } = visit.open;
        const section = instrument.sections.find(({ code }) => code === field(call.body, 'section'))?.code;
        const place =
          section === undefined
            ? { section: visit.draft?.section ?? null, question: visit.draft?.question ?? null }
            : { section, question: field(call.body, 'question') || null };
        const draft = { entries, language: visit.locale, ...place };
        await saveDraft(visit.tx, wave.organizationId, wave.waveId, visit.key, draft);
        return new RawReply('', { 'cache-control': 'no-store' }, 204);
      },
      true,
    ),
});

const postSend = defineRoute({
  method: 'POST',
  path: '/s/:token/send',
  summary: 'Send answers that were completed without a network; sending again gives the same receipt',
  access: 'anyone',
  event: null,
  csrf: false,
  params: ofToken,
  query: pageQuery,
  body: formSchema,
  largestBody: largestAnswerBytes,
  reply: null,
  handle: async (call) => {
    const reply = await visiting(
      call,
      call.body,
      async (visit) => {
        const entries = entriesFrom(visit, {}, call.body);
        const { problems } = wayAhead(visit.open.instrument, entries, visit.allotment);
        const isWanting = Object.keys(entries).length === 0 || problems.some((problem) => !problem.soft);
        return isWanting ? stepPage(visit, { kind: 'check' }, entries, true, 422) : receive(visit, entries, new Date());
      },
      true,
    );
    if (reply.headers['x-refusal'] !== 'link-used' || (await keepOfUsedLink(call, call.body, new Date()))) return reply;
    // The device says that they were handed on only where they were.
    return new RawReply(reply.body, { ...reply.headers, 'x-refusal': 'link-used-often' }, reply.status);
  },
});

/** The entries after the questions that a form says it shows were replaced by its fields. */
function entriesFrom({ open }: Visit, before: Entries, form: FormFields): Entries {
  const shown = (field(form, steeringFields.shown) ?? '').split(' ').filter(Boolean);
  const listed: PostedForm = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat()]));
  const known = new Set(questionsOf(open.instrument).map(({ code }) => code));
  return takeEntries(
    open.instrument,
    before,
    shown.filter((code) => known.has(code)),
    listed,
  );
}

function entersQuota({ open, allotment }: Visit, before: Entries, after: Entries): boolean {
  if (!open.instrument.quotas) return false;
  const answers = (entries: Entries) => wayAhead(open.instrument, entries, allotment).answers;
  return enteredQuotas(open.instrument, answers(before), answers(after)).length > 0;
}

function json(content: object): RawReply {
  return new RawReply(JSON.stringify(content), {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
}

/** What a page with a script, and a device without a network, need beside the pages. */
export const offlineRoutes = [pageScript, worker, told, postDraft, postSend];
