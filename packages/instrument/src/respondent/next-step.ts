import { type Entries, takeEntries } from '../entry.ts';
import type { Instrument } from '../instrument.ts';
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
  const { parts } = wayAhead(instrument, draft?.entries ?? {}, allotment);
  const first = parts[0] ? part(parts[0].code) : check;
  switch (field(form, steeringFields.act)) {
    case 'start':
      return go(first, draft ?? { entries: {}, section: null });
    case 'resume': {
      const last = parts.find((one) => one.code === draft?.section);
      return go(last ? part(last.code) : first, draft);
    }
    case 'discard':
      return go(introduction, null);
    default:
      return go(arrivalStep(standing), draft);
  }
}

function fromPart(instrument: Instrument, standing: Standing, section: string, form: PostedForm): Move {
  const shown = (field(form, steeringFields.shown) ?? '').split(' ').filter(Boolean);
  const returnsToCheck = field(form, steeringFields.returns) === 'check';
  const entries = takeEntries(instrument, standing.draft?.entries ?? {}, shown, form);
  const draft = { entries, section };
  const { parts, problems } = wayAhead(instrument, entries, standing.allotment);
  const here = parts.findIndex((one) => one.code === section);
  switch (field(form, steeringFields.act)) {
    case 'next': {
      const warned = (field(form, steeringFields.warned) ?? '').split(' ');
      const stays = problems.some(
        ({ question, soft }) => shown.includes(question) && !(soft && warned.includes(question)),
      );
      if (stays) return { draft, to: part(section, { returnsToCheck }), stays };
      const fresh = parts[here]?.questions.some((question) => !shown.includes(question.code)) ?? false;
      if (fresh) return go(part(section, { returnsToCheck, newQuestions: true }), draft);
      const next = here >= 0 ? parts[here + 1] : undefined;
      return go(next && !returnsToCheck ? part(next.code) : check, draft);
    }
    case 'back': {
      const previous = here > 0 ? parts[here - 1] : undefined;
      return go(returnsToCheck ? check : previous ? part(previous.code) : introduction, draft);
    }
    case 'save':
      return go(saved, draft);
    default:
      return go(part(section, { returnsToCheck }), draft);
  }
}

function fromCheck(instrument: Instrument, { draft, allotment }: Standing, form: PostedForm): Move {
  const act = field(form, steeringFields.act);
  if (act === 'finish') return { draft, to: 'finish', stays: false };
  if (draft === null) return go(introduction, null);
  const { parts, problems } = wayAhead(instrument, draft.entries, allotment);
  const last = parts.at(-1);
  if (act === 'back') return go(last ? part(last.code) : introduction, draft);
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

function part(section: string, more: { returnsToCheck?: boolean; newQuestions?: boolean } = {}): RespondentStep {
  return {
    kind: 'part',
    section,
    returnsToCheck: more.returnsToCheck ?? false,
    newQuestions: more.newQuestions ?? false,
  };
}

const go = (to: RespondentStep, draft: KeptAnswers | null): Move => ({ draft, to, stays: false });
const isEmpty = (entries: Entries): boolean => Object.keys(entries).length === 0;
const field = (form: PostedForm, name: string): string | undefined => form[name]?.at(-1);
