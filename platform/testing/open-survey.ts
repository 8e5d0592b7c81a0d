import { randomUUID } from 'node:crypto';
import type { RunningServer } from './running-server.ts';

/** A survey that takes answers on a running platform, set up over HTTP by its first person. */
export interface AnsweredSurvey {
  readonly id: string;
  readonly token: string;
  /** The first person's requests, with her session; a form with a file goes as it is. */
  send(method: string, path: string, body?: object): Promise<Response>;
  /** Sends one answer as another client does. */
  answer(id?: string, more?: { readonly signal?: AbortSignal; readonly comment?: string }): Promise<Response>;
  /** How many answers are stored. */
  stored(): Promise<number>;
}

/** Signs in by the link that the first start printed, founds an organization and publishes a survey of the satisfaction pack. */
export async function anAnsweredSurvey(server: RunningServer): Promise<AnsweredSurvey> {
  const json = { 'content-type': 'application/json' };
  let session: Record<string, string> = {};
  const send = async (method: string, path: string, body?: object) => {
    const reply = await fetch(server.address + path, {
      method,
      headers: { ...session, ...(body === undefined || body instanceof FormData ? {} : json) },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    return reply;
  };
  const wanted = async (reply: Response): Promise<Record<string, string>> => {
    if (!reply.ok) throw new Error(`${reply.url}: ${reply.status} ${await reply.text()}`);
    return Object(await reply.json());
  };
  const link = new URL(server.signInLink('en') ?? '').hash.slice(1);
  const entry = await send('POST', '/api/sign-in-link', { token: link, language: 'en' });
  const cookie = entry.headers.getSetCookie().map((one) => one.split(';')[0]);
  session = { cookie: cookie.join('; ') };
  session['x-csrf-token'] = String((await wanted(await send('GET', '/api/session'))).csrfToken);
  const name = { en: 'Riverbend', fr: 'Riverbend' };
  await wanted(
    await send('POST', '/api/organizations', {
      name,
      level: 'municipal',
      serviceAreas: ['licensing'],
      clientTypes: ['individual'],
    }),
  );
  const survey = await wanted(
    await send('POST', '/api/surveys', {
      name,
      samplingClass: 'non-probability',
      timeZone: 'America/Regina',
      packId: 'client_satisfaction_core',
    }),
  );
  const open = await wanted(await send('POST', `/api/surveys/${survey.id}/publish`, {}));
  const token = String(open.answerPath).slice(3);
  return {
    id: String(survey.id),
    token,
    send,
    answer: (id = randomUUID(), { signal, comment } = {}) =>
      fetch(`${server.address}/api/collect/${token}/responses/${id}`, {
        method: 'PUT',
        headers: json,
        body: JSON.stringify({
          language: 'en',
          entries: { overall_satisfaction: ['4'], ...(comment === undefined ? {} : { comment_improve: [comment] }) },
        }),
        ...(signal === undefined ? {} : { signal }),
      }),
    stored: async () => Number((await wanted(await send('GET', `/api/surveys/${survey.id}/fieldwork`))).total),
  };
}
