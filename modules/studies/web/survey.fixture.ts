import type { Page } from 'playwright-core';

/** Makes a survey from a ready selection of the bank, or an empty one, as the person of this page, and gives its id. */
export async function aSurveyOf(page: Page, packId: string | null): Promise<string> {
  return page.evaluate(async (pack) => {
    const { csrfToken } = await (await fetch('/api/session')).json();
    const name = { en: 'Counter visits', fr: 'Visites au comptoir' };
    const body = { name, samplingClass: 'non-probability', timeZone: 'America/Halifax', packId: pack };
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    const reply = await fetch('/api/surveys', { method: 'POST', headers, body: JSON.stringify(body) });
    return (await reply.json()).id as string;
  }, packId);
}
