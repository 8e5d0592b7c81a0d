import { afterAll, beforeAll, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import { onePerPage } from './paged.fixture.ts';

let fieldwork: Fieldwork;
let survey: OpenSurvey;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  survey = await fieldwork.openSurveyOf(onePerPage);
});
afterAll(() => fieldwork?.close());

const begun = async (takesCookies = true) => {
  const eve = fieldwork.respondent(takesCookies);
  await eve.open(survey.answerPath);
  return eve.press('start');
};

for (const takesCookies of [true, false])
  test(`one question at a time leads by the answers to the check page and to a receipt, ${takesCookies ? 'with' : 'without'} cookies`, async () => {
    const eve = await begun(takesCookies);
    expect(eve.page).toContain('Page 1 of 3');
    expect(eve.page).toMatch(/<h1>.*Did you wait\?<\/h1>/);
    expect(eve.page).not.toContain('Was it solved?');
    await eve.press('next', { waited: 'yes' });
    expect(eve.page).toContain('Page 2 of 4');
    expect(eve.page).toContain('Were you told how long?');
    await eve.press('next', { told: 'no' });
    expect(eve.page).toContain('We thank you for your patience.');
    await eve.press('next');
    expect(eve.page).toContain('role="alert"');
    expect(eve.page).toContain('href="#q-solved"');
    await eve.press('next', { solved: 'yes' });
    expect(eve.page).toContain('Page 4 of 4');
    await eve.press('next', { again: 'yes', other: 'no' });
    expect(eve.page).toContain('Check your answers');
    await eve.press('send');
    expect(eve.page).toContain('Your answers have arrived');
  });

test('each page has an address of its own, that reloading and the language switch keep', async () => {
  const eve = await begun();
  await eve.press('next', { waited: 'no' });
  expect(eve.address).toBe(`${survey.answerPath}/part/call?q=solved`);
  await eve.press('fr');
  expect(eve.page).toContain('Est-ce réglé?');
  expect(eve.page).toContain('Page 2 sur 3');
  await eve.open(`${survey.answerPath}/part/call?q=solved`);
  expect(eve.page).toContain('Est-ce réglé?');
});

test('back leads to the page before on the present way', async () => {
  const eve = await begun();
  await eve.press('next', { waited: 'no' });
  await eve.press('back');
  expect(eve.page).toContain('Did you wait?');
  expect(eve.page).toMatch(/value="no"[^>]* checked/);
  await eve.press('back');
  expect(eve.page).toContain('About 1 minute');
});

test('who stops goes on at the very page where she stopped', async () => {
  const eve = await begun();
  await eve.press('next', { waited: 'yes' });
  await eve.press('next', { told: 'yes' });
  await eve.press('save', { solved: 'no' });
  await eve.open(survey.answerPath);
  expect(eve.page).toContain('Your answers are saved');
  await eve.press('resume');
  expect(eve.page).toContain('Was it solved?');
  expect(eve.page).toMatch(/value="no"[^>]* checked/);
});

test('a change from the check page leads through what it opens and back to the check page', async () => {
  const eve = await begun();
  await eve.press('next', { waited: 'no' });
  await eve.press('next', { solved: 'yes' });
  await eve.press('next', { again: 'yes' });
  const change = /href="([^"]*)" aria-label="Change: Did you wait/.exec(eve.page)?.[1]?.replaceAll('&#38;', '&') ?? '';
  await eve.open(change.replace(/#.*/, ''));
  expect(eve.page).toContain('Did you wait?');
  await eve.press('next', { waited: 'yes' });
  expect(eve.page).toContain('Were you told how long?');
  expect(eve.page).toContain('Another question follows from your answer.');
  await eve.press('next', { told: 'yes' });
  expect(eve.page).toContain('Check your answers');
});

test('the address of a page that an answer has taken away leads to the next one', async () => {
  const eve = await begun();
  await eve.press('next', { waited: 'no' });
  await eve.open(`${survey.answerPath}/part/call?q=told`);
  expect(eve.page).toContain('Was it solved?');
  await eve.open(`${survey.answerPath}/part/call?q=nothing`);
  expect(eve.page).toContain('Did you wait?');
});
