import type { Instrument } from '@common-measure/instrument';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { instrumentRoutes } from '@common-measure/modules/instruments/server';
import { surveyRoutes } from '@common-measure/modules/studies/server';
import { anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Respondent } from './respondent.fixture.ts';
import { collectionRoutes } from './server.ts';

export interface OpenSurvey {
  readonly id: string;
  readonly waveId: string;
  readonly answerPath: string;
}

/** The routes of collection and of what comes before it, over a database of their own, with alice who owns an organization. */
export class Fieldwork {
  readonly place: TestServer;
  readonly server: FastifyInstance;
  readonly alice: Person;
  readonly organizationId: string;

  private constructor(place: TestServer, alice: Person, organizationId: string) {
    this.place = place;
    this.server = place.server;
    this.alice = alice;
    this.organizationId = organizationId;
  }

  static async begin(): Promise<Fieldwork> {
    const routes = [...accountsRoutes, ...instrumentRoutes, ...surveyRoutes, ...collectionRoutes];
    return Fieldwork.at(await aServerOf(routes, authenticate));
  }

  /** Declares alice for single responses: what was sent besides, and comments as they were written. */
  async letAliceReadSingles(): Promise<void> {
    const { account } = (await this.alice.send('GET', '/api/session')).json();
    await this.alice.send('PATCH', `/api/members/${account.id}`, { mayReadSingleResponses: true });
  }

  /** Over a server of the same routes that stands already. */
  static async at(place: TestServer): Promise<Fieldwork> {
    const alice = await anOwner(place.server, place.database, 'alice');
    return new Fieldwork(place, alice, (await alice.send('GET', '/api/session')).json().organization.id);
  }

  /** What requests of alice's organization may see and do. */
  get scope() {
    return { organizationId: this.organizationId, accountId: null };
  }

  async openSurvey(): Promise<OpenSurvey> {
    const wanted = {
      name: { en: 'Visits', fr: 'Visites' },
      samplingClass: 'non-probability',
      timeZone: 'America/Vancouver',
      packId: 'client_satisfaction_core',
    };
    const survey = (await this.alice.send('POST', '/api/surveys', wanted)).json();
    return (await this.alice.send('POST', `/api/surveys/${survey.id}/publish`)).json();
  }

  /** A published survey of this questionnaire. */
  async openSurveyOf(instrument: Instrument): Promise<OpenSurvey> {
    const wanted = {
      name: instrument.title,
      samplingClass: 'non-probability',
      timeZone: 'America/Vancouver',
      packId: null,
    };
    const survey = (await this.alice.send('POST', '/api/surveys', wanted)).json();
    const saved = await this.alice.send('PUT', `/api/instruments/${survey.instrumentId}`, { revision: 1, instrument });
    if (saved.statusCode !== 200) throw new Error(saved.body);
    const published = await this.alice.send('POST', `/api/surveys/${survey.id}/publish`);
    if (published.statusCode !== 200) throw new Error(published.body);
    return published.json();
  }

  async counts(survey: OpenSurvey) {
    return (await this.alice.send('GET', `/api/surveys/${survey.id}/fieldwork`)).json();
  }

  /** The recorded answers by question code. */
  answersOf(survey: OpenSurvey): Promise<readonly Record<string, unknown>[]> {
    return this.place.database.transact(this.scope, async (tx) => {
      const { rows } = await sql<{
        answers: Record<string, unknown>;
      }>`SELECT answers FROM collection.response WHERE wave_id = ${survey.waveId}`.execute(tx);
      return rows.map((row) => row.answers);
    });
  }

  respondent(takesCookies = true): Respondent {
    return new Respondent(this.server, takesCookies);
  }

  /** From the first page to the check page, answering a few questions on the way. */
  async upToCheck(survey: OpenSurvey, eve = this.respondent(), language = 'en-CA'): Promise<Respondent> {
    await eve.open(survey.answerPath, language);
    await eve.press('start');
    await eve.press('next', { overall_satisfaction: '4', versus_expectations: '-dk' });
    await eve.press('next', { channel_used: 'counter' });
    await eve.press('next', { ease: '5', timeliness: '2' });
    await eve.press('next', { privacy: '-na' });
    await eve.press('next', { staff_knowledge: '5' });
    await eve.press('next', { issue_problem: 'no' });
    await eve.press('next', { comment_improve: 'Shorter line < 5 min' });
    return eve.press('next', { age_group: 'a35_44', gender: '-pns' });
  }

  /** Answers and sends; the page with the receipt stays open. */
  async answered(survey: OpenSurvey): Promise<Respondent> {
    const eve = await this.upToCheck(survey);
    return eve.press('send');
  }

  async close(): Promise<void> {
    await this.place.close();
  }
}
