import { type Entries, takeEntries } from '../entry.ts';
import type { Instrument, Question } from '../instrument.ts';
import { type PagePlace, pageAt, type QuestionPage } from '../pages.ts';
import { isAnswerable } from '../question-parts.ts';
import { type RespondentStep, steeringFields } from './respondent-view.ts';
import { type KeptAnswers, type Standing, wayAhead } from './standing.ts';

/** The page whose form was posted: the introduction and the saved answers are one address, each part has one, and the check. */
export type PostedPage =
  | { readonly kind: 'start' }
  | { readonly kind: 'part'; readonly section: string }
  | { readonly kind: 'check' };

/** The fields of a posted form by name, the value of the button pressed among them. */
export type PostedForm = Readonly<Record<string, readonly string[]>>;

/** What a button leads to. */
export interface Move {
  /** What is kept from now on; null where everything was discarded or nothing was begun. */
  readonly draft: KeptAnswers | null;
  /** The next page; `send` where the answers are complete and to be received, `finish` where the next person begins anew. */
  readonly to: RespondentStep | 'send' | 'finish';
  /** The same page stays, with everything that keeps it from going on. */
  readonly stays: boolean;
}

/**
 * What a button of a page does, in every client that shows the pages: the server and the preview go from page to page by this function.
 * Whatever it is, what was entered on a part is kept first. It receives nothing and sends nothing.
 */
export function nextStep(instrument: Instrument, standing: Standing, page: PostedPage, form: PostedForm): Move {
  switch (page.kind) {
    case 'start':
      return fromStart(instrument, standing, form);
    case 'part':
      return fromPart(instrument, standing, page.section, form);
    case 'check':
      return fromCheck(instrument, standing, form);
  }
}

/** The page one sees on coming to the survey: a draft with answers in it is offered first. */
export function arrivalStep({ draft }: Standing): RespondentStep {
  return { kind: draft !== null && Object.keys(draft.entries).length > 0 ? 'saved' : 'introduction' };
}

function fromStart(instrument: Instrument, standing: Standing, form: PostedForm): Move {
  const { draft, allotment } = standing;
  const { pages } = wayAhead(instrument, draft?.entries ?? {}, allotment);
  switch (field(form, steeringFields.act)) {
    case 'start':
      return go(stepTo(pages[0]), draft ?? { entries: {}, section: null });
    case 'resume': {
      const left = draft?.section ? pageAt(instrument, pages, { section: draft.section, question: draft.question }) : 0;
      return go(stepTo(pages[left]), draft);
    }
    case 'discard':
      return go(introduction, null);
    default:
      return go(arrivalStep(standing), draft);
  }
}

function fromPart(instrument: Instrument, standing: Standing, section: string, form: PostedForm): Move {
  const shown = (field(form, steeringFields.shown) ?? '').split(' ').filter(Boolean);
  const isShown = ({ code }: Question): boolean => shown.includes(code);
  const before = standing.draft?.entries ?? {};
  const entries = takeEntries(instrument, before, shown, form);
  const { pages, problems } = wayAhead(instrument, entries, standing.allotment);
  const found = pages.findIndex((page) => page.section.code === section && page.section.questions.some(isShown));
  const at = found >= 0 ? found : pageAt(instrument, pages, { section, question: shown.at(-1) });
  const here = pages[found];
  const returns = field(form, steeringFields.returns) === 'check';
  const draft = { entries, section, question: here ? here.question : (shown.at(-1) ?? null) };
  const stay = (more: PartWays = {}): RespondentStep =>
    here ? stepTo(here, { returns, ...more }) : part({ section, question: draft.question }, { returns, ...more });
  switch (field(form, steeringFields.act)) {
    case 'next': {
      const warned = (field(form, steeringFields.warned) ?? '').split(' ');
      const stays = problems.some(
        ({ question, soft }) => shown.includes(question) && !(soft && warned.includes(question)),
      );
      if (stays) return { draft, to: stay(), stays };
      if (here?.section.questions.some((question) => !isShown(question))) return go(stay({ news: true }), draft);
      const next = here ? pages[at + 1] : pages[at];
      if (!returns) return go(stepTo(next), draft);
      const opened = openedPage(pages, wayAhead(instrument, before, standing.allotment).pages, next, entries, form);
      return go(opened ? stepTo(opened, { returns, news: true }) : check, draft);
    }
    case 'back': {
      const previous = pages[at < 0 ? pages.length - 1 : at - 1];
      return go(returns ? check : previous ? stepTo(previous) : introduction, draft);
    }
    case 'save':
      return go(saved, draft);
    default:
      return go(stay(), draft);
  }
}

/**
 * Where a change on the way back to the check page leads first: to a page that the change has opened, and from such a page on to the
 * next, as long as nothing was entered there.
 */
function openedPage(
  pages: readonly QuestionPage[],
  before: readonly QuestionPage[],
  next: QuestionPage | undefined,
  entries: Entries,
  form: PostedForm,
): QuestionPage | undefined {
  const asked = new Set(before.flatMap((page) => page.section.questions.map(({ code }) => code)));
  const isUntouched = (page: QuestionPage): boolean =>
    page.section.questions.some(isAnswerable) && page.section.questions.every(({ code }) => !entries[code]);
  const opened = pages.find((page) => isUntouched(page) && page.section.questions.some(({ code }) => !asked.has(code)));
  if (opened) return opened;
  return field(form, steeringFields.more) === '1' && next && isUntouched(next) ? next : undefined;
}

function fromCheck(instrument: Instrument, { draft, allotment }: Standing, form: PostedForm): Move {
  const act = field(form, steeringFields.act);
  if (act === 'finish') return { draft, to: 'finish', stays: false };
  if (draft === null) return go(introduction, null);
  const { pages, problems } = wayAhead(instrument, draft.entries, allotment);
  const last = pages.at(-1);
  if (act === 'back') return go(last ? stepTo(last) : introduction, draft);
  if (act === 'save') return go(saved, draft);
  if (act !== 'send') return go(check, draft);
  if (isEmpty(draft.entries)) return go(introduction, draft);
  return problems.some((problem) => !problem.soft)
    ? { draft, to: check, stays: true }
    : { draft, to: 'send', stays: false };
}

const introduction: RespondentStep = { kind: 'introduction' };
const check: RespondentStep = { kind: 'check' };
const saved: RespondentStep = { kind: 'saved' };

interface PartWays {
  readonly returns?: boolean;
  readonly news?: boolean;
}

function part({ section, question }: PagePlace, { returns = false, news = false }: PartWays = {}): RespondentStep {
  const place = question ? { section, question } : { section };
  return { kind: 'part', ...place, returnsToCheck: returns, newQuestions: news };
}

/** The step to a page; to the check where there is none. */
function stepTo(page: QuestionPage | undefined, ways: PartWays = {}): RespondentStep {
  return page ? part({ section: page.section.code, question: page.question }, ways) : check;
}

const go = (to: RespondentStep, draft: KeptAnswers | null): Move => ({ draft, to, stays: false });
const isEmpty = (entries: Entries): boolean => Object.keys(entries).length === 0;
const field = (form: PostedForm, name: string): string | undefined => form[name]?.at(-1);
