import { type Entries, fieldName, otherCode } from '@common-measure/instrument';
import type { KeptSurvey, KeptVisit } from './kept-visit.ts';
import type { ToldVisit } from './told-visit.ts';

/** Longest wait for the server before a device with the survey on it goes on alone, in milliseconds. */
const patience = 12_000;

/** What came of bringing a visit to the server; `away`: there is no network, or the server cannot answer now. */
export type Brought = KeptVisit | 'away';

/** Lets the server know what happened without it: erasures, changed entries, answers to be sent. Doing it twice changes nothing. */
export async function bringToServer(survey: KeptSurvey, visit: KeptVisit): Promise<Brought> {
  try {
    if (visit.state === 'waiting') return await send(survey, visit);
    if (visit.discarded) await post(visit, '', { do: 'discard' });
    if (visit.state === 'cleared') {
      await post(visit, '', { do: 'leave' });
      return visit;
    }
    if (visit.changed.length === 0) return { ...visit, discarded: false };
    const place = { section: visit.draft?.section ?? '', question: visit.draft?.question ?? '' };
    const { status } = await post(visit, '/draft', { ...place, ...fields(visit.changed, visit.draft?.entries ?? {}) });
    // Answers that came in too late for a draft are still the person's: sending says what is the matter.
    return status === 410 || status === 404 ? 'away' : { ...visit, changed: [], discarded: false };
  } catch {
    return 'away';
  }
}

async function send(survey: KeptSurvey, visit: KeptVisit): Promise<KeptVisit> {
  const entries = visit.draft?.entries ?? {};
  const codes = survey.instrument.sections.flatMap((section) => section.questions.map(({ code }) => code));
  const { status, headers } = await post(visit, '/send', fields(codes, entries));
  if (status === 200) return { ...visit, state: 'sent', draft: null, changed: [], discarded: false };
  if (status === 409) return { ...visit, state: 'conflict', draft: null, changed: [] };
  const refusal = headers.get('x-refusal');
  if (refusal === 'link-used') return { ...visit, state: 'used' };
  if (refusal !== null) return { ...visit, state: 'refused' };
  return { ...visit, state: status === 410 || status === 404 ? 'late' : 'refused' };
}

/** The fields of a form that says what stands for these questions, and nothing for what is empty. */
export function fields(
  codes: readonly string[],
  entries: Entries,
): Readonly<Record<string, string | readonly string[]>> {
  const named = codes.flatMap((code) => [code, otherCode(code)]).filter((code) => entries[code] !== undefined);
  return {
    shown: codes.join(' '),
    ...Object.fromEntries(named.map((code) => [fieldName(code), entries[code] ?? []])),
  };
}

/**
 * Posts as a form; the reply (of status 0 for a redirect), or an error where the server is away or could not do it now. Without `credentials` no
 * cookie goes along, and none comes of it.
 */
export async function post(
  { token, key, locale, hidden }: Pick<KeptVisit, 'token' | 'key' | 'locale' | 'hidden'>,
  path: string,
  form: Readonly<Record<string, string | readonly string[]>>,
  credentials: RequestCredentials = 'same-origin',
): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...hidden, key, lang: locale, ...form }))
    for (const one of [value].flat()) body.append(name, one);
  const signal = AbortSignal.timeout(patience);
  const reply = await fetch(`/s/${token}${path}`, {
    method: 'POST',
    body,
    redirect: 'manual',
    signal,
    credentials,
  });
  if (isFailing(reply)) throw new Error(`status ${reply.status}`);
  return reply;
}

/** The survey and the person's answers as the server has them. */
export async function askServer(token: string, have: string): Promise<ToldVisit | null> {
  const reply = await fetch(`/s/${token}/offline.json?have=${have}`, { signal: AbortSignal.timeout(patience) });
  return reply.ok ? reply.json() : null;
}

/** The server's answer to the browser's own request; throws where it is away, slow, or could not do it now. */
export async function fromServer(request: Request): Promise<Response> {
  if (!navigator.onLine) throw new Error('no network');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too slow')), patience);
  });
  const reply = await Promise.race([fetch(request), late]).finally(() => clearTimeout(timer));
  if (isFailing(reply) && !isPageOfOurs(reply)) throw new Error(`status ${reply.status}`);
  return reply;
}

/** Too many requests, a server that is starting, or a proxy without one: the same again may do. */
const isFailing = ({ status }: Response): boolean => status === 429 || status >= 500;

/** The page of the server itself that says why there are no questions now, such as while a survey is paused: it brings its own look. */
const isPageOfOurs = ({ headers }: Response): boolean =>
  /style-src 'self' 'sha256-/.test(headers.get('content-security-policy') ?? '');
