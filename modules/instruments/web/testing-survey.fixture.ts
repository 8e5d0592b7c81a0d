import type { Instrument } from '@common-measure/instrument';
import type { Page } from 'playwright-core';

/** Makes a survey of a ready selection, or an empty one, through the API of the signed-in person, and gives its id and that of its questionnaire. */
export async function aSurveyOf(
  page: Page,
  packId: string | null,
  draft: Partial<Instrument> = {},
): Promise<{ id: string; instrumentId: string }> {
  return page.evaluate(
    async ({ packId, draft }) => {
      const { csrfToken } = await (await fetch('/api/session')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
      const name = { en: 'Visits', fr: 'Visites' };
      const body = JSON.stringify({ name, samplingClass: 'non-probability', timeZone: 'America/Halifax', packId });
      const survey = await (await fetch('/api/surveys', { method: 'POST', headers, body })).json();
      const address = `/api/instruments/${survey.instrumentId}`;
      if (Object.keys(draft).length > 0) {
        const { revision, instrument } = await (await fetch(address)).json();
        const changed = JSON.stringify({ revision, instrument: { ...instrument, ...draft } });
        await fetch(address, { method: 'PUT', headers, body: changed });
      }
      return { id: survey.id as string, instrumentId: survey.instrumentId as string };
    },
    { packId, draft },
  );
}
