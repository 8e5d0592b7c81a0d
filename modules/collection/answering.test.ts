import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork } from './fieldwork.fixture.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

describe('a person who answers', () => {
  test('goes from the introduction to a receipt without a script, and her answers are recorded by their codes', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.upToCheck(survey);
    expect(eve.page).toContain('Check your answers');
    expect(eve.page).toContain('Shorter line &#60; 5 min');
    await eve.press('send');
    expect(eve.page).toContain('Thank you. Your answers have arrived');
    expect(eve.code()).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    expect(eve.cookies.size).toBe(0);
    const [answers] = await fieldwork.answersOf(survey);
    expect(answers).toMatchObject({
      overall_satisfaction: { kind: 'codes', codes: ['4'] },
      versus_expectations: { kind: 'missing', missing: 'dont-know' },
      privacy: { kind: 'missing', missing: 'not-applicable' },
      gender: { kind: 'missing', missing: 'refused' },
      trust: { kind: 'missing', missing: 'no-answer' },
      issue_resolution: { kind: 'missing', missing: 'not-asked' },
    });
    expect(await fieldwork.counts(survey)).toMatchObject({
      total: 1,
      drafts: 0,
      byLanguage: [{ key: 'en', count: 1 }],
    });
  });

  test('is served in the language of her browser, and switching keeps what she entered', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = fieldwork.respondent();
    await eve.open(survey.answerPath, 'fr-CA,fr;q=0.9,en;q=0.5');
    expect(eve.page).toContain('<html lang="fr-CA"');
    await eve.press('start');
    await eve.press('en', { overall_satisfaction: '2' });
    expect(eve.page).toContain('<html lang="en-CA"');
    expect(eve.page).toMatch(/name="q-overall_satisfaction" value="2"[^>]* checked/);
    await eve.press('fr');
    await eve.press('next', { overall_satisfaction: '2' });
    expect(eve.page).toContain('Partie 2 sur 8');
  });

  test('keeps the language chosen on the first page', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = fieldwork.respondent();
    await eve.open(survey.answerPath, 'en');
    await eve.press('fr');
    expect(eve.page).toContain('<html lang="fr-CA"');
    await eve.press('start');
    expect(eve.page).toContain('<html lang="fr-CA"');
  });

  test('is asked the question that follows from her answer before she goes on', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = fieldwork.respondent();
    await eve.open(survey.answerPath);
    await eve.press('start');
    for (const answers of [{}, {}, {}, {}, {}]) await eve.press('next', answers);
    await eve.press('next', { issue_problem: 'yes' });
    expect(eve.page).toContain('Another question follows from your answer.');
    expect(eve.page).toContain('name="q-issue_resolution"');
    await eve.press('next', { issue_problem: 'yes', issue_resolution: '1' });
    expect(eve.page).toContain('Looking back');
  });

  test('can stop, come back and change an answer from the check page', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.upToCheck(survey);
    await eve.press('save');
    expect(eve.page).toContain('Your answers are saved');
    await eve.open(survey.answerPath);
    expect(eve.page).toContain('Your answers are saved');
    await eve.open(`${survey.answerPath}/part/overall?returns=check`);
    expect(eve.page).toMatch(/name="q-overall_satisfaction" value="4"[^>]* checked/);
    await eve.press('next', { overall_satisfaction: '1' });
    expect(eve.page).toContain('Check your answers');
    expect(eve.page).toContain('Very dissatisfied');
  });

  test('can delete what she entered', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.upToCheck(survey);
    await eve.press('save');
    await eve.press('discard');
    expect((await fieldwork.counts(survey)).drafts).toBe(0);
    expect(eve.page).toContain('Start');
  });

  test('gets through without cookies', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.upToCheck(survey, fieldwork.respondent(false));
    await eve.press('send');
    expect(eve.page).toContain('Your answers have arrived');
    expect(await fieldwork.answersOf(survey)).toHaveLength(1);
  });

  test('who sends nothing is not counted', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = fieldwork.respondent();
    await eve.open(`${survey.answerPath}/check`);
    await eve.press('send');
    expect((await fieldwork.counts(survey)).total).toBe(0);
  });
});

describe('an address', () => {
  test('that nobody gave out is a page of its own in both languages, not an error', async () => {
    const eve = fieldwork.respondent();
    await eve.open('/s/nothing', 'fr');
    expect(eve.status).toBe(404);
    expect(eve.page).toContain('Il n’y a pas de sondage à cette adresse');
  });

  test('of a survey that has ended says so and takes nothing', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.upToCheck(survey);
    await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/close`);
    await eve.press('send');
    expect(eve.status).toBe(410);
    expect(eve.page).toContain('This survey is closed');
    expect(await fieldwork.answersOf(survey)).toEqual([]);
  });

  test('of a survey that was reopened takes the answers that were begun before', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.upToCheck(survey);
    await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/close`);
    await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/reopen`);
    await eve.press('send');
    expect(eve.page).toContain('Your answers have arrived');
  });

  test('is found as people copy it from a poster: in capitals, with O for 0 and L for 1', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = fieldwork.respondent();
    await eve.open(
      survey.answerPath.slice(0, 3) +
        survey.answerPath.slice(3).toUpperCase().replaceAll('0', 'O').replaceAll('1', 'L'),
    );
    expect(eve.status).toBe(200);
    await eve.press('start');
    expect(eve.address).toBe(`${survey.answerPath}/part/overall`);
  });

  test('has a QR code', async () => {
    const survey = await fieldwork.openSurvey();
    const reply = await fieldwork.alice.send('GET', `/api/surveys/${survey.id}/code.svg`);
    expect(reply.headers['content-type']).toBe('image/svg+xml');
    expect(reply.body).toMatch(/^<svg .*<title>http:\/\/localhost(:80)?\/s\/[0-9a-z]{12}<\/title>/);
    expect(reply.body).not.toContain('style');
  });
});
