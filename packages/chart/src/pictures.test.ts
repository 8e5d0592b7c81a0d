import { describe, expect, test } from 'vitest';
import { type Chart, fixed, fluid, type Medium } from './chart.ts';
import { dayCounts } from './day-counts.ts';
import { divergingAxis, divergingBar, divergingStretch } from './diverging-bar.ts';
import { driverBars } from './driver-bars.ts';
import { intervalAxis, intervalRow } from './interval-row.ts';
import { overlapBrackets } from './overlap-brackets.ts';
import { priorityQuadrant } from './priority-quadrant.ts';
import { scoreStrip } from './score-strip.ts';
import { shareStretch, stretchTicks, type Tick } from './stretch.ts';
import { trend } from './trend.ts';

const plain = (at: number): Tick => ({ at, label: String(at) });
const percent = (at: number): Tick => ({ at, label: `${at}%` });

const restaurants = [0.02, 0.08, 0.3, 0.4, 0.2].map((share, i) => ({
  share,
  label: String(Math.round(100 * share)),
  words: `${i + 1}: ${Math.round(100 * share)}%`,
}));
const shares = divergingStretch([restaurants]);

const drivers = [
  { label: 'Escalators, elevators and walkways', value: 17.1, low: 14.4, high: 20.8 },
  { label: 'Information on screens', value: 16.8, low: 14.7, high: 19.2 },
  { label: 'Shops', value: 15.2, low: 12.9, high: 17.8 },
  { label: 'Signs and directions', value: 14.9, low: 12.5, high: 16.9 },
  { label: 'Restaurants', value: 13.6, low: 11.2, high: 16.5 },
  { label: 'Artwork and exhibitions', value: 12.9, low: 10.5, high: 15.4 },
  { label: 'Free Wi-Fi', value: 9.6, low: 7.3, high: 12.3 },
].map((driver) => ({ ...driver, words: `${driver.label} ${driver.value}%, ${driver.low}% to ${driver.high}%` }));
const scores = [78.3, 78.4, 66.9, 77.5, 67.2, 75.7, 76.7];

const pictures: Record<string, (medium: Medium) => Chart> = {
  'diverging bar of five answers, neutral astride zero': (medium) =>
    divergingBar({ title: 'Restaurants', answers: restaurants, stretch: shares }, medium),
  'diverging bar of four answers meets at zero': (medium) =>
    divergingBar(
      {
        title: 'Roads',
        answers: [0.1, 0.2, 0.5, 0.2].map((share) => ({ share, label: `${share * 100}`, words: `${share * 100}%` })),
        stretch: { low: -40, high: 80 },
      },
      medium,
    ),
  'axis of diverging bars': (medium) =>
    divergingAxis({ stretch: shares, ticks: [-25, 0, 25, 50].map((at) => percent(at)) }, medium),
  'dot with interval and the line for everyone': (medium) =>
    intervalRow(
      {
        name: 'Area B. 68.2, 66.3 to 70.2',
        estimate: { value: 68.2, low: 66.3, high: 70.2 },
        stretch: { low: 60, high: 85 },
        ticks: [60, 65, 70, 75, 80, 85],
        reference: 76.3,
        isLow: true,
      },
      medium,
    ),
  'hollow dot without arms for an open link': (medium) =>
    intervalRow(
      {
        name: 'Online. 71.2, among those who answered',
        estimate: { value: 71.2, low: null, high: null },
        stretch: { low: 60, high: 85 },
        ticks: [60, 65, 70, 75, 80, 85],
      },
      medium,
    ),
  'axis of scores': (medium) =>
    intervalAxis({ stretch: { low: 60, high: 85 }, ticks: [60, 65, 70, 75, 80, 85].map(plain) }, medium),
  'strip of a headline score with the wave before': (medium) =>
    scoreStrip(
      {
        name: 'Overall satisfaction. 76.3, 75.5 to 77.2',
        estimate: { value: 76.3, low: 75.5, high: 77.2 },
        stretch: { low: 70, high: 90 },
        previous: 76.1,
      },
      medium,
    ),
  'ruler from 0 to 100 for a cover': (medium) =>
    scoreStrip(
      {
        name: 'Overall satisfaction. 76.3, 75.5 to 77.2',
        estimate: { value: 76.3, low: 75.5, high: 77.2 },
        stretch: { low: 0, high: 100 },
        ticks: [0, 25, 50, 75, 100].map(plain),
      },
      medium,
    ),
  'trend with a break in method': (medium) =>
    trend(
      {
        title: 'Overall satisfaction by wave',
        waves: [
          [2010, 72.5, 71.8, 73.3, true],
          [2011, 73.6, 72.8, 74.5, false],
          [2012, 75.0, 74.3, 75.6, false],
          [2013, 74.6, 73.7, 75.5, true],
          [2014, 75.2, 74.2, 76.2, true],
          [2015, 76.1, 75.1, 77.1, true],
          [2016, 76.3, 75.5, 77.2, true],
        ].map(([at, value, low, high, comparable]) => ({
          at: Number(at),
          label: String(at),
          value: Number(value),
          low: Number(low),
          high: Number(high),
          comparable: comparable === true,
          words: `${at}: ${value}, ${low} to ${high}`,
        })),
        stretch: { low: 70, high: 80 },
        ticks: [70, 72, 74, 76, 78, 80].map(plain),
        bandLabel: 'not weighted',
        lastLabels: ['76.3', '75.5 to 77.2'],
      },
      medium,
    ),
  'trend of an open link without arms': (medium) =>
    trend(
      {
        title: 'Overall satisfaction by wave',
        waves: [70, 72, 71].map((value, i) => ({
          at: i,
          label: `${2023 + i}`,
          value,
          low: null,
          high: null,
          comparable: true,
          words: `${2023 + i}: ${value}`,
        })),
        stretch: { low: 65, high: 75 },
        ticks: [65, 70, 75].map(plain),
        bandLabel: '',
        lastLabels: ['71.0'],
      },
      medium,
    ),
  'driver bars with overlap brackets': (medium) =>
    driverBars(
      {
        title: 'Share of explained variation',
        drivers,
        brackets: overlapBrackets(drivers),
        stretch: shareStretch(drivers.map((driver) => driver.high)),
        ticks: stretchTicks({ low: 0, high: 25 }).map(percent),
      },
      medium,
    ),
  'priority quadrant with arms both ways': (medium) =>
    priorityQuadrant(
      {
        title: 'Priorities',
        items: drivers.map((driver, i) => ({
          letter: String.fromCharCode(65 + i),
          label: driver.label,
          words: driver.words,
          share: driver.value,
          shareInterval: [driver.low, driver.high] as const,
          score: scores[i] ?? 0,
          scoreInterval: [(scores[i] ?? 0) - 1.2, (scores[i] ?? 0) + 1.2] as const,
        })),
        lines: { share: 14.3, score: 74.4 },
        shares: { low: 5, high: 22 },
        scores: { low: 60, high: 85 },
        shareTicks: [5, 10, 15, 20].map(percent),
        scoreTicks: [60, 65, 70, 75, 80, 85].map(plain),
        corners: ['Keep an eye on', 'Keep up', 'Improve second', 'Improve first'],
        shareTitle: 'Share of explained variation',
        scoreTitle: 'Score, 0–100',
      },
      medium,
    ),
  'counts by day': (medium) =>
    dayCounts(
      {
        name: 'Responses by day, from 197 on 6 May to 162 on 16 May',
        days: [197, 310, 288, 402, 371, 254, 233, 301, 340, 229, 162].map((count, i) => ({
          label: String(6 + i),
          count,
          countLabel: String(count),
        })),
      },
      medium,
    ),
};

describe.each(Object.entries(pictures))('%s', (name, picture) => {
  const file = name.replace(/[^a-z0-9]+/g, '-');

  test('stays as it was looked at, in a page', async () => {
    await expect(`${picture(fluid).svg}\n`).toMatchFileSnapshot(`../pictures/${file}.fluid.svg`);
  });

  test('stays as it was looked at, in print', async () => {
    const row = name.startsWith('diverging') || name.includes('dot') || name.startsWith('axis');
    await expect(`${picture(fixed(row ? 300 : 640)).svg}\n`).toMatchFileSnapshot(`../pictures/${file}.fixed.svg`);
  });

  test('carries no inline style, and its name where it is not decorative', () => {
    for (const medium of [fluid, fixed(640)]) {
      const chart = picture(medium);
      expect(chart.svg).not.toContain('style=');
      expect(chart.svg.includes('role="img"')).toBe(chart.name !== '');
      expect(chart.svg.includes('aria-hidden="true"')).toBe(chart.name === '');
    }
    expect(picture(fixed(640)).svg).not.toMatch(/ class=| (x|cx|x1|width)="[^"]*%"/);
    expect(picture(fluid).svg).not.toContain('viewBox');
  });
});
