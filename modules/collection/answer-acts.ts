import {
  type Entries,
  enteredQuotas,
  heldQuotas,
  type KeptAnswers,
  type Move,
  nextStep,
  type PostedPage,
  type Quota,
  type RespondentStep,
  recordedAnswers,
  steeringFields,
  wayAhead,
} from '@common-measure/instrument';
import type { RawReply } from '@common-measure/platform/http';
import { receiptOf, responseIdOf, withdrawalCodeOf } from './answer-key.ts';
import { closedPage } from './closed-page.ts';
import { deleteDraft, saveDraft } from './draft-store.ts';
import { roomIn } from './fieldwork/closing-edge.ts';
import { lookSoon } from './fieldwork/closing-rule.ts';
import { countPageTime, pageStampField, secondsSince } from './fieldwork/page-clock.ts';
import { type PageLooks, withLook } from './fieldwork/page-haste.ts';
import { marksOf } from './fieldwork/response-marks.ts';
import { fullQuota, noteRefusal } from './quota-store.ts';
import { isRecorded, recordResponse } from './response-store.ts';
import { goTo, seeOther, stepPage, type Visit } from './visit.ts';
import { writeConflict } from './ways-in/conflict-store.ts';
import { countAnswered, readIntercept } from './ways-in/intercept-store.ts';
import { onceKeys } from './ways-in/once-keys.ts';
import { spendOnce } from './ways-in/once-store.ts';
import { refusedWayPage } from './ways-in/way-page.ts';

/** The fields of a form post: a repeated one as a list. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** What a button of the pages does: the step that follows is the same that a preview takes; what is kept and received is the record's. */
export async function actOnPage(before: Visit, page: PostedPage, form: FormFields, now: Date): Promise<RawReply> {
  const isFinishing = page.kind === 'check' && field(form, steeringFields.act) === 'finish';
  const isLate = page.kind === 'part' || (page.kind === 'check' && before.draft === null && !isFinishing);
  if (isLate && (await isSent(before))) return afterSending(before);
  if (page.kind === 'start' && field(form, steeringFields.act) === 'leave') return leaveDevice(before);
  const { instrument } = before.open;
  const move = withPrepared(before, nextStep(instrument, before, page, listed(form)));
  const full = await quotaMet(before, move.draft);
  if (full) return turnAway(before, full);
  if (page.kind === 'part') await countLook(before, page.section, form, now);
  const visit = await keep(
    before,
    move.draft,
    page.kind === 'part' ? looksAfter(before, page.section, form, now) : undefined,
  );
  const entries = visit.draft?.entries ?? {};
  if (move.to === 'finish') return leaveDevice(visit);
  if (move.to === 'send') return receive(visit, entries, now);
  return move.stays ? stepPage(visit, move.to, entries, true) : goTo(visit, move.to, entries);
}

/** Counts how long the page was looked at that a button of it was pressed on. */
function countLook({ tx, database, open, locale }: Visit, part: string, form: FormFields, now: Date): Promise<void> {
  const question = (field(form, steeringFields.shown) ?? '').split(' ')[0];
  // Testers know that they are looked at: their times are told by language.
  const section = open.isPretest ? `${locale}:${part}` : part;
  return countPageTime(tx, database, open.wave, { section, question, stamp: field(form, pageStampField) }, now);
}

/** The looks of the person after the page that a button was pressed on. */
function looksAfter({ draft, open, locale }: Visit, section: string, form: FormFields, now: Date): PageLooks {
  return withLook(open.instrument, draft?.looks ?? {}, {
    section,
    shown: (field(form, steeringFields.shown) ?? '').split(' '),
    language: locale,
    seconds: secondsSince(field(form, pageStampField), now),
    goesOn: field(form, steeringFields.act) === 'next',
  });
}

/** Whoever begins by a link that answers questions beforehand finds these answers on the pages, and may change them. */
function withPrepared({ draft, way }: Visit, move: Move): Move {
  if (way.kind !== 'prepared' || draft !== null || move.draft === null) return move;
  return { ...move, draft: { ...move.draft, entries: { ...way.shown, ...move.draft.entries } } };
}

/** The device forgets the person; what she saved stays where it is. */
export function leaveDevice(visit: Visit): RawReply {
  visit.forgetKey();
  return seeOther(visit.way.kind === 'kiosk' ? `/s/${visit.token}` : `/s/${visit.token}?lang=${visit.locale}`);
}

/** The full quota that a person has come into by her last step; null where she may go on. */
async function quotaMet({ tx, open, draft, allotment }: Visit, left: KeptAnswers | null): Promise<Quota | null> {
  if (!open.instrument.quotas || left === null || left === draft) return null;
  const after = wayAhead(open.instrument, left.entries, allotment).answers;
  // What the way in answers holds from the first press on, and not before it.
  const arrived = draft === null ? { ...allotment, given: undefined } : allotment;
  const before = wayAhead(open.instrument, draft?.entries ?? {}, arrived).answers;
  return fullQuota(tx, open.wave, enteredQuotas(open.instrument, before, after));
}

/** Thanks a person whom a full quota leaves out: nothing of hers is kept, and the device forgets her. */
async function turnAway(visit: Visit, quota: Quota): Promise<RawReply> {
  await noteRefusal(visit.tx, visit.open.wave, quota.code);
  await deleteDraft(visit.tx, visit.open.wave.organizationId, visit.key);
  visit.forgetKey();
  // A page of its own, so that reloading it does not count her again; where a stranger may not see it, it is the reply itself.
  const { letsIn, needsOwnLink } = visit.open;
  return letsIn && !needsOwnLink
    ? seeOther(`/s/${visit.token}?from=full&lang=${visit.locale}`)
    : stepPage(visit, { kind: 'full' }, {}, false);
}

/** Records the answers as they arrive; the same again gives the same receipt. A link that can be used once is used with them. */
export async function receive(visit: Visit, entries: Entries, now: Date): Promise<RawReply> {
  const { answers } = wayAhead(visit.open.instrument, entries, visit.allotment);
  const { tx, way, open } = visit;
  if ((await roomIn(tx, open.wave)) === 0 && !(await isSent(visit))) return closedPage(tx, open, visit.locale, now);
  if (way.kind === 'once' && !(await isSent(visit))) {
    const state = await spendOnce(tx, onceKeys.of(visit.database), open.wave, way.code, now);
    // The same press twice: the other one has used the link and recorded the answers while this one waited.
    if (state !== 'free') {
      return (await isSent(visit)) ? afterSending(visit) : refusedWayPage('link-used', visit.locale, open);
    }
  }
  const sent = {
    id: responseIdOf(visit.key),
    language: visit.locale,
    mode: way.kind === 'kiosk' ? ('kiosk' as const) : ('web' as const),
    answers: recordedAnswers(open.instrument, answers),
    withdrawalCode: withdrawalCodeOf(visit.key),
    quotas: heldQuotas(open.instrument, answers).map(({ code }) => code),
    marks: marksOf(open.instrument, answers, {
      looks: visit.draft?.looks,
      invitedEvery: way.kind === 'intercept' ? await invitationRate(visit) : null,
    }),
  };
  const reception = await recordResponse(tx, open.wave, sent, now);
  lookSoon(visit.database, open.wave);
  if (reception === 'conflict') await writeConflict(tx, open.wave, sent, now);
  if (reception === 'recorded' && way.kind === 'intercept') await countAnswered(tx, open.wave, now);
  await deleteDraft(tx, open.wave.organizationId, visit.key);
  return reception === 'recorded' || reception === 'known'
    ? afterSending(visit)
    : stepPage(visit, { kind: 'conflict' }, {}, false, 409);
}

/** One visit in how many is invited by other pages as the answers are sent; null where none is any more. */
async function invitationRate({ tx, open: { wave } }: Visit): Promise<number | null> {
  return (await readIntercept(tx, wave.organizationId, wave.surveyId))?.every ?? null;
}

/** Whether the answers of this key have been sent; then what stands on another page of hers is too late. */
export function isSent(visit: Visit): Promise<boolean> {
  return isRecorded(visit.tx, visit.open.wave.organizationId, responseIdOf(visit.key));
}

/** The receipt: the same again, however often it is asked for with the key. */
export function afterSending(visit: Visit): RawReply {
  visit.forgetKey();
  const step: RespondentStep = {
    kind: 'receipt',
    receipt: receiptOf(visit.key),
    withdrawalCode: withdrawalCodeOf(visit.key),
  };
  return stepPage(visit, step, {}, false);
}

/** The language that a button of the header asks for. */
export function chosenLanguage(form: FormFields, languages: readonly string[]): string | null {
  const act = field(form, steeringFields.act);
  return act !== undefined && languages.includes(act) ? act : null;
}

/** One field of a form; the last where it is repeated. */
export function field(form: FormFields, name: string): string | undefined {
  return [form[name] ?? []].flat().at(-1);
}

/** Keeps what a move leaves, in the language of the page, and gives the visit that has it. `looks` left out are those she had. */
async function keep(visit: Visit, left: KeptAnswers | null, looks = visit.draft?.looks): Promise<Visit> {
  const { organizationId, waveId } = visit.open.wave;
  if (left === null) {
    if (visit.draft) await deleteDraft(visit.tx, organizationId, visit.key);
    return { ...visit, draft: null };
  }
  const draft = { ...left, language: visit.locale, ...(looks ? { looks } : {}) };
  if (left !== visit.draft || visit.draft.language !== visit.locale)
    await saveDraft(visit.tx, organizationId, waveId, visit.key, draft);
  return { ...visit, draft };
}

function listed(form: FormFields): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat()]));
}
