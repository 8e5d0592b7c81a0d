import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork } from './fieldwork.fixture.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

describe('a response counts once', () => {
  test('however often the same page is sent: the receipt and the withdrawal code stay the same', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.upToCheck(survey);
    const [url, body] = [eve.action(), hiddenFields(eve.page)];
    await eve.post(url, body);
    const first = eve.code();
    await eve.post(url, body);
    expect(eve.code()).toBe(first);
    expect(await fieldwork.answersOf(survey)).toHaveLength(1);
  });

  test('and going back from the receipt leads to the beginning, not to an empty list of answers', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.answered(survey);
    await eve.open(`${survey.answerPath}/check`);
    expect(eve.page).not.toContain('Check your answers');
    expect(eve.page).toContain('value="start"');
  });

  test('also when two sendings cross', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.upToCheck(survey);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const send = () =>
      fieldwork.server.inject({ method: 'POST', url: eve.action(), headers, payload: hiddenFields(eve.page) });
    const replies = await Promise.all([send(), send(), send(), send()]);
    expect(new Set(replies.map((reply) => /class="code">([^<]*)</.exec(reply.body)?.[1])).size).toBe(1);
    expect(await fieldwork.answersOf(survey)).toHaveLength(1);
  });

  test('when a second tab with the same draft goes on after the first has sent', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.upToCheck(survey);
    const key = /name="key" value="([^"]*)"/.exec(eve.page)?.[1] ?? '';
    await eve.press('send');
    await eve.post(
      `${survey.answerPath}/part/overall`,
      `key=${key}&lang=en&shown=overall_satisfaction&q-overall_satisfaction=1&do=next`,
    );
    expect(eve.page).toContain('Your answers have arrived');
    expect(await fieldwork.answersOf(survey)).toHaveLength(1);
    expect((await fieldwork.counts(survey)).drafts).toBe(0);
  });

  test('and the next person on the same device begins anew', async () => {
    const survey = await fieldwork.openSurvey();
    const device = fieldwork.respondent();
    await fieldwork.upToCheck(survey, device);
    await device.press('send');
    await device.press('finish');
    expect(device.page).not.toContain('class="code"');
    await fieldwork.upToCheck(survey, device);
    await device.press('send');
    expect(await fieldwork.answersOf(survey)).toHaveLength(2);
  });
});

function hiddenFields(page: string): string {
  const form = new URLSearchParams({ do: 'send' });
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
    form.append(name, value);
  return form.toString();
}
