import { nextStep, type PostedForm } from '@common-measure/instrument';
import { forget, keep } from './kept-store.ts';
import type { KeptSurvey, KeptVisit } from './kept-visit.ts';
import { allotmentOf, newAnswerKey, receiptOf, resumeCodeOf, withdrawalCodeOf } from './key-derivation.ts';
import { type OfKey, postedPage } from './local-answer.ts';

/** A page as the server would send it: with the policy of the survey's pages, and kept by nobody. */
export function pageOf({ policy }: { readonly policy: string }, html: string): Response {
  const type = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(html, { headers: { ...type, 'content-security-policy': policy } });
}

/** What a page of questions that the server took leads to, so that the device knows the same when the network goes away. */
export async function followVisit(
  survey: KeptSurvey,
  visit: KeptVisit | undefined,
  form: PostedForm,
  path: string,
  reply: Response,
): Promise<void> {
  if (visit === undefined || visit.key !== form.key?.at(-1)) return void forget('visit', survey.token);
  const base = `/s/${survey.token}`;
  const { allotment } = await ofKey(survey, visit);
  const move = nextStep(survey.instrument, { draft: visit.draft, allotment }, postedPage(base, path), form);
  const isKept = reply.type === 'opaqueredirect' || (reply.ok && move.stays);
  if (reply.ok && !move.stays) await forget('visit', survey.token);
  else if (isKept)
    await keep('visit', survey.token, { ...visit, draft: move.draft, locale: languageOf(survey, visit, form) });
}

/** Where the server leads somebody whom a full quota leaves out: nothing of hers stays on the device. */
export const isTurnedAway = ({ searchParams }: URL): boolean => searchParams.get('from') === 'full';

function languageOf({ instrument }: KeptSurvey, visit: KeptVisit, form: PostedForm): string {
  const asked = [form.do?.at(-1), form.lang?.at(-1)];
  return asked.find((one) => one !== undefined && instrument.languages.includes(one)) ?? visit.locale;
}

/** A person who begins without a network, in the language of her browser. */
export function newVisit(survey: KeptSurvey): KeptVisit {
  const locale = navigator.languages
    .map((language) => language.slice(0, 2))
    .find((language) => survey.instrument.languages.includes(language));
  const key = newAnswerKey();
  return {
    token: survey.token,
    key,
    locale: locale ?? survey.instrument.languages[0] ?? 'en',
    hidden: { key },
    draft: null,
    changed: [],
    discarded: false,
    state: 'answering',
  };
}

/** What follows from her key. */
export async function ofKey(survey: KeptSurvey, { key, given }: KeptVisit): Promise<OfKey> {
  const [allotment, receipt, withdrawalCode, resumeCode] = await Promise.all([
    allotmentOf(survey.instrument, key, given),
    receiptOf(key),
    withdrawalCodeOf(key),
    resumeCodeOf(key),
  ]);
  return { allotment, receipt, withdrawalCode, resumeCode };
}

/** A posted form. */
export const formOf = (text: string): PostedForm => grouped([...new URLSearchParams(text)]);

/** Fields of a form by name. */
export function grouped(pairs: readonly (readonly [string, string])[]): PostedForm {
  const names = [...new Set(pairs.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => [name, pairs.filter(([one]) => one === name).map(([, value]) => value)]),
  );
}
