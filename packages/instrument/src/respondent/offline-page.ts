import { textIn } from '@common-measure/kernel';
import type { Instrument } from '../instrument.ts';
import { respondentDocument, surveyForm } from './document.ts';
import { escapeHtml } from './html.ts';
import { type OfflineWord, offlineWordsIn } from './offline-words.ts';
import type { RespondentFrame } from './respondent-view.ts';
import { wordsOf } from './spoken-words.ts';

/**
 * A page that only a device without the server shows. `waiting`: answers that are to be sent; `late`: the survey ended before;
 * `refused`: the survey did not take them; `used`: her link was used from elsewhere meanwhile; `clearing`: unsent answers are to be erased, if the person says so; `cleared`: they are;
 * `needs-network`: a page that cannot be had without the server.
 */
export type OfflinePage = 'waiting' | 'late' | 'refused' | 'used' | 'clearing' | 'cleared' | 'needs-network';

interface PageParts {
  readonly title: OfflineWord;
  readonly texts: readonly OfflineWord[];
  readonly buttons: readonly (readonly [act: string, label: OfflineWord])[];
}

const parts: Readonly<Record<OfflinePage, PageParts>> = {
  waiting: {
    title: 'waiting',
    texts: ['waitingLead', 'waitingMore'],
    buttons: [
      ['send', 'sendNow'],
      ['back', 'changeAnswers'],
      ['finish', 'clearDevice'],
    ],
  },
  late: {
    title: 'late',
    texts: ['lateLead', 'lateMore'],
    buttons: [
      ['send', 'sendNow'],
      ['finish', 'clearDevice'],
    ],
  },
  refused: {
    title: 'late',
    texts: ['refused'],
    buttons: [
      ['back', 'changeAnswers'],
      ['send', 'sendNow'],
      ['finish', 'clearDevice'],
    ],
  },
  used: { title: 'used', texts: ['usedLead', 'usedMore'], buttons: [['finish', 'clearDevice']] },
  clearing: {
    title: 'clearing',
    texts: ['clearingLead'],
    buttons: [
      ['keep', 'keepThem'],
      ['erase', 'eraseThem'],
    ],
  },
  cleared: { title: 'cleared', texts: ['clearedLead'], buttons: [] },
  'needs-network': { title: 'needsNetwork', texts: ['needsNetworkLead'], buttons: [['keep', 'toAnswers']] },
};

/** The page as one HTML text; its buttons post to the check page of the survey. */
export function offlinePage(
  page: OfflinePage,
  { instrument, locale, frame }: { instrument: Instrument; locale: string; frame: RespondentFrame },
): string {
  const t = wordsOf(instrument, locale);
  const say = offlineWordsIn(instrument, locale);
  const { title, texts, buttons } = parts[page];
  const said = texts.map((text, at) => `<p${at === 0 ? ' class="lead"' : ''}>${escapeHtml(say[text])}</p>`).join('');
  const row = buttons.map(([act, label], at) => {
    const look = at === 0 ? '' : act === 'finish' || act === 'erase' ? ' class="t"' : ' class="s"';
    return `<button${look} name="do" value="${act}">${escapeHtml(say[label])}</button>`;
  });
  const form =
    row.length > 0 ? surveyForm(`${frame.base}/check`, frame.hidden, `<div class="act">${row.join('')}</div>`) : '';
  return respondentDocument({
    t,
    languages: instrument.languages,
    frame,
    title: `${say[title]} – ${textIn(instrument.title, locale)}`,
    form: form === '' ? null : 'f',
    body: `<h1>${escapeHtml(say[title])}</h1>${said}${form}`,
  });
}
