import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../instrument.ts';
import { developmentComments } from './development-comments.fixture.ts';
import { type ScreenedKind, screenedKinds } from './found.ts';
import { heldBackComments } from './held-back-comments.fixture.ts';
import { heldOutComments } from './held-out-comments.fixture.ts';
import { labelledComments } from './labelled-comments.fixture.ts';
import { screenAnswers } from './screen-answers.ts';
import { findPersonalData, screenText } from './screen-text.ts';

/** Labels of a kind; the share of them that is masked whole, under whatever kind; the share of what was found that touches a label. */
function measured(kind: ScreenedKind, language: 'en' | 'fr') {
  const count = { labels: 0, covered: 0, found: 0, right: 0 };
  for (const { text, labels } of labelledComments.filter((one) => one.language === language)) {
    const spans = findPersonalData(text);
    for (const label of labels.filter((one) => one.kind === kind)) {
      count.labels += 1;
      if (spans.some((span) => span.start <= label.start && span.end >= label.end)) count.covered += 1;
    }
    for (const span of spans.filter((one) => one.kind === kind)) {
      count.found += 1;
      if (labels.some((label) => span.start < label.end && span.end > label.start)) count.right += 1;
    }
  }
  return { recall: count.covered / count.labels, precision: count.right / count.found };
}

describe('on 242 synthetic, labelled comments', () => {
  test('there are as many as the guide says', () => {
    expect(labelledComments).toHaveLength(242);
    expect(labelledComments.flatMap(({ labels }) => labels)).toHaveLength(210);
  });

  test.each(
    (['en', 'fr'] as const).flatMap((language) =>
      screenedKinds.filter((kind) => kind !== 'name').map((kind) => [kind, language] as const),
    ),
  )('every %s is masked, and nothing else taken for one (%s)', (kind, language) => {
    expect(measured(kind, language)).toEqual({ recall: 1, precision: 1 });
  });

  test.each([
    ['en', 0.96],
    ['fr', 0.96],
  ] as const)('of twenty names nineteen are masked (%s)', (language, recall) => {
    expect(measured('name', language).recall).toBeCloseTo(recall, 2);
    expect(measured('name', language).precision).toBe(1);
  });
});

/** Of comments with marks: values masked whole, and stretches masked that are none. */
function measuredOf(comments: readonly string[], isMeant: (kind: string) => boolean) {
  const count = { values: 0, masked: 0, wrong: 0 };
  for (const comment of comments) {
    const values: { kind: string; start: number; end: number }[] = [];
    let text = '';
    for (const part of comment.split(/(\{[^}]*\})/)) {
      const [, kind, value] = /^\{(.*)\|(.*)\}$/.exec(part) ?? [];
      if (kind && value) values.push({ kind, start: text.length, end: text.length + value.length });
      text += value ?? part;
    }
    const spans = findPersonalData(text);
    const meant = values.filter(({ kind }) => isMeant(kind));
    count.values += meant.length;
    count.masked += meant.filter((one) => spans.some((span) => isInside(text, one, span))).length;
    count.wrong += spans.filter(
      (span) => isMeant(span.kind) && !values.some((one) => span.start < one.end && one.start < span.end),
    ).length;
  }
  return count;
}

/** A courtesy title before a name tells nobody who it is. */
function isInside(text: string, value: { start: number; end: number }, span: { start: number; end: number }): boolean {
  const title = /^(?:Mr|Mrs|Ms|Mme|M)\.? /.exec(text.slice(value.start, value.end))?.[0].length ?? 0;
  return span.start <= value.start + title && span.end >= value.end;
}

const isName = (kind: string) => kind === 'name';
const isOther = (kind: string) => kind !== 'name';

test('of 63 comments written after the first rules every number and address is masked, and 29 of 30 names', () => {
  expect(heldOutComments).toHaveLength(63);
  expect(measuredOf(heldOutComments, isOther)).toEqual({ values: 24, masked: 24, wrong: 0 });
  expect(measuredOf(heldOutComments, isName)).toEqual({ values: 30, masked: 29, wrong: 0 });
});

describe('of 200 comments written before their author read the rules', () => {
  const of = (comments: readonly string[], language: string) =>
    comments.filter((one) => one.startsWith(language)).map((one) => one.slice(3));

  test('there are a hundred to make the rules better by, and a hundred never looked at', () => {
    expect(developmentComments).toHaveLength(100);
    expect(heldBackComments).toHaveLength(100);
  });

  test.each([
    ['the hundred held back', heldBackComments, 24],
    ['the hundred to learn from', developmentComments, 21],
  ] as const)('every number and address is masked, and nothing else taken for one: %s', (_name, comments, values) => {
    expect(
      measuredOf(
        comments.map((one) => one.slice(3)),
        isOther,
      ),
    ).toEqual({ values, masked: values, wrong: 0 });
  });

  test.each([
    ['en', 38, 34, 3],
    ['fr', 32, 28, 2],
  ] as const)(
    'nine names in ten of those held back, with few words wrongly (%s)',
    (language, values, masked, wrong) => {
      expect(measuredOf(of(heldBackComments, language), isName)).toEqual({ values, masked, wrong });
    },
  );

  test.each([
    ['en', 33, 32, 0],
    ['fr', 31, 30, 0],
  ] as const)('nearly all of those learned from (%s)', (language, values, masked, wrong) => {
    expect(measuredOf(of(developmentComments, language), isName)).toEqual({ values, masked, wrong });
  });
});

test('a name that no list knows, without words around it that tell of a person, is not found', () => {
  expect(screenText('Xochitl Quispe has the keys.', 'en').kinds).toEqual([]);
});

describe('the health card of every province and territory', () => {
  test.each([
    ['Newfoundland and Labrador', 'My MCP is 123 456 789 012.', '123 456 789 012'],
    ['Prince Edward Island', 'health card 12345678', '12345678'],
    ['Nova Scotia', 'My MSI number: 1234 567 890', '1234 567 890'],
    ['New Brunswick', 'Medicare 123-456-789', '123-456-789'],
    ['Québec', 'ma carte soleil ABCD 9051 0112', 'ABCD 9051 0112'],
    ['Ontario', 'I gave 5584-486-674-YM at the desk', '5584-486-674-YM'],
    ['Ontario, without a version', 'OHIP 5584486674', '5584486674'],
    ['Manitoba', 'PHIN 123456789', '123456789'],
    ['Saskatchewan', 'my health services number is 123 456 789, a health card', '123 456 789'],
    ['Alberta', 'AHCIP 12345-6789', '12345-6789'],
    ['British Columbia', 'it is 9698 658 215 on the card', '9698 658 215'],
    ['Yukon', 'Yukon health care number 002 345 678', '002 345 678'],
    ['Northwest Territories', 'NWT health card N 1234567', 'N 1234567'],
    ['Nunavut', 'Nunavut health card 100 000 005', '100 000 005'],
    ['in French', 'numéro d’assurance maladie : 12345678', '12345678'],
  ])('%s', (_place, text, number) => {
    const { text: masked, kinds } = screenText(text, 'en');
    expect(masked).not.toContain(number.slice(0, 6));
    expect(kinds.some((kind) => kind === 'health-card' || kind === 'sin' || kind === 'phone')).toBe(true);
  });

  test('a number of nine digits that neither checks nor is named is left', () => {
    expect(screenText('Reference 123456789 was lost.', 'en').kinds).toEqual([]);
    expect(screenText('My SIN 123456789 was lost.', 'en').text).toBe('My SIN [social insurance number] was lost.');
  });
});

test('digits within an identifier of letters and digits are no telephone number', () => {
  expect(screenText('Error 0229150d-37fa-4905-9b35-9b8639447342 again', 'en').kinds).toEqual([]);
});

describe('masking', () => {
  test('says what stood there in the language of the answers', () => {
    const text = 'Appelez Julie Tremblay au 514 555-0199.';
    expect(screenText(text, 'fr-CA').text).toBe('Appelez [nom] au [téléphone].');
    expect(screenText(text, 'iu')).toEqual({ text: 'Appelez [name] au [telephone].', kinds: ['name', 'phone'] });
  });

  test('finds nothing in what it has masked', () => {
    for (const { text, language } of labelledComments) {
      const { text: masked } = screenText(text, language);
      expect(screenText(masked, language)).toEqual({ text: masked, kinds: [] });
    }
  });

  test('touches written words only, and keeps what stood there apart', () => {
    const answers: Answers = {
      ease: { kind: 'codes', codes: ['4'] },
      amount: { kind: 'number', value: 4_165_550_177 },
      why: { kind: 'text', text: 'Write to a@example.ca' },
      more: { kind: 'text', text: 'Shorter lines' },
      age: { kind: 'missing', missing: 'refused' },
    };
    expect(screenAnswers(answers, 'en')).toEqual({
      answers: { ...answers, why: { kind: 'text', text: 'Write to [e-mail]' } },
      originals: { why: { text: 'Write to a@example.ca', kinds: ['email'] } },
    });
  });

  test('leaves every other sign of any text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const found = findPersonalData(text);
        const ends = found.map(({ end }) => end);
        expect(found.every(({ start, end }, at) => start < end && start >= (ends[at - 1] ?? 0))).toBe(true);
        if (found.length === 0) expect(screenText(text, 'en').text).toBe(text);
      }),
    );
  });

  test.each([
    ['capitals', 'A '.repeat(2500)],
    ['names', 'Anna de la '.repeat(450)],
    ['digits', '1234 '.repeat(1000)],
    ['dashes', 'a-'.repeat(2500)],
    ['dots', 'a.'.repeat(2500)],
    ['a long word', 'a'.repeat(5000)],
    ['signs of addresses', 'a@'.repeat(2500)],
    ['pluses', '+1('.repeat(1600)],
    ['joined capitals', `Regards, A${'-AA'.repeat(1600)}!`],
    ['joined particles', `Regards, ${'Mac'.repeat(1600)}!`],
    ['initials', `Regards, ${'A. '.repeat(1600)}!`],
    ['blanks', `a${' '.repeat(4990)}b`],
  ])('of the longest comment takes under a fifth of a second, whatever it is made of: %s', (_name, text) => {
    const begun = performance.now();
    screenText(text, 'en');
    expect(performance.now() - begun).toBeLessThan(200);
  });
});
