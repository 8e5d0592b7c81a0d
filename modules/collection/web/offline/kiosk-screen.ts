import {
  escapeHtml,
  otherWaysHtml,
  type RespondentFrame,
  respondentDocument,
  surveyForm,
  surveyFrame,
  wordsOf,
} from '@common-measure/instrument';
import { type KioskQueueWords, kioskQueueWords } from '../../ways-in/kiosk-queue-words.ts';
import { wayWords } from '../../ways-in/way-words.ts';
import { countQueue, type KeptDevice, type QueuedVisit } from './kept-device.ts';
import type { KeptSurvey } from './kept-visit.ts';

/** What a page that only a tablet shows is made of. */
interface Place {
  readonly survey: KeptSurvey;
  readonly locale: string;
}

/** To a person whose answers wait: they are kept and will be sent, and by what she can ask for them. */
export function queuedPage(place: Place, codes: { readonly receipt: string; readonly withdrawalCode: string }): string {
  const { words, frame, shown } = around(place);
  const form = surveyForm(`${frame.base}/kiosk/queued`, { ...frame.hidden, ...codes }, act([['finish', words.finish]]));
  const code = (label: string, value: string): string =>
    `<div class="n"><p>${escapeHtml(label)}<span class="code">${escapeHtml(value)}</span></p></div>`;
  const said = `${code(words.receipt, codes.receipt)}${code(words.withdrawal, codes.withdrawalCode)}`;
  return shown(words.queued, `<p class="lead">${escapeHtml(words.queuedLead)}</p>${said}${form}`, null);
}

/** The key of the device was revoked: it takes nothing more, and people are told so. */
export function revokedPage(place: Place): string {
  const { title, more } = wayWords[place.locale === 'fr' ? 'fr' : 'en']['device-revoked'];
  const { survey, locale } = place;
  const others = otherWaysHtml(survey.notice, wordsOf(survey.instrument, locale));
  return around(place).shown(title, `<p class="lead">${escapeHtml(more)}</p>${others}`, null, null);
}

/** Asks the staff for the code of the device. */
export function staffCodePage(place: Place, problem: 'codeWrong' | 'codeLocked' | null): string {
  const { words, frame, shown } = around(place);
  const error = problem === null ? '' : `<span class="e" id="e-code">${escapeHtml(words[problem])}</span>`;
  const by = problem === null ? 'h-code' : 'h-code e-code';
  const box = `<div class="block${problem === null ? '' : ' bad'}"><label class="q z" for="code"><span class="lq">${escapeHtml(words.staffCode)}</span></label><p class="hint" id="h-code">${escapeHtml(words.staffHint)}</p>${error}<input type="password" id="code" name="code" inputmode="numeric" maxlength="12" autocomplete="off" aria-describedby="${by}"${problem === null ? '' : ' aria-invalid="true"'}></div>`;
  const form = surveyForm(`${frame.base}/kiosk/staff`, frame.hidden, `${box}${act([['open', words.open]])}`);
  return shown(words.staffTitle, `${form}${back(place, words)}`, problem);
}

/** What waits on the device, how it stands, and what the staff can do about it. */
export function staffPage(
  place: Place & { readonly device: KeptDevice; readonly queue: readonly QueuedVisit[]; readonly isAway: boolean },
  code: string,
): string {
  const { words, frame, shown } = around(place);
  const { device, queue, isAway, locale } = place;
  const counts = countQueue(queue);
  const spoken = locale === 'fr' ? 'fr-CA' : 'en-CA';
  const at = device.contactAt;
  const contact =
    at === null
      ? words.never
      : new Date(at).toLocaleString(spoken, { dateStyle: 'long', timeStyle: 'short', hour12: false });
  const rows: readonly (readonly [string, string])[] = [
    [words.waiting, counts.waiting.toLocaleString(spoken)],
    [words.late, counts.late.toLocaleString(spoken)],
    [words.refused, counts.refused.toLocaleString(spoken)],
    [words.contact, contact],
  ];
  const list = rows.map(([term, value]) => `<div><dt>${escapeHtml(term)}</dt><dd>${escapeHtml(value)}</dd></div>`);
  const some = counts.waiting + counts.notTaken > 0;
  const mayEnd: readonly (readonly [string, string])[] =
    device.standing === 'revoked' ? [['clear', words.endDevice]] : [];
  const ways: (readonly [string, string])[] = some
    ? [
        ['send', words.sendNow],
        ['save', words.save],
        ['clear', words.clear],
      ]
    : [['send', words.sendNow], ...mayEnd];
  const form = surveyForm(`${frame.base}/kiosk/staff`, { ...frame.hidden, code }, act(ways));
  const hint = some ? `<p class="hint">${escapeHtml(words.saveHint)}</p>` : '';
  const said = `<div class="n" role="status"><p>${escapeHtml(standingOf(device, isAway, words))}</p></div>`;
  return shown(
    words.staffTitle,
    `<p class="lead">${escapeHtml(device.name)}</p>${said}<dl class="ck">${list.join('')}</dl>${form}${hint}${back(place, words)}`,
    null,
  );
}

/** Nothing that waits is erased without a second question. */
export function staffClearingPage(place: Place & { readonly queue: readonly QueuedVisit[] }, code: string): string {
  const { words, frame, shown } = around(place);
  const isSaved = place.queue.every(({ isSaved: one, end }) => one || end === 'discard');
  const ways: readonly (readonly [string, string])[] = [
    ['keep', words.clearNo],
    ['erase', words.clearYes],
  ];
  const form = surveyForm(`${frame.base}/kiosk/staff`, { ...frame.hidden, code }, act(ways));
  const lead = isSaved ? words.clearSaved : words.clearUnsaved;
  return shown(words.clearTitle, `<p class="lead">${escapeHtml(lead)}</p>${form}`, null);
}

function standingOf({ standing }: KeptDevice, isAway: boolean, words: KioskQueueWords): string {
  if (standing === 'revoked') return words.isRevoked;
  if (isAway || standing === 'unknown') return words.isAway;
  return { open: words.isOpen, paused: words.isPaused, closed: words.isClosed }[standing];
}

function around({ survey, locale }: Place): {
  readonly words: KioskQueueWords;
  readonly frame: RespondentFrame;
  readonly shown: (title: string, body: string, problem: string | null, form?: string | null) => string;
} {
  const frame = surveyFrame({ ...survey, script: null }, locale, {});
  const t = wordsOf(survey.instrument, locale);
  const shown = (title: string, body: string, problem: string | null, form: string | null = 'f'): string =>
    respondentDocument({
      t,
      languages: survey.instrument.languages,
      frame,
      title,
      error: problem !== null,
      form,
      body: `<h1>${escapeHtml(title)}</h1>${body}`,
    });
  return { words: kioskQueueWords[locale === 'fr' ? 'fr' : 'en'], frame, shown };
}

function act(ways: readonly (readonly [act: string, label: string])[]): string {
  const buttons = ways.map(
    ([value, label], at) =>
      `<button${at === 0 ? '' : ' class="s"'} name="do" value="${value}">${escapeHtml(label)}</button>`,
  );
  return `<div class="act">${buttons.join('')}</div>`;
}

const back = ({ survey }: Place, words: KioskQueueWords): string =>
  `<div class="act"><a class="b s" href="/s/${survey.token}">${escapeHtml(words.back)}</a></div>`;
