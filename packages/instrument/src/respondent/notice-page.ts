import { uiLanguages } from '@common-measure/kernel';
import type { Instrument } from '../instrument.ts';
import { respondentDocument } from './document.ts';
import { errorSummary } from './error-summary.ts';
import { attributes, escapeHtml } from './html.ts';
import { otherWaysHtml, type PublicNotice, privacyContactHtml } from './public-notice.ts';
import type { RespondentFrame } from './respondent-view.ts';
import { wordsOf } from './spoken-words.ts';

/** What a page without questions takes from the survey: its languages; of an unknown one there are the platform’s. */
type Languages = Pick<Instrument, 'languages' | 'pageWords'>;
const platform: Languages = { languages: uiLanguages };

type NoticeFrame = Pick<RespondentFrame, 'organization' | 'logo' | 'stylesheet' | 'style' | 'script' | 'preview'>;

/** What a notice tells besides: days as ISO dates. */
export interface NoticeFacts {
  /** Of a closed round: the address of the one that takes answers now. */
  readonly presentRound?: string | null;
  /** It closed because as many have answered as were wanted. */
  readonly hasEnough?: boolean;
  readonly lastDay?: string | null;
  readonly firstDay?: string | null;
  /** What the survey says to people: other ways to answer while it takes answers, or will; whom to ask once it is closed. */
  readonly notice?: PublicNotice;
}

/** A page without questions: the survey is closed, not open yet, paused, unknown, or the answers are withdrawn. */
export function noticePage(
  notice: 'closed' | 'notOpen' | 'paused' | 'unknown' | 'withdrawn',
  locale: string,
  frame: NoticeFrame,
  survey: Languages = platform,
  told: NoticeFacts = {},
): string {
  const t = wordsOf(survey, locale);
  const { presentRound = null } = told;
  const goesOn =
    presentRound === null
      ? ''
      : `<p>${t.goesOn}</p><p class="ln"><a${attributes({ href: presentRound })}>${t.toPresentRound}</a></p>`;
  const why = [
    ...(told.hasEnough ? [t.closedEnough] : []),
    ...(told.lastDay ? [t.lastDayWas(t.date(told.lastDay))] : []),
    ...(told.firstDay ? [t.opensOnDay(t.date(told.firstDay))] : []),
  ];
  const more = {
    closed: t.closedMore,
    notOpen: t.notOpenMore,
    paused: t.pausedMore,
    unknown: t.unknownMore,
    withdrawn: t.withdrawnMore,
  }[notice];
  const onward =
    told.notice === undefined || notice === 'unknown' || notice === 'withdrawn'
      ? ''
      : notice === 'closed'
        ? privacyContactHtml(told.notice, t)
        : otherWaysHtml(told.notice, t);
  return respondentDocument({
    t,
    languages: survey.languages,
    frame,
    title: t[notice],
    form: null,
    body: `<h1>${t[notice]}</h1><p class="lead">${[...why, more].join(' ')}</p>${goesOn}${onward}`,
  });
}

/** The page on which a person withdraws her answers by the code of her receipt. `typed` is what she entered when it was not found. */
export function withdrawalPage(
  locale: string,
  frame: NoticeFrame & Pick<RespondentFrame, 'base'>,
  typed: string | null,
  survey: Languages = platform,
  isWrong = typed !== null,
): string {
  const t = wordsOf(survey, locale);
  const words = {
    act: 'withdraw',
    title: t.withdraw,
    label: t.withdrawCode,
    hint: t.withdrawHint,
    notFound: t.notFound,
  };
  return codePage(locale, frame, words, { typed: typed ?? '', isWrong }, survey);
}

/** The page on which a person opens, on another device, what she saved. The code may have come with the link that she followed. */
export function resumePage(
  locale: string,
  frame: NoticeFrame & Pick<RespondentFrame, 'base'>,
  code: { readonly typed: string; readonly isWrong: boolean },
  survey: Languages = platform,
): string {
  const t = wordsOf(survey, locale);
  const words = {
    act: 'resume',
    title: t.openSaved,
    label: t.resumeCode,
    hint: t.resumeHint,
    notFound: t.nothingSaved,
  };
  return codePage(locale, frame, words, code, survey);
}

/** One box for a code, and a button named like the page. */
function codePage(
  locale: string,
  frame: NoticeFrame & Pick<RespondentFrame, 'base'>,
  words: { act: string; title: string; label: string; hint: string; notFound: string },
  { typed, isWrong }: { readonly typed: string; readonly isWrong: boolean },
  survey: Languages,
): string {
  const t = wordsOf(survey, locale);
  const summary = errorSummary(t, isWrong ? [{ href: '#code', text: words.notFound }] : []);
  const problem = isWrong ? `<span class="e" id="e-code">${words.notFound}</span>` : '';
  const input = `<input${attributes({ type: 'text', id: 'code', name: 'code', autocomplete: 'off', spellcheck: 'false', maxlength: '40', value: typed, 'aria-describedby': isWrong ? 'h-code e-code' : 'h-code', 'aria-invalid': isWrong ? 'true' : null })}>`;
  const form = `<form${attributes({ id: 'f', method: 'post', action: `${frame.base}/${words.act}`, novalidate: true })}><input${attributes({ type: 'hidden', name: 'lang', value: locale })}><div${attributes({ class: isWrong ? 'block bad' : 'block' })}><label class="q z" for="code">${words.label}</label><p class="hint" id="h-code">${words.hint}</p>${problem}${input}</div><div class="act"><button name="do" value="${words.act}">${words.title}</button></div></form>`;
  return respondentDocument({
    t,
    languages: survey.languages,
    frame,
    title: words.title,
    error: isWrong,
    form: 'f',
    body: `${summary}<h1>${escapeHtml(words.title)}</h1>${form}`,
  });
}
