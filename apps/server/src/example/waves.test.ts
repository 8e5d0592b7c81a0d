import { describe, expect, it } from 'vitest';
import { answersOf } from './answers.ts';
import { strata, waves } from './population.ts';
import { ratedItems } from './rated-items.ts';

const latest = answersOf(waves[2]!);

const favourable = (code: string) => {
  const rated = latest.map((row) => Number(row[code])).filter((point) => point >= 1);
  return rated.filter((point) => point >= 4).length / rated.length;
};

describe('the invented responses', () => {
  it('are the same whenever they are made', () => {
    expect(answersOf(waves[2]!)).toEqual(latest);
    expect(answersOf(waves[1]!)[0]).not.toEqual(latest[0]);
  });

  it('hold as many answers of each stratum as were drawn, with weights that sum near its population', () => {
    for (const stratum of strata) {
      const rows = latest.filter((row) => row.stratum === stratum.code);
      expect(rows).toHaveLength(stratum.answered);
      const sum = rows.reduce((total, row) => total + Number(row.weight), 0);
      expect(Math.abs(sum / stratum.size - 1)).toBeLessThan(0.15);
    }
  });

  it('stay within ten points of the published shares that they imitate', () => {
    for (const item of ratedItems)
      expect(Math.abs(favourable(item.code) - item.favourable), item.code).toBeLessThan(0.1);
  });

  it('ask every second person for comments, in her language', () => {
    const asked = latest.filter((row) => row.comment_improve !== 'not-asked');
    expect(asked.length / latest.length).toBeGreaterThan(0.45);
    expect(asked.length / latest.length).toBeLessThan(0.55);
    expect(asked.some((row) => row.language === 'fr' && /[éèê’]/.test(row.comment_improve!))).toBe(true);
  });
});
