import { readdirSync, readFileSync } from 'node:fs';
import { instrumentFromPack, type PackScore, type Question, readBank } from '@common-measure/instrument';
import { type ScoredItem, scoreByMethod } from '@common-measure/survey-statistics';
import { describe, expect, test } from 'vitest';

const folder = new URL('.', import.meta.url);
const read = readBank(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) })),
);
if (!read.ok) throw new Error(read.reasons.join('\n'));
const bank = read.value;
const scores = bank.packs.flatMap((pack) => {
  const questions = instrumentFromPack(bank, pack).sections.flatMap((section) => section.questions);
  return pack.scores.map((score) => ({ name: `${pack.id} ${score.id}`, score, questions }));
});

/** Columns of three people: one with the best answer everywhere, one with the worst, one outside every scale. */
function itemsOf(score: PackScore, questions: readonly Question[]): readonly ScoredItem[] {
  return score.items.map((code) => {
    const question = questions.find((one) => one.code === code);
    if (!question) throw new Error(`${code} is not asked`);
    const points = question.scale?.points.map((point) => Number(point.code)) ?? [0, 1];
    const [min, max] = [Math.min(...points), Math.max(...points)];
    const higher = question.scale?.higher === 'worse' ? 'worse' : 'better';
    const ends = higher === 'worse' ? [min, max] : [max, min];
    return { min, max, higher, values: [...ends, Number.NaN] };
  });
}

describe('the packs', () => {
  test('cover the purposes of the field, those used most first', () => {
    expect(bank.packs.map((pack) => pack.id)).toEqual([
      'client_satisfaction_core',
      'client_satisfaction_channels',
      'client_satisfaction_enhanced',
      'municipal',
      'business',
      'citizens_study',
      'website_task_success',
      'trust_public_services',
      'service_standards',
      'employee_engagement',
      'internal_services',
      'learning_evaluation',
      'usability_sus',
      'relationship',
      'us_a11_v2',
      'uk_four_kpis',
      'nz_style',
    ]);
  });

  test('each have a score, and each score says what becomes of answers outside the scale', () => {
    expect(bank.packs.filter((pack) => pack.scores.length === 0).map((pack) => pack.id)).toEqual([]);
    const silent = scores.filter(
      ({ score }) =>
        !score.note.en.includes('“I don’t know”') || !score.note.fr.includes('«\u00a0Je ne sais pas\u00a0»'),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test.each(scores)(
    '$name is highest for the best answers, lowest for the worst, and none outside the scale',
    ({ score, questions }) => {
      const { values, uses } = scoreByMethod(score.method, itemsOf(score, questions));
      const signed = ['net', 'nps', 'ces-net'].includes(score.method);
      expect([...values]).toEqual(score.method === 'ces' ? [7, 1, Number.NaN] : [100, signed ? -100 : 0, Number.NaN]);
      expect(uses[2]).toBe(0);
    },
  );

  test('ask nobody about a municipal service that they did not use', () => {
    const pack = bank.packs.find(({ id }) => id === 'municipal');
    const rated = pack?.sections.flatMap((section) => section.items).filter(({ code }) => code === 'municipal_rating');
    const areas = bank.items.find(({ code }) => code === 'municipal_used')?.options.filter((area) => !area.exclusive);
    expect(rated?.map((entry) => entry.showIf)).toEqual(
      areas?.map(({ code }) => ({ question: 'municipal_used', answered: [code] })),
    );
  });
});
