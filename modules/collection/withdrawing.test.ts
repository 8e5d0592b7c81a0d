import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork } from './fieldwork.fixture.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

describe('withdrawing', () => {
  test('erases the answers by the code as people type it, once, and leaves a tombstone', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.answered(survey);
    const code = eve.code();
    await eve.open(`${survey.answerPath}/withdraw`);
    await eve.press('withdraw', { code: 'AAAA-BBBB-CCCC-DDDD' });
    expect(eve.page).toContain('No answers belong to this code.');
    await eve.press('withdraw', { code: ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} ` });
    expect(eve.page).toContain('Your answers are withdrawn');
    expect(await fieldwork.answersOf(survey)).toEqual([]);
    expect(await fieldwork.counts(survey)).toMatchObject({ total: 0, withdrawn: 1 });
    await eve.open(`${survey.answerPath}/withdraw`);
    await eve.press('withdraw', { code });
    expect(eve.page).toContain('No answers belong to this code.');
  });

  test('does not reach the answers of another survey', async () => {
    const [one, other] = [await fieldwork.openSurvey(), await fieldwork.openSurvey()];
    const eve = await fieldwork.answered(one);
    const code = eve.code();
    await eve.open(`${other.answerPath}/withdraw`);
    await eve.press('withdraw', { code });
    expect(await fieldwork.answersOf(one)).toHaveLength(1);
  });
});
