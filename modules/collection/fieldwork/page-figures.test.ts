import { type Instrument, pagesOf } from '@common-measure/instrument';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyType } from '../every-type.fixture.ts';
import { spanOf } from './page-clock.ts';
import { type PageTime, pageFigures } from './page-figures.ts';
import { leastSeconds } from './page-haste.ts';

const told = { threshold: 10, step: 10 };
const looks = (section: string, ...seconds: readonly number[]): PageTime[] =>
  seconds.map((one) => ({ section, question: '', seconds: spanOf(one), count: 1 }));
const of = (figures: ReturnType<typeof pageFigures>, section: string) => figures.find((one) => one.section === section);

describe('the figures of pages', () => {
  test('nine looks tell nothing, and ten their middle', () => {
    const nine = looks('rated', 5, 6, 7, 8, 9, 10, 11, 12, 13);
    expect(of(pageFigures(everyType, nine, [], told), 'rated')?.medianSeconds).toBeNull();
    const ten = [...nine, ...looks('rated', 600)];
    expect(of(pageFigures(everyType, ten, [], told), 'rated')).toMatchObject({ medianSeconds: 9 });
  });

  test('a page gone on from sooner than it can be read is hasty', () => {
    const [page] = pagesOf(everyType.sections).filter(({ section }) => section.code === 'rated');
    if (!page) throw new Error('no such page');
    const least = leastSeconds(page, 'en');
    expect(least).toBeGreaterThan(4);
    const times = looks('rated', ...Array.from({ length: 15 }, () => 1), ...Array.from({ length: 15 }, () => 60));
    expect(of(pageFigures(everyType, times, [], told), 'rated')?.fastPercent).toBe(50);
  });

  test('stops are told in whole steps, of every page in the order of the questionnaire', () => {
    const stops = [
      { section: 'typed', question: '', count: 29 },
      { section: 'rated', question: 'calm', count: 9 },
    ];
    const figures = pageFigures(everyType, [], stops, told);
    expect(of(figures, 'typed')?.stopped).toBe(20);
    expect(of(figures, 'rated')?.stopped).toBe(0);
    expect(figures.map(({ section }) => section)).toEqual(pagesOf(everyType.sections).map((page) => page.section.code));
  });

  test('where each question has a page, each has figures of its own', () => {
    const paged: Instrument = {
      ...everyType,
      sections: everyType.sections.map((section) => ({ ...section, paging: 'each' })),
    };
    const figures = pageFigures(paged, [], [{ section: 'typed', question: 'day', count: 30 }], told);
    expect(figures.find(({ question }) => question === 'day')?.stopped).toBe(30);
    expect(figures.filter(({ stopped }) => stopped > 0)).toHaveLength(1);
  });
});

test('a span holds its time and is never wider than a quarter of it from 20 seconds on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1800 }), (seconds) => {
      const lower = spanOf(seconds);
      expect(lower).toBeLessThanOrEqual(seconds);
      expect(seconds - lower).toBeLessThanOrEqual(seconds / 4);
    }),
  );
});
