import { noticePage } from '@common-measure/instrument';
import type { UiLanguage } from '@common-measure/kernel';
import { isBeforeFirstDay, takesAnswers } from '@common-measure/modules/studies/server';
import type { Database, Tx } from '@common-measure/platform/database';
import type { RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { afterSending, chosenLanguage, type FormFields, field, isSent } from './answer-acts.ts';
import { isAnswerKey } from './answer-key.ts';
import { closedPage, frameOf } from './closed-page.ts';
import { enterPublicWave, type PublicWave } from './open-wave.ts';
import { pageStyle, stylesheetPath } from './page-style.ts';
import { htmlReply, startVisit, type Visit } from './visit.ts';
import { findWay, wayText } from './ways-in/way.ts';
import { refusedWayPage } from './ways-in/way-page.ts';

export const ofToken = z.object({ token: z.string().max(40) });
export const pageQuery = z.object({
  lang: z.string().max(35).optional().catch(undefined),
  from: z.string().optional(),
  returns: z.string().optional(),
  more: z.string().optional(),
  code: z.string().max(40).optional().catch(undefined),
  q: z.string().max(48).optional().catch(undefined),
  /** The way in: see `Way`. */
  w: z.string().max(48).optional().catch(undefined),
});
export const formSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** What the handlers below use of a call. */
export interface PublicCall {
  readonly tx: Tx;
  readonly database: Database;
  readonly params: { readonly token: string };
  readonly query: z.output<typeof pageQuery>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly preferredLanguage: UiLanguage | null;
  prefers(languages: readonly string[]): string | null;
  setCookie(name: string, value: string, options: { readonly maxAgeSeconds: number }): void;
}

const cookieDays = 120;
export const cookieOf = (token: string): string => `cm_answers_${token}`;
export const wayCookieOf = (token: string): string => `cm_way_${token}`;
const notices = {
  organization: { en: 'Common Measure', fr: 'Mesure commune' },
  stylesheet: stylesheetPath,
  style: pageStyle,
  preview: false,
};

/** Runs `act` for the person at a survey that takes answers; otherwise says what is the matter. */
export function visiting(
  call: PublicCall,
  form: FormFields,
  act: (visit: Visit) => Promise<RawReply>,
  /** The form of a page with questions, or answers to send: whoever posts it has begun. */
  hasBegun = false,
): Promise<RawReply> {
  const reply = async (open: PublicWave): Promise<RawReply> => {
    const { token } = open.wave;
    let forgets = false;
    const known = wayText(call.cookies[wayCookieOf(token)]);
    const followed = wayText(call.query.w);
    const said = followed ?? wayText(field(form, 'way')) ?? known;
    const way = await findWay(call.tx, call.database, open, said);
    // Somebody else's link on a shared device does not open what stands there from before.
    const isOthers = followed?.startsWith('o-') === true && followed !== known;
    const visit = await startVisit(call.tx, token, open, {
      cookie: isOthers ? undefined : call.cookies[cookieOf(token)],
      field: field(form, 'key'),
      chosen:
        chosenLanguage(form, open.instrument.languages) ?? languageOf(form, open) ?? knownTo(open, call.query.lang),
      preferred: call.prefers(open.instrument.languages),
      way: typeof way === 'string' ? { kind: 'open' } : way,
      database: call.database,
      forgetKey: () => {
        forgets = true;
      },
    });
    const mayGoOn = open.takesAnswers && (open.letsIn || hasBegun || visit.draft !== null);
    if (!mayGoOn && !(await isSent(visit))) return closedPage(call.tx, open, visit.locale, new Date());
    const reply = !mayGoOn
      ? afterSending(visit)
      : typeof way !== 'string'
        ? await act(visit)
        : (await isSent(visit))
          ? afterSending(visit)
          : refusedWayPage(way, visit.locale, open, said);
    const stays = typeof way !== 'string' && way.kind === 'kiosk';
    if (forgets) call.setCookie(cookieOf(token), '', { maxAgeSeconds: 0 });
    else if (!visit.cookieWorks) keepKey(call, token, visit.key);
    // A device whose key was revoked stays refused, and does not go on as somebody's browser.
    const isNoWay = typeof way === 'string' && way !== 'device-revoked';
    if (known !== null && (isNoWay || (forgets && !stays)))
      call.setCookie(wayCookieOf(token), '', { maxAgeSeconds: 0 });
    else if (said !== null && said !== known && typeof way !== 'string' && !forgets)
      call.setCookie(wayCookieOf(token), said, { maxAgeSeconds: cookieDays * 86_400 });
    return reply;
  };
  return inWave(call, reply, { evenClosed: true });
}

/** The same in a transaction of its own, where the route has opened none. */
export function visitingAnew(
  { database, params, query, cookies, preferredLanguage, prefers, setCookie }: Omit<PublicCall, 'tx'>,
  act: (visit: Visit) => Promise<RawReply>,
): Promise<RawReply> {
  const call = { database, params, query, cookies, preferredLanguage, prefers, setCookie };
  return database.transact({ organizationId: null, accountId: null }, (tx) => visiting({ ...call, tx }, {}, act));
}

/** Whether the browser gives a key of answers back. */
export function hasKey(call: Pick<PublicCall, 'cookies'>, token: string): boolean {
  return isAnswerKey(call.cookies[cookieOf(token)]);
}

/** Lets the browser keep the key of a person's answers. */
export function keepKey(call: Pick<PublicCall, 'setCookie'>, token: string, key: string): void {
  call.setCookie(cookieOf(token), key, { maxAgeSeconds: cookieDays * 86_400 });
}

/** Runs `act` at a survey that takes answers; otherwise says that there is none, that it is paused, not open yet or over. */
export async function inWave(
  call: PublicCall,
  act: (open: PublicWave, locale: string) => Promise<RawReply>,
  { evenPaused = false, evenClosed = false }: { readonly evenPaused?: boolean; readonly evenClosed?: boolean } = {},
): Promise<RawReply> {
  const open = await enterPublicWave(call.tx, call.params.token, new Date());
  if (!open) {
    const { lang } = call.query;
    const ours = lang === 'en' || lang === 'fr' ? lang : (call.preferredLanguage ?? 'en');
    return htmlReply(noticePage('unknown', ours, notices), 404);
  }
  const { languages } = open.instrument;
  const locale = knownTo(open, call.query.lang) ?? call.prefers(languages) ?? languages[0] ?? 'en';
  if (isPausedOnly(open.wave)) {
    if (evenPaused) return act(open, locale);
    return htmlReply(noticePage('paused', locale, frameOf(open), open.instrument, { notice: open.notice }), 503);
  }
  if (!open.takesAnswers && isBeforeFirstDay(open.wave, new Date()))
    return htmlReply(
      noticePage('notOpen', locale, frameOf(open), open.instrument, {
        firstDay: open.wave.opensOn,
        notice: open.notice,
      }),
      403,
    );
  if (!open.takesAnswers && !evenClosed) return closedPage(call.tx, open, locale, new Date());
  return act(open, locale);
}

/** Whether the wave would take answers were it not paused. */
function isPausedOnly(wave: PublicWave['wave']): boolean {
  return wave.isPaused && takesAnswers({ ...wave, isPaused: false }, new Date());
}

/** The language of the page that was posted. */
export function languageOf(form: FormFields, open: PublicWave): string | null {
  return knownTo(open, field(form, 'lang'));
}

/** A language that the questionnaire has; null for any other. */
export function knownTo({ instrument }: PublicWave, language: string | undefined): string | null {
  return language !== undefined && instrument.languages.includes(language) ? language : null;
}
