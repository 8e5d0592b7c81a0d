import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Fieldwork } from './fieldwork.fixture.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

/** One after another as they were sent, many of them at once, so that they share commits. */
async function sentTogether(token: string, people: number, comment: (person: number) => string) {
  const sent = Array.from({ length: people }, () => randomUUID());
  const replies = await Promise.all(
    sent.map((id, person) =>
      fieldwork.server.inject({
        method: 'PUT',
        url: `/api/collect/${token}/responses/${id}`,
        payload: { language: 'en', entries: { overall_satisfaction: ['4'], comment_improve: [comment(person)] } },
      }),
    ),
  );
  expect(replies.map(({ statusCode }) => statusCode)).toEqual(Array(people).fill(200));
  return sent;
}

/** The ids by the transaction that wrote them, in the order in which they lie. */
async function written(waveId: string, table: 'response' | 'original_text'): Promise<readonly (readonly string[])[]> {
  const { rows } = await fieldwork.place.database.withOwner((client) =>
    client.query<{ id: string; act: string }>(
      `SELECT ${table === 'response' ? 'id' : 'response_id AS id'}, xmin::text AS act FROM collection.${table}
       WHERE wave_id = $1 ORDER BY ctid`,
      [waveId],
    ),
  );
  const acts = Map.groupBy(rows, ({ act }) => act);
  return [...acts.values()].map((group) => group.map(({ id }) => id));
}

test.each([
  ['without anything masked', (person: number) => `line ${person}`],
  ['with words masked', (person: number) => `call 514 555-01${10 + person}`],
])('answers that share a commit lie in the order of their random ids, not of their arrival: %s', async (_, comment) => {
  const survey = await fieldwork.openSurvey();
  const sent = await sentTogether(survey.answerPath.slice(3), 60, comment);
  for (const table of ['response', 'original_text'] as const) {
    const acts = await written(survey.waveId, table);
    if (acts.length === 0) continue;
    for (const ids of acts) expect(ids).toEqual(ids.toSorted());
  }
  const acts = await written(survey.waveId, 'response');
  expect(acts.flat().toSorted()).toEqual(sent.toSorted());
  // They did share: the claim is of something.
  expect(Math.max(...acts.map((ids) => ids.length))).toBeGreaterThan(5);
});
