import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftHash, newAnswerKey, resumeCodeOf, sealKey, unsealKey } from './answer-key.ts';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import { onePerPage } from './paged.fixture.ts';

let fieldwork: Fieldwork;
let survey: OpenSurvey;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  survey = await fieldwork.openSurveyOf(onePerPage);
});
afterAll(() => fieldwork?.close());

const saving = async () => {
  const eve = fieldwork.respondent();
  await eve.open(survey.answerPath);
  await eve.press('start');
  await eve.press('next', { waited: 'yes' });
  return eve.press('save', { told: 'no' });
};
const elsewhere = (takesCookies = true) => fieldwork.respondent(takesCookies).open(`${survey.answerPath}/resume`);

describe('saved answers', () => {
  for (const takesCookies of [true, false])
    test(`open on another device by their code as people type it, at the page where they were left, ${takesCookies ? 'with' : 'without'} cookies`, async () => {
      const eve = await saving();
      const code = eve.code();
      expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
      const phone = await elsewhere(takesCookies);
      await phone.press('resume', { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` });
      expect(phone.page).toContain('Your answers are saved');
      await phone.press('resume');
      expect(phone.page).toContain('Were you told how long?');
      expect(phone.page).toMatch(/value="no"[^>]* checked/);
      await phone.press('next', { told: 'no' });
      await phone.press('next', { solved: 'yes' });
      await phone.press('next', { again: 'yes' });
      await phone.press('send');
      expect(phone.page).toContain('Your answers have arrived');
      await eve.open(survey.answerPath);
      expect(eve.page).toContain('Your answers have arrived');
    });

  test('come with a link that brings the code along', async () => {
    const eve = await saving();
    const link = /href="([^"]*\/resume\?code=[^"]*)"/.exec(eve.page)?.[1] ?? '';
    const phone = await fieldwork.respondent().open(link, 'fr');
    expect(phone.page).toContain('Ouvrir mes réponses enregistrées');
    await phone.press('resume', { code: /id="code"[^>]* value="([^"]*)"/.exec(phone.page)?.[1] ?? '' });
    expect(phone.page).toContain('Vos réponses sont enregistrées');
  });

  test('stay where they are when a device is cleared', async () => {
    const eve = await saving();
    const code = eve.code();
    const keys = [...eve.cookies.values()];
    await eve.press('leave');
    for (const key of keys) expect([...eve.cookies.values()]).not.toContain(key);
    expect(eve.page).not.toContain(code);
    expect(eve.page).toContain('Start');
    const phone = await elsewhere();
    await phone.press('resume', { code });
    expect(phone.page).toContain('Your answers are saved');
  });

  test('are found by no other code, nor by theirs once they are deleted or in another survey', async () => {
    const eve = await saving();
    const code = eve.code();
    const phone = await elsewhere();
    await phone.press('resume', { code: '0000-0000-0000-0000' });
    expect(phone.status).toBe(422);
    expect(phone.page).toContain('role="alert"');
    expect(phone.page).toContain('value="0000-0000-0000-0000"');
    const other = await fieldwork.openSurveyOf(onePerPage);
    const strayed = await fieldwork.respondent().open(`${other.answerPath}/resume`);
    await strayed.press('resume', { code });
    expect(strayed.status).toBe(422);
    await eve.press('discard');
    await phone.press('resume', { code });
    expect(phone.status).toBe(422);
  });
});

describe('the key of a draft', () => {
  test('is kept in a form that only its code opens', () => {
    const [key, other] = [newAnswerKey(), newAnswerKey()];
    expect(unsealKey(sealKey(key), resumeCodeOf(key))).toBe(key);
    expect(unsealKey(sealKey(key), resumeCodeOf(other))).toBeNull();
  });

  test('stands nowhere in the database as it is, nor does its code', async () => {
    const eve = await saving();
    const key = [...eve.cookies.values()][0] ?? '';
    const code = eve.code();
    const rows = await fieldwork.place.database.transact(fieldwork.scope, async (tx) => {
      const found = await sql<{
        draft: string;
      }>`SELECT d::text AS draft FROM collection.draft d WHERE key_hash = ${draftHash(key)}`.execute(tx);
      return found.rows;
    });
    expect(rows).toHaveLength(1);
    const hexOf = (text: string) => Buffer.from(text).toString('hex');
    for (const secret of [
      key,
      hexOf(key),
      code,
      code.replaceAll('-', ''),
      hexOf(code),
      Buffer.from(key, 'base64url').toString('hex'),
    ])
      expect(rows[0]?.draft).not.toContain(secret);
  });
});
