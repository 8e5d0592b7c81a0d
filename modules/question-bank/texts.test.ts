import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBankFiles } from './check-bank-files.ts';
import { starterBank } from './starter-bank.ts';
import { markupIn, tidyText } from './tidy-text.ts';
import { wordDiff } from './word-diff.ts';

describe('comparing two wordings', () => {
  test('tells what is gone and what is new, word by word', () => {
    expect(wordDiff('The staff were kind.', 'The staff were very kind.')).toEqual([
      { kind: 'same', text: 'The staff were ' },
      { kind: 'new', text: 'very ' },
      { kind: 'same', text: 'kind.' },
    ]);
  });

  test('always gives both texts again', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'le', 'la', 'c’est'), { maxLength: 12 })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = wordDiff(before, after);
        const without = (kind: string) => runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('');
        expect([without('new'), without('gone')]).toEqual([before, after]);
      }),
    );
  });
});

describe('a text as the bank keeps it', () => {
  test('has the spaces and marks of Québec typography, and nothing invisible', () => {
    expect(tidyText("  L'accueil : est-il  bon ?\u200b ", 'fr')).toBe('L’accueil\u00a0: est-il bon?');
    expect(tidyText('On a dit "bien" à 20 %', 'fr')).toBe('On a dit «\u00a0bien\u00a0» à 20\u00a0%');
    expect(tidyText('It\'s "fine"\nand\tgood', 'en')).toBe('It’s “fine” and good');
  });

  test('tidied twice stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.constantFrom('en' as const, 'fr' as const), (text, language) => {
        const once = tidyText(text, language);
        const twice = tidyText(once, language);
        expect(tidyText(twice, language)).toBe(twice);
      }),
    );
  });

  test('is found to hold markup where a browser would read some', () => {
    for (const text of [
      '<script>x</script>',
      'a <b>c',
      '<img src=x onerror=y>',
      '&lt;b&gt;',
      '</p>',
      '<!-- x -->',
      'javascript:alert(1)',
    ])
      expect(markupIn(text)).not.toBeNull();
    for (const text of ['fewer than 5 < 6', 'R&D', 'a & b; c', '1 <2']) expect(markupIn(text)).toBeNull();
  });
});

describe('checking the files of a bank', () => {
  const { constructs, scales, items } = starterBank();
  const file = (change: object) => [{ name: 'a.json', content: { constructs, scales, items, ...change } }];

  test('finds nothing in our own', () => {
    expect(checkBankFiles(file({}))).toEqual([]);
  });

  test('tells a missing language, a code that stands twice, markup, typography and a wording twice, each with its place', () => {
    const [one, other] = items.filter(
      (item) => item.type === 'rating' && item.pairedWith === null && item.slots.length === 0,
    );
    const told = (wording: object, change: object = {}) =>
      checkBankFiles(file({ items: [...items.filter((item) => item !== one), { ...one, wording, ...change }] }));
    expect(told({ en: 'Only English' })[0]?.place).toBe('a.json');
    expect(told(one!.wording, { code: other!.code }).map((finding) => finding.message.en)).toContain(
      'the code stands twice',
    );
    expect(told({ en: '<b>x</b>', fr: 'y' })[0]?.message.en).toContain('<b>');
    expect(told({ en: 'Good?', fr: 'Est-ce bon ?' })[0]?.message.fr).toContain('typographie');
    expect(told(other!.wording).map((finding) => finding.message.en)).toEqual([
      expect.stringContaining('is worded as'),
      expect.stringContaining('is worded as'),
    ]);
  });
});
