import {
  type Allotment,
  allot,
  type Entries,
  pageOfStep,
  type RespondentStep,
  stepAddress,
  surveyFrame,
} from '@common-measure/instrument';
import { finishUntil } from '@common-measure/modules/studies/server';
import type { Database, Tx } from '@common-measure/platform/database';
import { RawReply } from '@common-measure/platform/http';
import { chanceOf, isAnswerKey, newAnswerKey, resumeCodeOf } from './answer-key.ts';
import { type Draft, readDraft } from './draft-store.ts';
import { pageStamp } from './fieldwork/page-clock.ts';
import { momentIn } from './moment.ts';
import type { PublicWave } from './open-wave.ts';
import { policyOf } from './page-style.ts';
import { publicSurvey } from './public-survey.ts';
import { kioskPage } from './ways-in/kiosk-tag.ts';
import type { Way } from './ways-in/way.ts';

/** One person at one survey, in one request. */
export interface Visit {
  readonly tx: Tx;
  readonly token: string;
  readonly open: PublicWave;
  readonly key: string;
  /** The browser gave our cookie back: then a redirect can follow a post. Without cookies the key travels in the form. */
  readonly cookieWorks: boolean;
  readonly draft: Draft | null;
  /** Her arm of a split sample and the order in which she sees the options. */
  readonly allotment: Allotment;
  readonly locale: string;
  readonly way: Way;
  /** Where keys of used links are found. */
  readonly database: Database;
  /** Lets the browser forget the key when the reply arrives: the next person on this device begins anew. */
  forgetKey(): void;
}

/** What a page shows of a visit. */
export type ShownVisit = Pick<Visit, 'token' | 'open' | 'key' | 'locale' | 'allotment' | 'way'>;

/** What a request says of the person: her key from the cookie or else the form, her language from the freshest source. */
export async function startVisit(
  tx: Tx,
  token: string,
  open: PublicWave,
  from: {
    readonly cookie: string | undefined;
    readonly field: string | undefined;
    readonly chosen: string | null;
    readonly preferred: string | null;
    readonly way: Way;
    readonly database: Database;
    readonly forgetKey: () => void;
  },
): Promise<Visit> {
  const cookieWorks = isAnswerKey(from.cookie);
  const key = isAnswerKey(from.field) ? from.field : isAnswerKey(from.cookie) ? from.cookie : newAnswerKey();
  const draft = await readDraft(tx, open.wave.organizationId, open.wave.waveId, key);
  const locale = from.chosen ?? draft?.language ?? from.preferred ?? open.instrument.languages[0] ?? 'en';
  const { way, database, forgetKey } = from;
  const drawn = allot(open.instrument, chanceOf(key));
  const allotment = way.kind === 'prepared' ? { ...drawn, given: way.given } : drawn;
  return { tx, token, open, key, cookieWorks, draft, allotment, locale, way, database, forgetKey };
}

/** The page of a step with what was entered. `strict` also shows which required questions were left empty, and which were better answered. */
export function stepPage(
  visit: ShownVisit,
  step: RespondentStep,
  entries: Entries,
  strict: boolean,
  status = 200,
): RawReply {
  const { locale, allotment } = visit;
  const device = visit.way.kind === 'kiosk' ? visit.way.device : null;
  const survey = publicSurvey(visit.open);
  // A tablet is many people's: its own script takes care of it, and keeps nothing of one for the next.
  const frame = surveyFrame(device ? { ...survey, script: null } : survey, locale, {
    ...formFieldsOf(visit),
    ...(step.kind === 'part' ? pageStamp(new Date()) : {}),
  });
  const told = step.kind === 'saved' ? { ...step, code: resumeCodeOf(visit.key) } : step;
  const { wave } = visit.open;
  const until = step.kind === 'receipt' || step.kind === 'full' ? null : finishUntil(wave, new Date());
  const closing = until && { finishUntil: momentIn(locale, wave.timeZone, until) };
  const html = pageOfStep(visit.open.instrument, entries, allotment, {
    step: told,
    strict,
    locale,
    frame: { ...frame, ...closing, onTablet: device !== null },
  });
  const isEnd = told.kind === 'full' || told.kind === 'conflict';
  const stays = isEnd ? saidAgain(html, `/s/${visit.token}`, told.kind) : html;
  return htmlReply(device ? kioskPage(stays, device, visit, told.kind) : stays, status);
}

/** The page that followed a press, whose switch of language leads to what it says once more, and not to the form before it. */
export function saidAgain(html: string, address: string, said: string): string {
  return html.replaceAll('href="?lang=', () => `href="${address}?from=${said}&amp;lang=`);
}

/** What travels with every form of a person beside her language. */
export function formFieldsOf({ key, way }: Pick<Visit, 'key' | 'way'>): Readonly<Record<string, string>> {
  return way.kind === 'open' ? { key } : { key, way: way.text };
}

/** After a post: a redirect to the page of the step, so that going back and reloading are harmless; the page itself without cookies. */
export function goTo(visit: Visit, step: RespondentStep, entries: Entries): RawReply {
  if (!visit.cookieWorks) return stepPage(visit, step, entries, false);
  return seeOther(addressOf(visit, step));
}

/** After a post: another page to get, so that reloading it posts nothing again. */
export function seeOther(location: string): RawReply {
  return new RawReply('', { location, 'cache-control': 'no-store' }, 303);
}

export function htmlReply(html: string, status = 200): RawReply {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policyOf(html),
  };
  return new RawReply(html, headers, status);
}

function addressOf(visit: Visit, step: RespondentStep): string {
  return stepAddress(`/s/${visit.token}`, step, visit.draft === null ? visit.locale : null);
}
