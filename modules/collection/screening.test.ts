import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import { mixArrivals } from './mixing.ts';
import { recordedResponses } from './wave-dataset.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

const words = 'Julie Tremblay at 514 555-0199 was slow';

function send(survey: OpenSurvey, id: string, text: string, more: object = {}) {
  return fieldwork.server.inject({
    method: 'PUT',
    url: `/api/collect/${survey.answerPath.slice(3)}/responses/${id}`,
    payload: { language: 'en', entries: { comment_improve: [text] }, ...more },
  });
}

const commentsIn = async (survey: OpenSurvey) =>
  (await fieldwork.answersOf(survey)).map(({ comment_improve }) => comment_improve);

describe('a comment that tells who somebody is', () => {
  test('is masked before it is kept, and the same sent again is the same', async () => {
    const survey = await fieldwork.openSurvey();
    const id = randomUUID();
    expect((await send(survey, id, words)).json()).toEqual({ responseId: id, repeated: false });
    expect(await commentsIn(survey)).toEqual([{ kind: 'text', text: '[name] at [telephone] was slow' }]);
    expect((await send(survey, id, words)).json()).toEqual({ responseId: id, repeated: true });
    expect((await send(survey, id, '[name] at [telephone] was slow')).statusCode).toBe(409);
  });

  test('is masked on the pages as it is over the API', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = fieldwork.respondent();
    await eve.open(survey.answerPath, 'fr-CA');
    for (const entries of [{}, {}, {}, {}, {}, {}, {}])
      await eve.press(eve.page.includes('value="start"') ? 'start' : 'next', entries);
    await eve.press('next', { comment_improve: 'Appelez Julie Tremblay' });
    await eve.press('next');
    await eve.press('send');
    expect(await commentsIn(survey)).toEqual([{ kind: 'text', text: 'Appelez [nom]' }]);
  });

  test('is masked when it comes by a late file, in the language of its row, corrected ones too', async () => {
    const survey = await fieldwork.openSurvey();
    const join = (rows: readonly string[]) =>
      fieldwork.alice.send('POST', `/api/surveys/${survey.id}/late-files`, {
        ...{ content: ['overall_satisfaction;comment_improve;language', ...rows].join('\n'), batch: 'paper' },
        ...{ mode: 'paper', language: 'en', apply: true, replaces: true },
      });
    const secrets = {
      name: 'Oluwaseun Afolabi',
      phone: '514 555-0199',
      email: 'zz.needle@example.ca',
      'postal-code': 'X0A 0H1',
      sin: '046 454 286',
      'health-card': 'TREM 8562 1409',
    };
    const whole = `My name is ${secrets.name}, call ${secrets.phone} or ${secrets.email}, ${secrets['postal-code']}. SIN ${secrets.sin}. Card ${secrets['health-card']}.`;
    expect((await join([`4;${whole};en`, '2;Appelez Julie Tremblay;fr'])).json()).toMatchObject({ recorded: 2 });
    expect((await join([`4;${whole};en`, '2;Appelez Julie Tremblay au 514 555-0199;fr'])).json()).toMatchObject({
      ...{ recorded: 1, gone: 1 },
    });
    const stored = JSON.stringify(await commentsIn(survey));
    for (const secret of [...Object.values(secrets), 'Tremblay']) expect(stored).not.toContain(secret);
    expect(stored).toContain('Appelez [nom] au [téléphone]');
    const originals = `/api/surveys/${survey.id}/original-comments`;
    expect((await fieldwork.alice.send('GET', originals)).json().code).toBe('responses-not-allowed');
    const { account } = (await fieldwork.alice.send('GET', '/api/session')).json();
    await fieldwork.alice.send('PATCH', `/api/members/${account.id}`, { mayReadSingleResponses: true });
    const kept: readonly { text: string; kinds: string[] }[] = (await fieldwork.alice.send('GET', originals)).json();
    expect(kept.find(({ text }) => text === whole)?.kinds.toSorted()).toEqual(Object.keys(secrets).toSorted());
    expect(kept).toHaveLength(2);
    await fieldwork.alice.send('PATCH', `/api/members/${account.id}`, { mayReadSingleResponses: false });
  });

  test('is carried over with its original when the day is mixed, and no request can read the original from the table', async () => {
    const survey = await fieldwork.openSurvey();
    const ids = Array.from({ length: 5 }, () => randomUUID());
    for (const id of ids) await send(survey, id, words);
    await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/close`);
    await fieldwork.place.database.transact(fieldwork.scope, (tx) => mixArrivals(tx, survey.waveId, 'closed'));
    const kept = await fieldwork.place.database.withOwner((client) =>
      client.query<{ response_id: string; texts: object }>(
        'SELECT response_id, texts FROM collection.original_text WHERE wave_id = $1 ORDER BY ctid',
        [survey.waveId],
      ),
    );
    expect(kept.rows.map((row) => row.response_id)).toEqual(ids.toSorted());
    expect(kept.rows[0]?.texts).toEqual({ comment_improve: { text: words, kinds: ['name', 'phone'] } });
    const reading = fieldwork.place.database.transact(fieldwork.scope, (tx) =>
      sql`SELECT texts FROM collection.original_text`.execute(tx),
    );
    await expect(reading).rejects.toThrow(/permission denied/);
    const rows = await fieldwork.place.database.transact(fieldwork.scope, async (tx) => {
      const all: object[] = [];
      for await (const some of recordedResponses(tx, fieldwork.organizationId, survey.waveId)) all.push(...some);
      return all;
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('Tremblay');
  });
});
