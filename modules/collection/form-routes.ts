import {
  contactPage,
  contactSentPage,
  longestContact,
  noticePage,
  resumePage,
  withdrawalPage,
} from '@common-measure/instrument';
import { defineRoute, type RawReply } from '@common-measure/platform/http';
import { chosenLanguage, field } from './answer-acts.ts';
import { newAnswerKey } from './answer-key.ts';
import { frameOf } from './closed-page.ts';
import { keepContact } from './contact-store.ts';
import { keyOfCode } from './draft-store.ts';
import type { PublicWave } from './open-wave.ts';
import {
  formSchema,
  hasKey,
  inWave,
  keepKey,
  languageOf,
  ofToken,
  type PublicCall,
  pageQuery,
  visiting,
  wayCookieOf,
} from './public-call.ts';
import { withdrawResponse } from './response-store.ts';
import { htmlReply, saidAgain, seeOther, stepPage } from './visit.ts';
import { type KioskPage, kioskPage } from './ways-in/kiosk-tag.ts';
import { findTablet, wayText } from './ways-in/way.ts';

/** The tablet or stand on which the page is shown; null for a browser of one's own. */
const tabletOf = (call: PublicCall, open: PublicWave) =>
  findTablet(call.tx, open, wayText(call.cookies[wayCookieOf(open.wave.token)]));

/** The page as it is shown where it was asked for: a tablet begins anew on it too when nobody touches it. */
const shownAs =
  (kind: KioskPage) =>
  async (call: PublicCall, open: PublicWave, locale: string, html: string, status = 200): Promise<RawReply> => {
    const device = await tabletOf(call, open);
    return htmlReply(device ? kioskPage(html, device, { token: open.wave.token, locale }, kind) : html, status);
  };
const asForm = shownAs('form');
const asEnd = shownAs('cleared');

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
    inWave(
      call,
      async (open, locale) => {
        const { instrument } = open;
        if (call.query.from !== 'withdrawn')
          return asForm(call, open, locale, withdrawalPage(locale, frameOf(open), null, instrument));
        const done = saidAgain(noticePage('withdrawn', locale, frameOf(open), instrument), '', 'withdrawn');
        return asEnd(call, open, locale, done);
      },
      { evenPaused: true },
    ),
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
    inWave(
      call,
      async (open, preferred) => {
        const locale = languageOf(call.body, open) ?? preferred;
        const switched = chosenLanguage(call.body, open.instrument.languages);
        const typed = field(call.body, 'code') ?? '';
        if (switched)
          return asForm(call, open, switched, withdrawalPage(switched, frameOf(open), typed, open.instrument, false));
        const done = await withdrawResponse(call.tx, open.wave, typed, new Date());
        if (done) return seeOther(`/s/${open.wave.token}/withdraw?from=withdrawn&lang=${locale}`);
        return asForm(call, open, locale, withdrawalPage(locale, frameOf(open), typed, open.instrument), 422);
      },
      { evenPaused: true },
    ),
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
      // Whether the browser gives cookies back is known by the time the form is posted.
      if (!hasKey(call, open.wave.token)) keepKey(call, open.wave.token, newAnswerKey());
      return asForm(call, open, locale, resumePage(locale, frameOf(open), code, open.instrument));
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
      const page = (language: string, isWrong: boolean, status: number) =>
        asForm(call, open, language, resumePage(language, frameOf(open), { typed, isWrong }, open.instrument), status);
      if (switched) return page(switched, false, 200);
      const key = await keyOfCode(call.tx, open.wave.organizationId, open.wave.waveId, typed);
      if (key === null) return page(locale, true, 422);
      return visiting(call, { key, lang: locale }, async (visit) => {
        keepKey(call, visit.token, key);
        if (hasKey(call, visit.token)) return seeOther(`/s/${visit.token}?lang=${visit.locale}`);
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
      if (call.query.from === 'sent') {
        const frame = { ...frameOf(open), onTablet: (await tabletOf(call, open)) !== null };
        return asEnd(call, open, locale, saidAgain(contactSentPage(locale, frame, open.instrument), '', 'sent'));
      }
      return days === undefined
        ? htmlReply(noticePage('unknown', locale, frameOf(open), open.instrument), 404)
        : asForm(call, open, locale, contactPage(locale, frameOf(open), open.instrument, days, null));
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
      if (switched)
        return asForm(call, open, switched, contactPage(switched, frameOf(open), instrument, days, entry, false));
      if (entry.reach === '')
        return asForm(call, open, locale, contactPage(locale, frameOf(open), instrument, days, entry), 422);
      await keepContact(call.tx, open.wave, { ...entry, language: locale, days }, new Date());
      return seeOther(`/s/${open.wave.token}/contact?from=sent&lang=${locale}`);
    }),
});

/** The pages beside the questions: withdrawing, opening what was saved, asking to be contacted. */
export const formRoutes = [withdrawal, postWithdrawal, resuming, postResuming, contact, postContact];
