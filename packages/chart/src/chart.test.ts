import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed, fluid } from './chart.ts';
import { dayCounts } from './day-counts.ts';
import { answerTone, divergingBar, divergingStretch } from './diverging-bar.ts';
import { bracketLetter } from './driver-bars.ts';
import { intervalRow } from './interval-row.ts';
import { escapeText } from './markup.ts';
import { overlapBrackets } from './overlap-brackets.ts';
import { printAttributes } from './print-style.ts';
import { scoreStretch } from './stretch.ts';

describe('text', () => {
  test('cannot break out of a name or a label', () => {
    const evil = '"><script>alert(1)</script>&\u0000';
    for (const medium of [fluid, fixed(200)]) {
      const { svg } = dayCounts({ name: evil, days: [{ label: evil, count: 1, countLabel: evil }] }, medium);
      expect(svg).not.toContain('<script');
      expect(svg).not.toContain('\u0000');
    }
    expect(escapeText('a & b < "c"')).toBe('a &amp; b &lt; &quot;c&quot;');
  });
});

describe('diverging bars', () => {
  test('an odd number of answers puts half of the middle one left of zero', () => {
    const stretch = divergingStretch([
      [{ share: 0.1 }, { share: 0.1 }, { share: 0.4 }, { share: 0.2 }, { share: 0.2 }],
    ]);
    expect(stretch).toEqual({ low: -42, high: 62 });
  });

  test('tones run from the worst to the best whatever the number of answers', () => {
    expect([0, 1, 2, 3, 4].map((i) => answerTone(i, 5))).toEqual([1, 2, 3, 4, 5]);
    expect([0, 1, 2, 3].map((i) => answerTone(i, 4))).toEqual([1, 2, 4, 5]);
    expect([0, 1, 2].map((i) => answerTone(i, 3))).toEqual([1, 3, 5]);
  });

  test('segments of all shares together fill what the shares add up to', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 7 }), (counts) => {
        const total = counts.reduce((a, b) => a + b, 0);
        fc.pre(total > 0);
        const answers = counts.map((n) => ({ share: n / total, label: '', words: '' }));
        const stretch = divergingStretch([answers]);
        const { svg } = divergingBar({ title: '', answers, stretch }, fluid);
        const widths = [...svg.matchAll(/ width="([\d.]+)%" height="26"/g)].map((m) => Number(m[1]));
        const drawn = widths.reduce((a, b) => a + b, 0);
        expect(drawn).toBeCloseTo((100 / (stretch.high - stretch.low)) * 100, 1);
      }),
    );
  });
});

test('an estimate without an interval is drawn hollow and without arms', () => {
  const input = { name: 'x', stretch: { low: 0, high: 100 }, ticks: [] };
  const open = intervalRow({ ...input, estimate: { value: 50, low: null, high: null } }, fluid).svg;
  expect(open).toContain('class="hollow"');
  expect(open).not.toMatch(/class="(ci|cap|pt)/);
});

describe('the stretch of scores', () => {
  test('is at least ten points, in whole fives, and within 0 to 100', () => {
    expect(scoreStretch([76.3])).toEqual({ low: 70, high: 80 });
    expect(scoreStretch([99.9, 100])).toEqual({ low: 90, high: 100 });
    expect(scoreStretch([0])).toEqual({ low: 0, high: 10 });
    expect(scoreStretch([])).toEqual({ low: 0, high: 100 });
  });

  test('holds every value', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 }), (values) => {
        const { low, high } = scoreStretch(values);
        expect(values.every((value) => value >= low && value <= high)).toBe(true);
        expect(high - low).toBeGreaterThanOrEqual(10);
      }),
    );
  });
});

describe('overlap brackets', () => {
  test('the seven items of the airport of 2016 share two brackets', () => {
    const items = [
      [14.4, 20.8],
      [14.7, 19.2],
      [12.9, 17.8],
      [12.5, 16.9],
      [11.2, 16.5],
      [10.5, 15.4],
      [7.3, 12.3],
    ].map(([low, high]) => ({ low: low ?? 0, high: high ?? 0 }));
    expect(overlapBrackets(items)).toEqual([
      { first: 0, last: 5 },
      { first: 4, last: 6 },
    ]);
  });

  test('two items without a bracket in common never overlap', () => {
    const interval = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 9 }), (pairs) => {
        const items = pairs.map(([low, width]) => ({ low, high: low + width }));
        const brackets = overlapBrackets(items);
        items.forEach((a, i) => {
          items.slice(i + 1).forEach((b, k) => {
            const j = i + 1 + k;
            const joined = brackets.some((bracket) => bracket.first <= i && bracket.last >= j);
            if (a.low <= b.high && b.low <= a.high) expect(joined).toBe(true);
          });
        });
      }),
    );
  });

  test('letters go on after z', () => {
    expect([0, 25, 26, 27].map(bracketLetter)).toEqual(['a', 'z', 'aa', 'ab']);
  });
});

test('a class that print does not know is refused', () => {
  expect(() => printAttributes('no-such-class', false)).toThrow('no print style');
});
