import { pagesOf } from '@common-measure/instrument';
import { describe, expect, test } from 'vitest';
import { everyType } from '../every-type.fixture.ts';
import { isHasty, leastSeconds, type PageLooks, withLook } from './page-haste.ts';

const [first, second] = pagesOf(everyType.sections).filter((page) => leastSeconds(page, 'en') > 4);
if (!first || !second) throw new Error('no pages that take time to read');
const look = (page: typeof first, seconds: number | null, goesOn = true) => ({
  section: page.section.code,
  shown: page.section.questions.map(({ code }) => code),
  language: 'en',
  seconds,
  goesOn,
});
const after = (...looks: readonly ReturnType<typeof look>[]): PageLooks =>
  looks.reduce<PageLooks>((before, one) => withLook(everyType, before, one), {});

describe('haste', () => {
  test('is told of a person who went on from half of the pages sooner than they can be read', () => {
    expect(isHasty(after(look(first, 1), look(second, 60)))).toBe(true);
    expect(isHasty(after(look(first, 30), look(second, 60)))).toBe(false);
  });

  test('cannot be told where no page was timed', () => {
    expect(isHasty(after(look(first, null)))).toBeNull();
  });

  test('is no matter of coming back to a page that was read', () => {
    expect(isHasty(after(look(first, 60), look(first, 1)))).toBe(false);
    expect(isHasty(after(look(first, 1), look(first, 60)))).toBe(true);
  });

  test('is not leaving a page by another button, and staying on it counts whichever button was pressed', () => {
    expect(after(look(first, 1, false))).toEqual({});
    expect(Object.values(after(look(first, 60, false)))).toEqual([0]);
  });

  test('goes by the words of the questions that were shown, in the language in which they were', () => {
    const short = { ...look(first, 1), shown: first.section.questions.slice(0, 1).map(({ code }) => code) };
    const words = leastSeconds(
      { ...first, section: { ...first.section, questions: first.section.questions.slice(0, 1) } },
      'en',
    );
    expect(Object.keys(withLook(everyType, {}, short))).toHaveLength(words >= 2 ? 1 : 0);
  });
});
