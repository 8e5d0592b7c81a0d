import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { collectionRoutes } from '@common-measure/modules/collection/server';
import { instrumentRoutes } from '@common-measure/modules/instruments/server';
import { surveyRoutes } from '@common-measure/modules/studies/server';
import type { Engine } from '@common-measure/platform/analytics';
import { anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { datasetsRoutes } from './server.ts';

let place: TestServer;
let engine: Engine;
let server: FastifyInstance;
let alice: Person;

beforeAll(async () => {
  place = await aServerOf(
    [...accountsRoutes, ...instrumentRoutes, ...surveyRoutes, ...collectionRoutes, ...datasetsRoutes],
    authenticate,
  );
  ({ server, engine } = place);
  alice = await anOwner(server, place.database, 'alice');
});
afterAll(() => place?.close());

async function aSurvey() {
  const wanted = {
    name: { en: 'Visits', fr: 'Visites' },
    samplingClass: 'non-probability',
    timeZone: 'America/Toronto',
    packId: 'client_satisfaction_core',
  };
  const draft = (await alice.send('POST', '/api/surveys', wanted)).json();
  return (await alice.send('POST', `/api/surveys/${draft.id}/publish`)).json();
}

async function answer(answerPath: string, times: number) {
  const token = answerPath.split('/').at(-1);
  for (let i = 0; i < times; i++) {
    const body = {
      entries: { overall_satisfaction: [String((i % 5) + 1)] },
      language: 'en',
      mode: 'web',
      withdrawalCode: null,
    };
    const reply = await server.inject({
      method: 'PUT',
      url: `/api/collect/${token}/responses/${randomUUID()}`,
      payload: body,
    });
    if (reply.statusCode !== 200) throw new Error(reply.body);
  }
}

describe('the answers of a wave', () => {
  test('become a dataset when there are some, and not before', async () => {
    const survey = await aSurvey();
    expect((await alice.send('POST', `/api/waves/${survey.waveId}/dataset`)).json().code).toBe('wave-without-answers');
    await answer(survey.answerPath, 12);
    const made = (await alice.send('POST', `/api/waves/${survey.waveId}/dataset`)).json();
    expect(made.changed).toBe(true);
    const detail = (await alice.send('GET', `/api/datasets/${made.id}`)).json();
    expect(detail).toMatchObject({ rows: 12, origin: 'survey', samplingClass: 'non-probability', undecided: 0 });
    expect(detail.codebook.variables.find((v: { name: string }) => v.name === 'overall_satisfaction').kind).toBe(
      'rating',
    );
  });

  test('move their dataset on by ten or more, at the end of the wave, too; old columns go', async () => {
    const survey = await aSurvey();
    await answer(survey.answerPath, 11);
    const make = async () => (await alice.send('POST', `/api/waves/${survey.waveId}/dataset`)).json();
    const rows = async (id: string) => (await alice.send('GET', `/api/datasets/${id}`)).json().rows;
    const { id } = await make();
    await answer(survey.answerPath, 9);
    expect(await make()).toEqual({ id, changed: false });
    expect(await rows(id)).toBe(11);
    await answer(survey.answerPath, 1);
    expect(await make()).toEqual({ id, changed: true });
    expect(await rows(id)).toBe(21);
    await answer(survey.answerPath, 2);
    await alice.send('POST', `/api/surveys/${survey.id}/close`);
    expect(await make()).toEqual({ id, changed: false });
    expect(await rows(id)).toBe(21);
    const organization = (await alice.send('GET', '/api/session')).json().organization.id;
    const files = await readdir(join(engine.directory, organization, 'datasets', id));
    expect(files.length).toBeLessThanOrEqual(2);
  });
});
