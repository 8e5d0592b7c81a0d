import { type Allotment, nothingAllotted } from '../allotment.ts';
import type { Instrument } from '../instrument.ts';
import { filledInstrument } from '../slots.ts';
import { nextStep, type PostedForm, type PostedPage } from './next-step.ts';
import { type RespondentFrame, type RespondentStep, steeringFields } from './respondent-view.ts';
import { pageOfStep, type Standing } from './standing.ts';

/** Somebody who tries a questionnaire: nothing she enters leaves the page that shows it. */
export interface PreviewWalk {
  readonly standing: Standing;
  readonly step: RespondentStep;
  /** The page stayed because of what it now shows as missing. */
  readonly strict: boolean;
  /** A language of the instrument. */
  readonly locale: string;
}

/** At the introduction, or at the page of `step`, with nothing entered. */
export function beginWalk(
  locale: string,
  allotment: Allotment = nothingAllotted,
  step: RespondentStep = { kind: 'introduction' },
): PreviewWalk {
  return { standing: { draft: { entries: {}, section: null }, allotment }, step, strict: false, locale };
}

/** The page at which the walk stands. */
export function walkPage(
  instrument: Instrument,
  { standing, step, strict, locale }: PreviewWalk,
  frame: Pick<RespondentFrame, 'organization' | 'logo' | 'stylesheet'>,
): string {
  return pageOfStep(filledInstrument(instrument), standing.draft?.entries ?? {}, standing.allotment, {
    step,
    strict,
    locale,
    frame: { ...frame, base: '', hidden: {}, preview: true, closesOn: null },
  });
}

/** The page after a form was posted to `address`: the same as the server would show, only that nothing is received. */
export function walkOn(instrument: Instrument, walk: PreviewWalk, address: string, form: PostedForm): PreviewWalk {
  const act = form[steeringFields.act]?.at(-1);
  const locale = act !== undefined && instrument.languages.includes(act) ? act : walk.locale;
  const move = nextStep(instrument, walk.standing, postedPage(address), form);
  if (move.to === 'finish') return beginWalk(locale, walk.standing.allotment);
  return {
    standing: { ...walk.standing, draft: move.draft },
    step: move.to === 'send' ? { kind: 'receipt', receipt: '', withdrawalCode: '' } : move.to,
    strict: move.stays,
    locale,
  };
}

/** The page behind a link of the check page; null where the link leads out of the survey, or to a place on the same page. */
export function walkTo(walk: PreviewWalk, address: string): PreviewWalk | null {
  const [, section] = /^\/part\/([^/?#]+)/.exec(address) ?? [];
  if (section === undefined) return null;
  const query = new Map(
    (/\?([^#]*)/.exec(address)?.[1] ?? '').split('&').map((pair): [string, string] => {
      const [name = '', value = ''] = pair.split('=');
      return [name, value];
    }),
  );
  const step: RespondentStep = {
    kind: 'part',
    section,
    question: query.get('q') ?? null,
    returnsToCheck: query.get('returns') === 'check',
    newQuestions: false,
  };
  return { ...walk, step, strict: false };
}

function postedPage(address: string): PostedPage {
  const [, section] = /^\/part\/([^/?#]+)/.exec(address) ?? [];
  if (section !== undefined) return { kind: 'part', section };
  return { kind: /^\/check(?:[?#]|$)/.test(address) ? 'check' : 'start' };
}
