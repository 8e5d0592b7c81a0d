import { describe, expect, test } from 'vitest';
import { dispositionsOf, type WaveOutcomes } from './disposition.ts';

const outcomes: WaveOutcomes = { sent: 400, withdrawn: 5, brokenOff: 60, underWay: 10, quotaFull: 25, issued: 1025 };

describe('dispositions', () => {
  test('every link that was given out is in exactly one of them', () => {
    const { dispositions } = dispositionsOf(outcomes, 'probability');
    expect(dispositions.reduce((sum, { count }) => sum + count, 0)).toBe(1025);
    expect(dispositions.find(({ kind }) => kind === 'no-answer')).toEqual({
      kind: 'no-answer',
      code: '3.19',
      count: 525,
    });
  });

  test('RR1 leaves those out who were not eligible, and keeps those of whom nothing is known', () => {
    expect(dispositionsOf(outcomes, 'probability').rate).toEqual({
      status: 'told',
      rate: 'RR1',
      value: 0.4,
      base: 1000,
    });
  });

  test('an open link has no response rate, nor have volunteers with links of their own', () => {
    expect(dispositionsOf({ ...outcomes, issued: null }, 'attempted-census').rate).toEqual({
      status: 'withheld',
      reason: 'nobody-knows-who-was-asked',
    });
    expect(dispositionsOf(outcomes, 'non-probability').rate).toEqual({ status: 'withheld', reason: 'not-a-sample' });
    expect(dispositionsOf({ ...outcomes, issued: null }, 'attempted-census').dispositions).toHaveLength(5);
  });

  test('more answers than links are no rate above one', () => {
    expect(dispositionsOf({ ...outcomes, issued: 300 }, 'probability').rate.status).toBe('withheld');
  });
});
