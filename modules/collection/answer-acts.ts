import {
  type Entries,
  type RespondentStep,
  recordedAnswers,
  steeringFields,
  takeEntries,
} from '@common-measure/instrument';
import type { UiLanguage } from '@common-measure/kernel';
import { RawReply } from '@common-measure/platform/http';
import { receiptOf, responseIdOf, withdrawalCodeOf } from './answer-key.ts';
import { deleteDraft, saveDraft } from './draft-store.ts';
import { isRecorded, recordResponse } from './response-store.ts';
import { goTo, readEntries, stepPage, type Visit } from './visit.ts';

/** The fields of a form post: a repeated one as a list. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

const part = (section: string, more: { returnsToCheck?: boolean; newQuestions?: boolean } = {}): RespondentStep => ({
  kind: 'part',
  section,
  returnsToCheck: more.returnsToCheck ?? false,
  newQuestions: more.newQuestions ?? false,
});

/** What a button on the introduction or on the page of saved answers does. */
export async function actAtStart(visit: Visit, form: FormFields): Promise<RawReply> {
  const entries = visit.draft?.entries ?? {};
  const { parts } = readEntries(visit, entries);
  const first = parts[0] ? part(parts[0].code) : { kind: 'check' as const };
  switch (field(form, steeringFields.act)) {
    case 'start':
      return goTo(await keep(visit, entries, visit.draft?.section ?? null), first, entries);
    case 'resume':
      return goTo(
        visit,
        parts.some((one) => one.code === visit.draft?.section) ? part(visit.draft?.section ?? '') : first,
        entries,
      );
    case 'discard':
      await deleteDraft(visit.tx, visit.open.wave.organizationId, visit.key);
      return goTo({ ...visit, draft: null }, { kind: 'introduction' }, {});
    default:
      if (visit.draft) await keep(visit, entries, visit.draft.section);
      return goTo(
        visit,
        visit.draft && Object.keys(entries).length > 0 ? { kind: 'saved' } : { kind: 'introduction' },
        entries,
      );
  }
}

/** What a button on the page of a part does. Whatever it is, what was entered is kept first. */
export async function actAtPart(before: Visit, section: string, form: FormFields): Promise<RawReply> {
  if (await isSent(before)) return afterSending(before);
  const shown = (field(form, steeringFields.shown) ?? '').split(' ').filter(Boolean);
  const returnsToCheck = field(form, steeringFields.returns) === 'check';
  const entries = takeEntries(before.open.instrument, before.draft?.entries ?? {}, shown, listed(form));
  const visit = await keep(before, entries, section);
  const { parts, problems } = readEntries(visit, entries);
  const here = parts.findIndex((one) => one.code === section);
  switch (field(form, steeringFields.act)) {
    case 'next': {
      const warned = (field(form, steeringFields.warned) ?? '').split(' ');
      const stays = problems.some(
        ({ question, soft }) => shown.includes(question) && !(soft && warned.includes(question)),
      );
      if (stays) return stepPage(visit, part(section, { returnsToCheck }), entries, true);
      const fresh = parts[here]?.questions.some((question) => !shown.includes(question.code)) ?? false;
      if (fresh) return goTo(visit, part(section, { returnsToCheck, newQuestions: true }), entries);
      const next = here >= 0 ? parts[here + 1] : undefined;
      return goTo(visit, next && !returnsToCheck ? part(next.code) : { kind: 'check' }, entries);
    }
    case 'back': {
      const previous = here > 0 ? parts[here - 1] : undefined;
      return goTo(
        visit,
        returnsToCheck ? { kind: 'check' } : previous ? part(previous.code) : { kind: 'introduction' },
        entries,
      );
    }
    case 'save':
      return goTo(visit, { kind: 'saved' }, entries);
    default:
      return goTo(visit, part(section, { returnsToCheck }), entries);
  }
}

/** What a button on the check page or on the receipt does. `now` is when the answers arrive. */
export async function actAtCheck(visit: Visit, form: FormFields, now: Date): Promise<RawReply> {
  const act = field(form, steeringFields.act);
  const entries = visit.draft?.entries ?? {};
  const { parts, problems, answers } = readEntries(visit, entries);
  if (act === 'finish') {
    visit.forgetKey();
    return new RawReply('', { location: `/s/${visit.token}?lang=${visit.locale}`, 'cache-control': 'no-store' }, 303);
  }
  if (visit.draft === null)
    return (await isSent(visit)) ? afterSending(visit) : goTo(visit, { kind: 'introduction' }, {});
  const last = parts.at(-1);
  if (act === 'back') return goTo(visit, last ? part(last.code) : { kind: 'introduction' }, entries);
  if (act === 'save') return goTo(visit, { kind: 'saved' }, entries);
  if (act !== 'send') {
    await keep(visit, entries, visit.draft.section);
    return goTo(visit, { kind: 'check' }, entries);
  }
  if (Object.keys(entries).length === 0) return goTo(visit, { kind: 'introduction' }, entries);
  if (problems.some((problem) => !problem.soft)) return stepPage(visit, { kind: 'check' }, entries, true);
  const reception = await recordResponse(
    visit.tx,
    visit.open.wave,
    {
      id: responseIdOf(visit.key),
      language: visit.locale,
      mode: 'web',
      answers: recordedAnswers(visit.open.instrument, answers),
      withdrawalCode: withdrawalCodeOf(visit.key),
    },
    now,
  );
  await deleteDraft(visit.tx, visit.open.wave.organizationId, visit.key);
  return reception === 'recorded' || reception === 'known'
    ? afterSending(visit)
    : stepPage(visit, { kind: 'conflict' }, {}, false, 409);
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
export function chosenLanguage(form: FormFields): UiLanguage | null {
  const act = field(form, steeringFields.act);
  return act === 'en' || act === 'fr' ? act : null;
}

/** One field of a form; the last where it is repeated. */
export function field(form: FormFields, name: string): string | undefined {
  return [form[name] ?? []].flat().at(-1);
}

/** Saves the draft and gives the visit that has it. */
async function keep(visit: Visit, entries: Entries, section: string | null): Promise<Visit> {
  const { organizationId, waveId } = visit.open.wave;
  const draft = { entries, language: visit.locale, section };
  await saveDraft(visit.tx, organizationId, waveId, visit.key, draft);
  return { ...visit, draft };
}

function listed(form: FormFields): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat()]));
}
