import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pretestDays } from '@common-measure/modules/collection/contract';
import { ledgerPath, readLedger } from '@common-measure/modules/collection/server';
import { withOwnerConnection } from '@common-measure/platform/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Respondent } from '../../../modules/collection/respondent.fixture.ts';
import { inDatabaseFiles, inFiles, KeptPlace, type KeptSurvey } from './kept-place.fixture.ts';
import { readErasures } from './restore-erasures.ts';
import { runRetention } from './retention.ts';

/** Words that nothing masks and that stand nowhere else. */
const needle = 'quaggaquartz';
const days = (count: number) => new Date(Date.now() + count * 86_400_000);
const run = (now: Date, dryRun = false) => runRetention(kept.place, now, { dryRun, clearing: 'now' });

let kept: KeptPlace;
beforeAll(async () => {
  kept = await KeptPlace.begin();
});
afterAll(() => kept?.close());

const commentsIn = (url: string, survey: KeptSurvey): Promise<readonly string[]> =>
  withOwnerConnection({ url }, async (client) => {
    const { rows } = await client.query<{ text: string }>(
      `SELECT answers -> 'comment_improve' ->> 'text' AS text FROM collection.response WHERE wave_id = $1 ORDER BY 1`,
      [survey.waveId],
    );
    return rows.map(({ text }) => text);
  });

describe('when the comments of a survey are to be kept for thirty days', () => {
  let survey: KeptSurvey;
  let early: string;

  it('they stand where they were until then', async () => {
    survey = await kept.openSurvey();
    for (let person = 0; person < 12; person++) await kept.answer(survey, `${needle} ${person}, call 514 555-0199`);
    await kept.alice.send('POST', `/api/surveys/${survey.id}/close`);
    await kept.saveDataset(survey);
    const rule = { responses: null, comments: 30, drafts: 30, originals: 400 };
    expect((await kept.alice.send('PUT', `/api/surveys/${survey.id}/retention`, rule)).json()).toEqual(rule);
    early = await kept.backUp('early.tar.gz');
    expect((await run(days(29)))?.erased).toEqual([]);
    // As autovacuum does when it pleases: the planner's samples are of no words.
    const { rows: samples } = await kept.test.database.withOwner(async (client) => {
      await client.query('ANALYZE collection.response, collection.original_text, collection.draft');
      return client.query(
        `SELECT tablename, attname FROM pg_stats WHERE schemaname = 'collection' AND attname IN ('answers', 'texts', 'entries')`,
      );
    });
    expect(samples).toEqual([]);
    // The search sees what there is.
    expect(await inDatabaseFiles(kept.test.url, needle)).toEqual(['log', 'pages']);
    expect((await inFiles(kept.folder, needle)).some((file) => file.endsWith('early.tar.gz'))).toBe(true);
    expect((await inFiles(kept.folder, needle)).some((file) => file.endsWith('.parquet'))).toBe(true);
  });

  it('a dry run tells what would be erased, and erases nothing', async () => {
    const told = await run(days(40), true);
    expect(told?.erased).toMatchObject([{ what: 'comments', number: 12, round: 1, surveyId: survey.id }]);
    expect((await commentsIn(kept.test.url, survey))[0]).toBe(`${needle} 0, call [telephone]`);
  });

  it('they are erased, what was masked in them too, and nothing of them is found in database, log, columns and a later backup', async () => {
    const done = await run(days(40));
    expect(done).toMatchObject({ erased: [{ what: 'comments', number: 12 }], datasets: 1, cleared: 'discarded' });
    expect(await commentsIn(kept.test.url, survey)).toEqual(Array(12).fill('[erased]'));
    // The earlier backup lies elsewhere, as backups do.
    const elsewhere = `${kept.folder}-early.tar.gz`;
    await rename(early, elsewhere);
    early = elsewhere;
    await kept.backUp('late.tar.gz');
    for (const words of [needle, '514 555-0199']) {
      expect(await inDatabaseFiles(kept.test.url, words)).toEqual([]);
      expect(await inFiles(kept.folder, words)).toEqual([]);
    }
  });

  it('says so to the owner, and in the audit trail', async () => {
    const report = (await kept.alice.send('GET', `/api/surveys/${survey.id}/retention`)).json();
    expect(report).toMatchObject({
      originals: 0,
      erasures: [{ what: 'comments', number: 12, round: 1, cleared: true }],
    });
    const { rows } = await kept.test.database.withOwner((client) =>
      client.query(`SELECT details FROM cm.event WHERE name = 'retention.erased' AND entity = $1`, [
        `survey:${survey.id}`,
      ]),
    );
    expect(rows).toMatchObject([{ details: { what: 'comments', number: 12, round: 1 } }]);
  });

  it.each(['the ledger', 'a later backup'])('an earlier backup does not bring them back, with %s', async (given) => {
    const late = path.join(kept.folder, 'late.tar.gz');
    const facts = given === 'the ledger' ? await readLedger(ledgerPath(kept.dataFolder)) : await readErasures(late);
    await kept.restored(early, facts, async ({ url, dataFolder, erased }) => {
      expect(erased).toBe(12);
      expect(await commentsIn(url, survey)).toEqual(Array(12).fill('[erased]'));
      expect(await inDatabaseFiles(url, needle)).toEqual([]);
      expect(await inFiles(dataFolder, needle)).toEqual([]);
      expect(await readLedger(ledgerPath(dataFolder))).toEqual(expect.arrayContaining([...facts]));
    });
  });

  it('without any ledger it does: a restore can only repeat what it is told', async () => {
    await kept.restored(early, null, async ({ url }) => {
      expect((await commentsIn(url, survey))[0]).toBe(`${needle} 0, call [telephone]`);
    });
    await rm(early);
  });
});

describe('one response that is withdrawn, and one that is erased at request', () => {
  it('leave record, columns, log and earlier backups, and nobody else’s does', async () => {
    const survey = await kept.openSurvey();
    const [eve, ida] = [await kept.answer(survey, 'evesown'), await kept.answer(survey, 'idasown')];
    for (let person = 0; person < 15; person++) await kept.answer(survey, `stays ${person}`);
    await kept.saveDataset(survey);
    const before = await kept.backUp('before.tar.gz');
    const page = {
      method: 'POST',
      url: `/s/${survey.token}/withdraw`,
      payload: { code: eve.code, act: 'withdraw' },
    } as const;
    const withdrawn = await kept.server.inject(page);
    expect(withdrawn.statusCode).toBe(303);
    const says = await kept.server.inject({ url: String(withdrawn.headers.location) });
    expect(says.body).toContain('Your answers are withdrawn');
    const erased = await kept.alice.send('POST', `/api/surveys/${survey.id}/erasures`, { code: ida.code });
    expect(erased.json()).toEqual({ erased: true, round: 1 });
    const again = await kept.alice.send('POST', `/api/surveys/${survey.id}/erasures`, { code: ida.code });
    expect([again.statusCode, again.json().code]).toEqual([404, 'no-such-response']);
    expect(await run(new Date())).toMatchObject({ datasets: 1, cleared: 'discarded' });
    // From which reports tell how many answers an edition rests on were erased since.
    const { rows: rewritten } = await kept.test.database.withOwner((client) =>
      client.query(`SELECT details FROM cm.event WHERE name = 'dataset.rewritten' AND details ->> 'wave' = $1`, [
        survey.waveId,
      ]),
    );
    expect(rewritten).toEqual([{ details: { wave: survey.waveId, before: 17, after: 15 } }]);
    const facts = await readLedger(ledgerPath(kept.dataFolder));
    expect(facts.filter(({ wave, what }) => wave === survey.waveId && what === 'response')).toHaveLength(2);
    expect(JSON.stringify(facts)).not.toContain(eve.id);
    expect(await commentsIn(kept.test.url, survey)).toHaveLength(15);
    await kept.restored(before, facts, async ({ url, erased: again }) => {
      expect(again).toBe(2);
      expect(await commentsIn(url, survey)).toHaveLength(15);
    });
    await rm(before);
    for (const words of ['evesown', 'idasown']) {
      expect(await inDatabaseFiles(kept.test.url, words)).toEqual([]);
      expect(await inFiles(kept.folder, words)).toEqual([]);
    }
  });
});

describe('single responses whose time is over', () => {
  it('go with their dataset', async () => {
    const survey = await kept.openSurvey();
    for (let person = 0; person < 12; person++) await kept.answer(survey, `lastof ${person}`);
    const dataset = await kept.saveDataset(survey);
    await kept.alice.send('POST', `/api/surveys/${survey.id}/close`);
    await kept.alice.send('PUT', `/api/surveys/${survey.id}/retention`, {
      ...{ responses: 365, comments: null, drafts: 30, originals: 90 },
    });
    const done = await run(days(400));
    expect(done?.erased).toContainEqual(
      expect.objectContaining({ what: 'responses', number: 12, surveyId: survey.id }),
    );
    expect(done?.cleared).toBe('discarded');
    expect((await kept.alice.send('GET', `/api/datasets/${dataset}`)).statusCode).toBe(404);
    expect(await commentsIn(kept.test.url, survey)).toEqual([]);
    expect(await inDatabaseFiles(kept.test.url, 'lastof')).toEqual([]);
    expect(await inFiles(kept.folder, 'lastof')).toEqual([]);
  });
});

describe('what testers of a pretest sent', () => {
  const testers = async (survey: KeptSurvey, words: string) => {
    const reply = await kept.alice.send('POST', `/api/surveys/${survey.id}/pretest`);
    const { pathname } = new URL(reply.json().pretest.link);
    for (let tester = 0; tester < 3; tester++) {
      const eve = new Respondent(kept.server);
      await eve.open(pathname);
      await eve.press('start');
      await eve.press('next', { overall_satisfaction: '4', tester_comment_1: `${words} ${tester}, call 514 555-0188` });
      for (let part = 0; part < 12 && eve.page.includes('value="next"'); part++) await eve.press('next');
      await eve.press('send');
    }
  };
  const pretestOf = async (survey: KeptSurvey) =>
    (await kept.alice.send('GET', `/api/surveys/${survey.id}/pretest`)).json().pretest;

  it('is erased ninety days after the last of it, is found nowhere afterwards, and no earlier backup brings it back', async () => {
    const survey = await kept.openSurvey();
    await testers(survey, 'trialwords');
    const early = await kept.backUp('trial.tar.gz');
    expect((await run(days(pretestDays - 1)))?.erased.filter(({ what }) => what === 'pretest')).toEqual([]);
    expect(await pretestOf(survey)).not.toBeNull();
    expect(await inDatabaseFiles(kept.test.url, 'trialwords')).toEqual(['log', 'pages']);
    const done = await run(days(pretestDays + 2));
    expect(done?.erased).toContainEqual(
      expect.objectContaining({ what: 'pretest', number: 3, round: 0, surveyId: survey.id }),
    );
    expect(done?.cleared).toBe('discarded');
    expect(await pretestOf(survey)).toBeNull();
    await rename(early, `${kept.folder}-trial.tar.gz`);
    await kept.backUp('after-trial.tar.gz');
    expect(await inDatabaseFiles(kept.test.url, 'trialwords')).toEqual([]);
    expect(await inFiles(kept.folder, 'trialwords')).toEqual([]);
    const report = (await kept.alice.send('GET', `/api/surveys/${survey.id}/retention`)).json();
    expect(report.erasures).toMatchObject([{ what: 'pretest', number: 3, round: 0, cleared: true }]);
    const facts = await readLedger(ledgerPath(kept.dataFolder));
    await kept.restored(`${kept.folder}-trial.tar.gz`, facts, async ({ url, dataFolder }) => {
      expect(await inDatabaseFiles(url, 'trialwords')).toEqual([]);
      expect(await inFiles(dataFolder, 'trialwords')).toEqual([]);
    });
    await rm(`${kept.folder}-trial.tar.gz`);
  });

  it('goes the same way when somebody deletes the pretest before', async () => {
    const survey = await kept.openSurvey();
    await testers(survey, 'earlyend');
    const early = await kept.backUp('early-end.tar.gz');
    expect((await kept.alice.send('DELETE', `/api/surveys/${survey.id}/pretest`)).statusCode).toBe(204);
    expect((await run(new Date()))?.cleared).toBe('discarded');
    expect(await inDatabaseFiles(kept.test.url, 'earlyend')).toEqual([]);
    const facts = await readLedger(ledgerPath(kept.dataFolder));
    await kept.restored(early, facts, async ({ url }) => {
      expect(await inDatabaseFiles(url, 'earlyend')).toEqual([]);
    });
    await rm(early);
  });
});

it('the running platform clears pages and log while collecting is quiet, and after a whole day in any case', async () => {
  const survey = await kept.openSurvey();
  const { code } = await kept.answer(survey, 'quietword');
  const gently = (now: Date) => runRetention(kept.place, now, { dryRun: false, clearing: 'gently', quietMs: 2500 });
  await kept.server.inject({
    ...{ method: 'POST', url: `/s/${survey.token}/withdraw` },
    payload: { code, act: 'withdraw' },
  });
  // Noon of the survey's own day, and of those after it.
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date());
  const noon = (later: number) => new Date(Date.parse(`${day}T12:00:00Z`) + later * 86_400_000);
  // What one person withdrew today waits for tomorrow.
  // What one person withdrew today waits for tomorrow.
  expect((await gently(noon(0)))?.cleared).toBeNull();
  const busy = setInterval(() => void kept.answer(survey, 'others'), 300);
  try {
    expect((await gently(noon(1)))?.cleared).toBeNull();
    expect((await gently(noon(2)))?.cleared).toBe('discarded');
  } finally {
    clearInterval(busy);
  }
  const { code: another } = await kept.answer(survey, 'quietword');
  await kept.server.inject({
    ...{ method: 'POST', url: `/s/${survey.token}/withdraw` },
    payload: { code: another, act: 'withdraw' },
  });
  await new Promise((resume) => setTimeout(resume, 1500));
  expect((await gently(noon(1)))?.cleared).toBe('discarded');
});

it('a second run at the same time does nothing', async () => {
  await kept.test.database.withOwner(async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('common-measure.retention'))`);
    expect(await run(new Date())).toBeNull();
  });
});
