import {
  arrivalStep,
  contactPage,
  contactSentPage,
  longestContact,
  noticePage,
  resumePage,
  withdrawalPage,
} from '@common-measure/instrument';
import type { UiLanguage } from '@common-measure/kernel';
import { presentToken } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { defineRoute, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { actOnPage, afterSending, chosenLanguage, type FormFields, field, isSent } from './answer-acts.ts';
import { keepContact } from './contact-store.ts';
import { keyOfCode } from './draft-store.ts';
import { enterPublicWave, type PublicWave } from './open-wave.ts';
import { pageStyle, stylesheetPath } from './page-style.ts';
import { withdrawResponse } from './response-store.ts';
import { htmlReply, startVisit, stepPage, type Visit } from './visit.ts';

const ofToken = z.object({ token: z.string().max(40) });
const ofPart = ofToken.extend({ section: z.string().max(48) });
const pageQuery = z.object({
  lang: z.string().max(35).optional().catch(undefined),
  from: z.string().optional(),
  returns: z.string().optional(),
  more: z.string().optional(),
  code: z.string().max(40).optional().catch(undefined),
  q: z.string().max(48).optional().catch(undefined),
});
const formSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** What the handlers below use of a call. */
interface PublicCall {
  readonly tx: Tx;
  readonly params: { readonly token: string };
  readonly query: z.output<typeof pageQuery>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly preferredLanguage: UiLanguage | null;
  prefers(languages: readonly string[]): string | null;
  setCookie(name: string, value: string, options: { readonly maxAgeSeconds: number }): void;
}

const cookieDays = 120;
const cookieOf = (token: string): string => `cm_answers_${token}`;
const notices = {
  organization: { en: 'Common Measure', fr: 'Mesure commune' },
  stylesheet: stylesheetPath,
  style: pageStyle,
  preview: false,
};

const introduction = defineRoute({
  method: 'GET',
  path: '/s/:token',
  summary: 'The page where people begin a survey, or find the answers they have not sent yet',
  access: 'anyone',
  event: null,
  params: ofToken,
  query: pageQuery,
  reply: null,
  handle: (call) =>
    visiting(call, {}, async (visit) => {
      if (visit.draft === null && (await isSent(visit))) return afterSending(visit);
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
  reply: null,
  handle: (call) =>
    visiting(call, call.body, (visit) =>
      actOnPage(visit, { kind: 'part', section: call.params.section }, call.body, new Date()),
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
  reply: null,
  handle: (call) => visiting(call, call.body, (visit) => actOnPage(visit, { kind: 'check' }, call.body, new Date())),
});

const withdrawal = defineRoute({
  method: 'GET',
  path: '/s/:token/withdraw',
  summary: 'The page where a person withdraws her answers',
  access: 'anyone',
  event: null,
  params: ofToken,
  query: pageQuery,
  reply: null,
  handle: (call) =>
    inWave(call, async (open, locale) => htmlReply(withdrawalPage(locale, frameOf(open), null, open.instrument))),
});

const postWithdrawal = defineRoute({
  method: 'POST',
  path: '/s/:token/withdraw',
  summary: 'Withdraw answers by their code: they are erased',
  access: 'anyone',
  event: null,
  csrf: false,
  params: ofToken,
  query: pageQuery,
  body: formSchema,
  reply: null,
  handle: (call) =>
    inWave(call, async (open, preferred) => {
      const locale = languageOf(call.body, open) ?? preferred;
      const switched = chosenLanguage(call.body, open.instrument.languages);
      const typed = field(call.body, 'code') ?? '';
      if (switched) return htmlReply(withdrawalPage(switched, frameOf(open), null, open.instrument));
      const done = await withdrawResponse(call.tx, open.wave, typed, new Date());
      return htmlReply(
        done
          ? noticePage('withdrawn', locale, frameOf(open), open.instrument)
          : withdrawalPage(locale, frameOf(open), typed, open.instrument),
        done ? 200 : 422,
      );
    }),
});

const resuming = defineRoute({
  method: 'GET',
  path: '/s/:token/resume',
  summary: 'The page where a person opens what she saved on another device; the code may stand in the address',
  access: 'anyone',
  event: null,
  params: ofToken,
  query: pageQuery,
  reply: null,
  handle: (call) =>
    inWave(call, async (open, locale) => {
      const code = { typed: call.query.code ?? '', isWrong: false };
      return htmlReply(resumePage(locale, frameOf(open), code, open.instrument));
    }),
});

const postResuming = defineRoute({
  method: 'POST',
  path: '/s/:token/resume',
  summary: 'Open saved answers on this device by their code',
  access: 'anyone',
  event: null,
  csrf: false,
  params: ofToken,
  query: pageQuery,
  body: formSchema,
  reply: null,
  handle: (call) =>
    inWave(call, async (open, preferred) => {
      const locale = languageOf(call.body, open) ?? preferred;
      const typed = field(call.body, 'code') ?? '';
      const switched = chosenLanguage(call.body, open.instrument.languages);
      const page = (language: string, isWrong: boolean): string =>
        resumePage(language, frameOf(open), { typed, isWrong }, open.instrument);
      if (switched) return htmlReply(page(switched, false));
      const key = await keyOfCode(call.tx, open.wave.organizationId, open.wave.waveId, typed);
      if (key === null) return htmlReply(page(locale, true), 422);
      return visiting(call, { key, lang: locale }, async (visit) => {
        call.setCookie(cookieOf(visit.token), key, { maxAgeSeconds: cookieDays * 86_400 });
        return stepPage(visit, { kind: 'saved' }, visit.draft?.entries ?? {}, false);
      });
    }),
});

const contact = defineRoute({
  method: 'GET',
  path: '/s/:token/contact',
  summary: 'The form, apart from the answers, by which people ask to be contacted',
  access: 'anyone',
  event: null,
  params: ofToken,
  query: pageQuery,
  reply: null,
  handle: (call) =>
    inWave(call, async (open, locale) => {
      const days = open.notice.contactDays;
      return days === undefined
        ? htmlReply(noticePage('unknown', locale, frameOf(open), open.instrument), 404)
        : htmlReply(contactPage(locale, frameOf(open), open.instrument, days, null));
    }),
});

const postContact = defineRoute({
  method: 'POST',
  path: '/s/:token/contact',
  summary: 'Ask to be contacted; kept apart from the answers and for as long as the page says',
  access: 'anyone',
  event: null,
  csrf: false,
  params: ofToken,
  query: pageQuery,
  body: formSchema,
  reply: null,
  handle: (call) =>
    inWave(call, async (open, preferred) => {
      const { instrument, notice } = open;
      const days = notice.contactDays;
      const locale = languageOf(call.body, open) ?? preferred;
      if (days === undefined) return htmlReply(noticePage('unknown', locale, frameOf(open), instrument), 404);
      const entered = (name: 'name' | 'reach' | 'about'): string =>
        (field(call.body, name) ?? '').trim().slice(0, longestContact[name]);
      const entry = { name: entered('name'), reach: entered('reach'), about: entered('about') };
      const switched = chosenLanguage(call.body, instrument.languages);
      if (switched) return htmlReply(contactPage(switched, frameOf(open), instrument, days, null));
      if (entry.reach === '') return htmlReply(contactPage(locale, frameOf(open), instrument, days, entry), 422);
      await keepContact(call.tx, open.wave, { ...entry, language: locale, days }, new Date());
      return htmlReply(contactSentPage(locale, frameOf(open), instrument));
    }),
});

const stylesheet = defineRoute({
  method: 'GET',
  path: stylesheetPath,
  summary: 'The look of the pages where people answer',
  access: 'anyone',
  event: null,
  reply: null,
  handle: async () =>
    new RawReply(pageStyle, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=600',
    }),
});

/** Runs `act` for the person at a survey that takes answers; otherwise says what is the matter. */
function visiting(call: PublicCall, form: FormFields, act: (visit: Visit) => Promise<RawReply>): Promise<RawReply> {
  return inWave(call, async (open) => {
    const { token } = open.wave;
    let forgets = false;
    const visit = await startVisit(call.tx, token, open, {
      cookie: call.cookies[cookieOf(token)],
      field: field(form, 'key'),
      chosen:
        chosenLanguage(form, open.instrument.languages) ?? languageOf(form, open) ?? knownTo(open, call.query.lang),
      preferred: call.prefers(open.instrument.languages),
      forgetKey: () => {
        forgets = true;
      },
    });
    const reply = await act(visit);
    if (forgets) call.setCookie(cookieOf(token), '', { maxAgeSeconds: 0 });
    else if (!visit.cookieWorks) call.setCookie(cookieOf(token), visit.key, { maxAgeSeconds: cookieDays * 86_400 });
    return reply;
  });
}

async function inWave(
  call: PublicCall,
  act: (open: PublicWave, locale: string) => Promise<RawReply>,
): Promise<RawReply> {
  const open = await enterPublicWave(call.tx, call.params.token, new Date());
  if (!open) {
    const { lang } = call.query;
    const ours = lang === 'en' || lang === 'fr' ? lang : (call.preferredLanguage ?? 'en');
    return htmlReply(noticePage('unknown', ours, notices), 404);
  }
  const { languages } = open.instrument;
  const locale = knownTo(open, call.query.lang) ?? call.prefers(languages) ?? languages[0] ?? 'en';
  if (!open.takesAnswers) {
    const { organizationId, surveyId } = open.wave;
    const token = await presentToken(call.tx, organizationId, surveyId, new Date());
    const present = token === null ? null : `/s/${token}`;
    return htmlReply(noticePage('closed', locale, frameOf(open), open.instrument, present), 410);
  }
  return act(open, locale);
}

/** The language of the page that was posted. */
function languageOf(form: FormFields, open: PublicWave): string | null {
  return knownTo(open, field(form, 'lang'));
}

/** A language that the questionnaire has; null for any other. */
function knownTo({ instrument }: PublicWave, language: string | undefined): string | null {
  return language !== undefined && instrument.languages.includes(language) ? language : null;
}

function frameOf(open: PublicWave) {
  return {
    organization: open.organization,
    stylesheet: stylesheetPath,
    style: pageStyle,
    preview: false,
    base: `/s/${open.wave.token}`,
  };
}

export const pageRoutes = [
  stylesheet,
  introduction,
  part,
  check,
  postStart,
  postPart,
  postCheck,
  withdrawal,
  postWithdrawal,
  contact,
  postContact,
  resuming,
  postResuming,
];
