import { brotliCompressSync } from 'node:zlib';
import { aColleague, type Person } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';
import { waveDataset } from '../wave-dataset.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

const at = (survey: OpenSurvey, rest: string) => `/api/surveys/${survey.id}/${rest}`;
const surveyOf = async (survey: OpenSurvey) => (await fieldwork.alice.send('GET', `/api/surveys/${survey.id}`)).json();
const pathOf = (address: string) => new URL(address).pathname + new URL(address).search;
const label = { en: 'Front counter', fr: 'Comptoir' };

describe('a link that answers beforehand', () => {
  const prepare = (survey: OpenSurvey, shown: object, hidden: object) =>
    fieldwork.alice.send('POST', at(survey, 'prepared-links'), { label, shown, hidden });

  test('stores what is hidden without showing it, and shows the rest to be changed', async () => {
    const survey = await fieldwork.openSurvey();
    const made = (await prepare(survey, { overall_satisfaction: ['5'] }, { channel_used: ['counter'] })).json();
    const eve = await fieldwork.respondent().open(pathOf(made.address));
    await eve.press('start');
    expect(eve.page).toMatch(/value="5"[^>]* checked|checked[^>]* value="5"/);
    await eve.press('next', { overall_satisfaction: '3', versus_expectations: '-dk' });
    for (let step = 0; step < 12 && !eve.page.includes('value="send"'); step++) {
      expect(eve.page).not.toContain('name="q-channel_used"');
      await eve.press('next', { ease: '5', timeliness: '2', issue_problem: 'no' });
    }
    await eve.press('send');
    const [answers] = await fieldwork.answersOf(survey);
    expect(answers).toMatchObject({
      overall_satisfaction: { codes: ['3'] },
      channel_used: { codes: ['counter'] },
    });
  });

  test('is kept without cookies, and what is sent for a hidden question is not taken', async () => {
    const survey = await fieldwork.openSurvey();
    const made = (await prepare(survey, {}, { channel_used: ['counter'] })).json();
    const eve = await fieldwork.respondent(false).open(pathOf(made.address));
    await eve.press('start');
    await eve.press('next', { overall_satisfaction: '3' });
    for (let step = 0; step < 12 && !eve.page.includes('value="send"'); step++)
      await eve.press('next', { channel_used: 'phone', ease: '5', timeliness: '2', issue_problem: 'no' });
    await eve.press('send');
    expect((await fieldwork.answersOf(survey))[0]).toMatchObject({ channel_used: { codes: ['counter'] } });
  });

  test('that was changed or removed says so and leads on to the open link', async () => {
    const survey = await fieldwork.openSurvey();
    const made = (await prepare(survey, {}, { channel_used: ['counter'] })).json();
    const changed = await fieldwork.respondent().open(`${survey.answerPath}?w=p-0000000000`, 'fr-CA');
    expect([changed.status, changed.page.includes('Une partie de ce lien est inconnue')]).toEqual([404, true]);
    expect(changed.page).toContain(`href="${survey.answerPath}?lang=fr"`);
    await fieldwork.alice.send('DELETE', at(survey, `prepared-links/${made.code}`));
    expect((await fieldwork.respondent().open(pathOf(made.address))).status).toBe(404);
  });

  test('whose hidden answer a full quota counts turns people away as they begin, and keeps nothing of them', async () => {
    const survey = await fieldwork.openSurvey();
    const made = (await prepare(survey, {}, { channel_used: ['counter'] })).json();
    const { instrument } = (
      await fieldwork.alice.send('GET', `/api/instruments/${(await surveyOf(survey)).instrumentId}`)
    ).json();
    const quota = {
      code: 'counter',
      label,
      if: { question: 'channel_used', answered: ['counter'] },
      target: 1,
      whenFull: 'end',
    };
    const limited = await fieldwork.openSurveyOf({ ...instrument, quotas: [quota] });
    const link = (await prepare(limited, {}, { channel_used: ['counter'] })).json();
    expect(link.code).not.toBe(made.code);
    await fieldwork.server.inject({
      method: 'PUT',
      url: `/api/collect/${limited.answerPath.slice(3)}/responses/${crypto.randomUUID()}`,
      payload: { language: 'en', mode: 'paper', entries: { channel_used: ['counter'] } },
    });
    const eve = await fieldwork.respondent().open(pathOf(link.address));
    await eve.press('start');
    expect(eve.page).not.toContain('name="q-overall_satisfaction"');
    expect((await fieldwork.counts(limited)).drafts).toBe(0);
  });

  test('is refused for questions and answers that the questionnaire does not have', async () => {
    const survey = await fieldwork.openSurvey();
    for (const hidden of [{ office: ['north'] }, { channel_used: ['pigeon'] }])
      expect((await prepare(survey, {}, hidden)).json().code).toBe('prepared-answer-unknown');
  });

  test('has a code and a poster in both languages', async () => {
    const survey = await fieldwork.openSurvey();
    const made = (await prepare(survey, {}, { channel_used: ['counter'] })).json();
    const code = await fieldwork.alice.send('GET', at(survey, `prepared-links/${made.code}/code.svg`));
    expect(code.headers['content-type']).toContain('image/svg+xml');
    const poster = await fieldwork.alice.send('GET', at(survey, `prepared-links/${made.code}/poster`));
    for (const words of ['Front counter', 'Comptoir', 'lang="fr-CA"', made.address])
      expect(poster.body.replaceAll('<wbr>', '')).toContain(words);
    const open = await fieldwork.alice.send('GET', at(survey, 'poster'));
    expect([open.statusCode, open.body.replaceAll('<wbr>', '').includes(`${survey.answerPath}</p>`)]).toEqual([
      200,
      true,
    ]);
  });
});

describe('a tablet', () => {
  /** The fields of the form on a page, as a browser posts them. */
  const posted = (page: string): URLSearchParams => {
    const form = new URLSearchParams();
    for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
      form.append(name, value);
    return form;
  };
  const device = async (survey: OpenSurvey) =>
    (await fieldwork.alice.send('POST', at(survey, 'kiosks'), { name: 'Lobby' })).json();

  test('asks for the language first, counts as its own mode, and is free for the next person', async () => {
    const survey = await fieldwork.openSurvey();
    const made = await device(survey);
    const tablet = await fieldwork.respondent().open(pathOf(made.address));
    expect(tablet.page).toMatch(/<iframe[^>]*title="The survey \/ Le sondage"/);
    expect(tablet.page).toMatch(/Staff <span lang="fr-CA">\/ Personnel</);
    await tablet.open(survey.answerPath);
    expect(tablet.page).toContain('Choisissez votre langue');
    await fieldwork.upToCheck({ ...survey, answerPath: `${survey.answerPath}?lang=en` }, tablet);
    expect(tablet.page).toContain('/s/kiosk.js');
    await tablet.press('send');
    expect((await fieldwork.counts(survey)).byMode).toEqual([{ key: 'kiosk', count: 1 }]);
    await tablet.open(survey.answerPath);
    expect(tablet.page).toContain('Choose your language');
  });

  test('that is left in the middle keeps what was entered as broken off, and clears it where the person says so', async () => {
    const survey = await fieldwork.openSurvey();
    const made = await device(survey);
    const tablet = await fieldwork.respondent().open(pathOf(made.address));
    const leave = async (act: string) => {
      await tablet.open(`${survey.answerPath}?lang=fr`);
      await tablet.press('start');
      const form = posted(tablet.page);
      form.append('q-overall_satisfaction', '2');
      form.append('do', act);
      await tablet.post(`${survey.answerPath}/kiosk/reset`, form.toString());
      expect(tablet.page).toContain('Choisissez votre langue');
    };
    await leave('discard');
    expect(await fieldwork.answersOf(survey)).toEqual([]);
    await leave('break-off');
    expect(await fieldwork.answersOf(survey)).toMatchObject([
      { overall_satisfaction: { codes: ['2'] }, ease: { kind: 'missing', missing: 'breakoff' } },
    ]);
    const { drafts, byMode } = await fieldwork.counts(survey);
    expect([drafts, byMode]).toEqual([0, [{ key: 'kiosk', count: 1 }]]);
  });

  test('asks and begins anew without scripts too: the page leads to one that asks, and that to the end', async () => {
    const survey = await fieldwork.openSurvey();
    const made = await device(survey);
    const tablet = await fieldwork.respondent().open(pathOf(made.address));
    await tablet.open(`${survey.answerPath}?lang=fr`);
    await tablet.press('start');
    await tablet.press('next', { overall_satisfaction: '2' });
    const leadsTo = () => /http-equiv="refresh" content="(\d+);url=([^"]*)"/.exec(tablet.page)?.slice(1) ?? [];
    const [seconds, asks = ''] = leadsTo();
    expect(Number(seconds)).toBeGreaterThanOrEqual(300);
    await tablet.open(asks);
    expect(tablet.page).toContain('Êtes-vous toujours là?');
    const [rest, ends = ''] = leadsTo();
    expect(Number(rest)).toBeGreaterThanOrEqual(20);
    // She is there: one press leads back to where she was.
    const back = /<a class="b" href="([^"]*)"/.exec(tablet.page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    await tablet.open(back);
    expect(tablet.page).toContain('lang="fr-CA"');
    expect(await fieldwork.answersOf(survey)).toEqual([]);
    // She is not: the first page stands there again, nothing of hers can be found, and opening pages has stored nothing.
    await tablet.open(asks);
    await tablet.open(ends);
    expect(tablet.page).toContain('Choisissez votre langue');
    await tablet.open(back);
    expect(tablet.page).not.toMatch(/ checked/);
    await tablet.open(ends);
    expect([await fieldwork.answersOf(survey), (await fieldwork.counts(survey)).drafts]).toEqual([[], 1]);
    // Whoever comes next chooses her language: what was left breaks off by this press, once.
    await tablet.open(survey.answerPath);
    await tablet.post(`${survey.answerPath}/kiosk/reset`, `${posted(tablet.page)}&next=en`);
    expect([tablet.address, tablet.page.includes('lang="en-CA"')]).toEqual([`${survey.answerPath}?lang=en`, true]);
    expect(await fieldwork.answersOf(survey)).toMatchObject([
      { overall_satisfaction: { codes: ['2'] }, ease: { kind: 'missing', missing: 'breakoff' } },
    ]);
    const { byLanguage, drafts } = await fieldwork.counts(survey);
    expect([byLanguage, drafts]).toEqual([[{ key: 'fr', count: 1 }], 0]);
    await tablet.open(survey.answerPath);
    expect([...posted(tablet.page)]).toEqual([]);
    await tablet.open(`${survey.answerPath}?lang=en`);
    await tablet.press('start');
    await tablet.open(ends);
    expect(await fieldwork.answersOf(survey)).toHaveLength(1);
  });

  test('tells what waits on it, and learns whether it is taken; the console shows both', async () => {
    const survey = await fieldwork.openSurvey();
    const made = await device(survey);
    expect(made.staffCode).toMatch(/^\d{6}$/);
    const way = new URL(made.address).searchParams.get('w') ?? '';
    const contact = async (fields: Record<string, string>) =>
      (
        await fieldwork.server.inject({
          method: 'POST',
          url: `${survey.answerPath}/kiosk/contact`,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams({ way, ...fields }).toString(),
        })
      ).json();
    const kiosks = async () => (await fieldwork.alice.send('GET', at(survey, 'kiosks'))).json();
    expect(await kiosks()).toMatchObject([{ seenAt: null, waiting: 0, notTaken: 0 }]);
    expect(await contact({ waiting: '3', notTaken: '1' })).toEqual({ standing: 'open' });
    const [seen] = await kiosks();
    expect(seen).toMatchObject({ waiting: 3, notTaken: 1 });
    // To the quarter of an hour: nothing tells when somebody answered.
    expect(Date.parse(seen.seenAt) % 900_000).toBe(0);
    await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/close`);
    expect(await contact({ waiting: '3', notTaken: '1' })).toEqual({ standing: 'closed' });
    await fieldwork.alice.send('DELETE', at(survey, `kiosks/${made.id}`));
    expect(await contact({ waiting: '3', notTaken: '1' })).toEqual({ standing: 'revoked' });
  });

  test('loads scripts of its own that keep their budget beside that of the worker', async () => {
    for (const [path, most] of [
      ['/s/kiosk.js', 2000],
      ['/s/kiosk-screen.js', 1000],
    ] as const)
      expect(brotliCompressSync((await fieldwork.server.inject(path)).body).length).toBeLessThan(most);
  });

  test('has its files taken only as it sealed them, and only by its own survey', async () => {
    const survey = await fieldwork.openSurvey();
    const { id } = await device(survey);
    const take = async (content: string) =>
      (await fieldwork.alice.send('POST', at(survey, 'kiosk-files'), { content })).json().code;
    const file = {
      format: 'common-measure kiosk file',
      version: 1,
      device: id,
      nonce: 'AAAAAAAAAAAAAAAA',
      sealed: 'A'.repeat(64),
    };
    for (const content of [
      '',
      '{',
      '{}',
      JSON.stringify(file),
      JSON.stringify({ ...file, device: crypto.randomUUID() }),
    ])
      expect(await take(content)).toBe('kiosk-file-unreadable');
    expect(await fieldwork.answersOf(survey)).toEqual([]);
  });

  test('whose key was revoked takes nothing more', async () => {
    const survey = await fieldwork.openSurvey();
    const made = await device(survey);
    await fieldwork.alice.send('DELETE', at(survey, `kiosks/${made.id}`));
    const tablet = await fieldwork.respondent().open(pathOf(made.address));
    expect([tablet.status, tablet.page.includes('no longer takes answers')]).toEqual([403, true]);
    // Nor does it go on as somebody's browser: it stays a device without a key.
    const used = await device(survey);
    const other = await fieldwork.respondent().open(pathOf(used.address));
    await fieldwork.alice.send('DELETE', at(survey, `kiosks/${used.id}`));
    for (let turn = 0; turn < 2; turn += 1) expect((await other.open(survey.answerPath)).status).toBe(403);
  });
});

describe('invitations of other pages', () => {
  const visit = (survey: OpenSurvey, no = '0') =>
    fieldwork.server.inject({
      method: 'POST',
      url: `${survey.answerPath}/intercept/visits`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      payload: `no=${no}`,
    });

  test('draw one visit in N from a random start, count what becomes of them, and who remembers a “no”', async () => {
    const survey = await fieldwork.openSurvey();
    expect((await visit(survey)).json()).toEqual({ ask: 0 });
    const wanted = { every: 4, moment: 'load', rememberDays: 30, isOn: true };
    await fieldwork.alice.send('PUT', at(survey, 'intercept'), wanted);
    const asked: number[] = [];
    for (let turn = 0; turn < 12; turn++) asked.push((await visit(survey)).json().ask);
    const start = asked.indexOf(1);
    expect(asked).toEqual(asked.map((_, turn) => (turn % 4 === start ? 1 : 0)));
    // Four further visits, one of them drawn, of people whose browser remembers a "no".
    for (let turn = 0; turn < 4; turn++) expect((await visit(survey, '1')).json()).toEqual({ ask: 0 });
    const said = (yes: string) =>
      fieldwork.server.inject({ method: 'POST', url: `${survey.answerPath}/intercept/answers`, payload: { yes } });
    await said('1');
    await said('0');
    const eve = await fieldwork.upToCheck({ ...survey, answerPath: `${survey.answerPath}?w=i` });
    await eve.press('send');
    const told = (await fieldwork.alice.send('GET', at(survey, 'intercept'))).json();
    expect(told.counts).toEqual([
      { every: 4, visits: 16, drawn: 4, remembered: 1, invited: 3, accepted: 1, declined: 1, answered: 1 },
    ]);
    expect(told.snippet).toMatch(/^<script src="http.*\/intercept\.js" data-survey="[0-9a-z]+" defer><\/script>$/);
  });

  test('may be asked for by any page, and send no cookie of ours', async () => {
    const survey = await fieldwork.openSurvey();
    const reply = await visit(survey);
    expect(reply.headers['access-control-allow-origin']).toBe('*');
    expect(reply.headers['set-cookie']).toBeUndefined();
  });
});

describe('what was sent twice under one id with other content', () => {
  test('is refused and kept: everybody who manages sees how many, and only who may read answers what', async () => {
    const survey = await fieldwork.openSurvey();
    const id = crypto.randomUUID();
    const put = (score: string) =>
      fieldwork.server.inject({
        method: 'PUT',
        url: `/api/collect/${survey.answerPath.slice(3)}/responses/${id}`,
        payload: {
          language: 'en',
          mode: 'paper',
          entries: { overall_satisfaction: [score] },
          withdrawalCode: 'WXYZ-1234-WXYZ-5678',
        },
      });
    expect([(await put('4')).statusCode, (await put('2')).statusCode, (await put('2')).statusCode]).toEqual([
      200, 409, 409,
    ]);
    const bob: Person = await aColleague(fieldwork.server, fieldwork.alice, `bob-${id}`, 'manager');
    expect((await bob.send('GET', at(survey, 'conflicting-responses'))).json()).toEqual({
      ...{ count: 1, accepted: 0, refused: 0, responses: null },
    });
    expect((await fieldwork.answersOf(survey))[0]).toMatchObject({ overall_satisfaction: { codes: ['4'] } });
    const eve = await fieldwork.respondent().open(`${survey.answerPath}/withdraw`);
    await eve.press('withdraw', { code: 'WXYZ-1234-WXYZ-5678' });
    expect((await bob.send('GET', at(survey, 'conflicting-responses'))).json().count).toBe(0);
  });
});

describe('a late file', () => {
  const send = (survey: OpenSurvey, content: string, apply: boolean) =>
    fieldwork.alice.send('POST', at(survey, 'late-files'), { content, mode: 'paper', language: 'en', apply });
  const file = [
    'overall_satisfaction;channel_used;Day;langue',
    '4;counter;2026-11-02;en',
    '2;;2026-11-03;fr',
    '-dk;counter;;',
  ].join('\r\n');

  test('is looked at first, joins the wave by codes and labels, and adds nothing a second time', async () => {
    const survey = await fieldwork.openSurvey();
    const looked = (await send(survey, file, false)).json();
    expect(looked).toMatchObject({ rows: 3, fresh: 3, recorded: 0, problems: [] });
    expect(await fieldwork.answersOf(survey)).toEqual([]);
    expect((await send(survey, file, true)).json()).toMatchObject({ rows: 3, fresh: 0, recorded: 3 });
    expect((await send(survey, `\uFEFF${file.replaceAll('\r\n', '\n')}`, true)).json()).toMatchObject({ recorded: 0 });
    const { byMode, byLanguage, byDay } = await fieldwork.counts(survey);
    expect([byMode, byLanguage]).toEqual([
      [{ key: 'paper', count: 3 }],
      [
        { key: 'en', count: 2 },
        { key: 'fr', count: 1 },
      ],
    ]);
    expect(byDay.map((day: { key: string }) => day.key)).toEqual(expect.arrayContaining(['2026-11-02', '2026-11-03']));
    const data = await fieldwork.place.database.transact(fieldwork.scope, (tx) =>
      waveDataset(tx, fieldwork.organizationId, survey.waveId),
    );
    expect(data?.rows).toHaveLength(3);
  });

  test('that is corrected replaces what it corrects, row by row, once that is confirmed', async () => {
    const survey = await fieldwork.openSurvey();
    const named = async (content: string, apply: boolean, more: object = {}) =>
      (
        await fieldwork.alice.send('POST', at(survey, 'late-files'), {
          ...{ content, mode: 'paper', language: 'en', apply, batch: 'Week 47' },
          ...more,
        })
      ).json();
    const scores = async () =>
      (await fieldwork.answersOf(survey))
        .map((answers) => (answers.overall_satisfaction as { codes?: string[] }).codes?.[0])
        .toSorted();
    // Two papers say the same: they are two people.
    const first = 'overall_satisfaction\n4\n4\n2\n5';
    expect(await named(first, true)).toMatchObject({ rows: 4, recorded: 4, corrects: false, gone: 0 });
    expect(await named(first, true)).toMatchObject({ rows: 4, recorded: 0, corrects: true, gone: 0 });
    const corrected = 'overall_satisfaction\n5\n4\n4\n1';
    expect(await named(corrected, false)).toMatchObject({ fresh: 1, gone: 1, corrects: true });
    expect((await named(corrected, true)).code).toBe('late-file-replaces');
    expect(await scores()).toEqual(['2', '4', '4', '5']);
    expect(await named(corrected, true, { replaces: true })).toMatchObject({ recorded: 1, gone: 1 });
    expect(await scores()).toEqual(['1', '4', '4', '5']);
    // What was taken out may come back.
    expect(await named(first, true, { replaces: true })).toMatchObject({ recorded: 1, gone: 1 });
    expect(await scores()).toEqual(['2', '4', '4', '5']);
    expect((await fieldwork.counts(survey)).total).toBe(4);
    // Under another name it would count twice: that is told beforehand.
    expect(await named(corrected, false, { batch: 'Week 47 new' })).toMatchObject({ fresh: 4, resembles: 'Week 47' });
    expect(await named('overall_satisfaction\n3\n3', false, { batch: 'Week 48' })).toMatchObject({ resembles: null });
  });

  test('with faults is refused whole, each told by row, column and remedy', async () => {
    const survey = await fieldwork.openSurvey();
    const wrong = 'overall_satisfaction,shoe_size,answer_day\n4,42,2026-11-02\n9,40,yesterday';
    const looked = (await send(survey, wrong, false)).json();
    expect(looked.problems.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
      [null, 'shoe_size'],
      [3, 'answer_day'],
      [3, 'overall_satisfaction'],
    ]);
    for (const { what, remedy } of looked.problems)
      for (const words of [what.en, what.fr, remedy.en, remedy.fr]) expect(words).not.toBe('');
    expect((await send(survey, wrong, true)).json().code).toBe('late-file-wrong');
    expect(await fieldwork.answersOf(survey)).toEqual([]);
    expect((await send(survey, 'overall_satisfaction', true)).json().code).toBe('late-file-empty');
  });

  test('joins a round that is closed already', async () => {
    const survey = await fieldwork.openSurvey();
    await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/close`);
    expect((await send(survey, 'ease\n5', true)).json().recorded).toBe(1);
  });
});
