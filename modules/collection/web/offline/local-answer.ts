import {
  type Allotment,
  arrivalStep,
  type Entries,
  nextStep,
  type OfflinePage,
  offlinePage,
  otherCode,
  type PostedForm,
  type PostedPage,
  pageOfStep,
  type RespondentStep,
  stepAddress,
  stepOfAddress,
  surveyFrame,
} from '@common-measure/instrument';
import { hasUnsaved, type KeptSurvey, type KeptVisit } from './kept-visit.ts';

/** One request for a page of a survey, as the device answers it without the server. */
export interface LocalRequest {
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  /** The posted form; null where a page is opened. */
  readonly form: PostedForm | null;
}

/** What follows from a person's key. */
export interface OfKey {
  readonly allotment: Allotment;
  readonly receipt: string;
  readonly withdrawalCode: string;
  readonly resumeCode: string;
}

export interface LocalAnswer {
  /** What is kept from now on. */
  readonly visit: KeptVisit;
  /** The page, or the address of the one that follows. */
  readonly page: string | null;
  readonly goTo: string;
  /** What the page shows; null where another follows. */
  readonly shows: RespondentStep['kind'] | OfflinePage | null;
}

type Shown = Pick<LocalAnswer, 'page' | 'shows'>;

/** The page that the server would show, or the step that it would take, made on the device from what is kept there. */
export function answerLocally(survey: KeptSurvey, visit: KeptVisit, ofKey: OfKey, request: LocalRequest): LocalAnswer {
  const act = request.form?.do?.at(-1);
  const asked = [act, request.form?.lang?.at(-1), request.query.get('lang')];
  const locale = asked.find((one) => one !== undefined && survey.instrument.languages.includes(one)) ?? visit.locale;
  const here = { ...visit, locale };
  return request.form === null
    ? opened(survey, here, ofKey, request)
    : posted(survey, here, ofKey, request.path, request.form, act);
}

function opened(survey: KeptSurvey, visit: KeptVisit, ofKey: OfKey, { path, query }: LocalRequest): LocalAnswer {
  switch (visit.state) {
    case 'waiting':
    case 'late':
    case 'refused':
    case 'used':
    case 'cleared':
      return show(visit, apart(survey, visit, visit.state));
    case 'sent':
      if (isBeside(survey, path)) return show(visit, apart(survey, visit, 'needs-network'));
      return show({ ...visit, isSeen: true }, atStep(survey, visit, ofKey, { kind: 'receipt', ...codes(ofKey) }));
    case 'conflict':
      return show(visit, atStep(survey, visit, ofKey, { kind: 'conflict' }));
    case 'answering': {
      const base = `/s/${survey.token}`;
      const isPage = path === base || path === `${base}/check` || path.startsWith(`${base}/part/`);
      if (!isPage) return show(visit, apart(survey, visit, 'needs-network'));
      const asked = stepOfAddress(base, path, query) ?? arrivalStep({ draft: visit.draft, allotment: ofKey.allotment });
      const step = asked.kind === 'check' && visit.draft === null ? ({ kind: 'introduction' } as const) : asked;
      return show(visit, atStep(survey, visit, ofKey, step));
    }
  }
}

function posted(
  survey: KeptSurvey,
  visit: KeptVisit,
  ofKey: OfKey,
  path: string,
  form: PostedForm,
  act: string | undefined,
): LocalAnswer {
  const base = `/s/${survey.token}`;
  if (act === 'erase') return clear(survey, { ...visit, discarded: true });
  const isWithServer = visit.state === 'sent' || visit.state === 'used';
  if (isWithServer && act === 'finish') return clear(survey, visit);
  if (act === 'keep') return go(visit, base);
  if (act === 'finish' || act === 'leave')
    return visit.state !== 'answering' || hasUnsaved(visit)
      ? show(visit, apart(survey, visit, 'clearing'))
      : clear(survey, visit);
  if (visit.state !== 'answering') {
    const isHere = visit.state === 'waiting' || visit.state === 'late' || visit.state === 'refused';
    if (isHere && act === 'send') return go({ ...visit, state: 'waiting' }, base);
    return isHere && act === 'back' ? go({ ...visit, state: 'answering' }, `${base}/check`) : go(visit, base);
  }
  const before = visit.draft?.entries ?? {};
  const move = nextStep(survey.instrument, { ...visit, ...ofKey }, postedPage(base, path), form);
  const after = {
    ...visit,
    draft: move.draft,
    changed: move.draft === null ? [] : withChanges(survey, visit.changed, before, move.draft.entries),
    discarded: visit.discarded || move.draft === null,
  };
  if (move.to === 'finish') return clear(survey, after);
  if (move.to === 'send') return go({ ...after, state: 'waiting' }, base);
  return move.stays
    ? show(after, atStep(survey, after, ofKey, move.to, true))
    : go(after, stepAddress(base, move.to, visit.locale));
}

/** Which page's form goes to a path of the survey. */
export function postedPage(base: string, path: string): PostedPage {
  if (path.startsWith(`${base}/part/`)) return { kind: 'part', section: path.slice(`${base}/part/`.length) };
  return { kind: path === `${base}/check` ? 'check' : 'start' };
}

/** The step's page, which the server makes by the same function. */
function atStep(survey: KeptSurvey, visit: KeptVisit, ofKey: OfKey, step: RespondentStep, strict = false): Shown {
  const entries = step.kind === 'receipt' || step.kind === 'conflict' ? {} : (visit.draft?.entries ?? {});
  // A code opens what the server has, and all of it.
  const told = step.kind === 'saved' && !hasUnsaved(visit) ? { ...step, code: ofKey.resumeCode } : step;
  const frame = surveyFrame(survey, visit.locale, visit.hidden);
  const around = { step: told, strict, locale: visit.locale, frame };
  return { page: pageOfStep(survey.instrument, entries, ofKey.allotment, around), shows: step.kind };
}

/** A page beside the questions, which opens in a tab of its own. */
const isBeside = ({ token }: KeptSurvey, path: string): boolean =>
  [`/s/${token}/contact`, `/s/${token}/withdraw`].includes(path);

/** A page that only the device shows. */
export function aside(survey: KeptSurvey, visit: KeptVisit, page: OfflinePage): string {
  const frame = surveyFrame(survey, visit.locale, visit.hidden);
  return offlinePage(page, { instrument: survey.instrument, locale: visit.locale, frame });
}

function clear(survey: KeptSurvey, visit: KeptVisit): LocalAnswer {
  const after = { ...visit, draft: null, changed: [], state: 'cleared' } as const;
  return show(after, apart(survey, after, 'cleared'));
}

function withChanges(survey: KeptSurvey, known: readonly string[], before: Entries, after: Entries): readonly string[] {
  const said = (entries: Entries, code: string): string => JSON.stringify([entries[code], entries[otherCode(code)]]);
  const codes = survey.instrument.sections.flatMap((section) => section.questions.map(({ code }) => code));
  return codes.filter((code) => known.includes(code) || said(before, code) !== said(after, code));
}

const codes = ({ receipt, withdrawalCode }: OfKey) => ({ receipt, withdrawalCode });
const apart = (survey: KeptSurvey, visit: KeptVisit, page: OfflinePage): Shown => ({
  page: aside(survey, visit, page),
  shows: page,
});
const show = (visit: KeptVisit, shown: Shown): LocalAnswer => ({ visit, ...shown, goTo: '' });
const go = (visit: KeptVisit, address: string): LocalAnswer => ({
  visit,
  page: null,
  shows: null,
  goTo: address,
});
