import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { developmentComments } from './development-comments.fixture.ts';
import { screeningRules } from './found.ts';
import { heldBackComments } from './held-back-comments.fixture.ts';
import { heldOutComments } from './held-out-comments.fixture.ts';
import { labelledComments } from './labelled-comments.fixture.ts';
import { screenText } from './screen-text.ts';

/**
 * What each number of rules makes of the synthetic comments. Where this fails because comments are masked otherwise now, raise
 * `screeningRules` and add its line: platforms then look once more at what they stored under the rules before.
 * Where comments were added and nothing else, write the new line in the place of the old one.
 */
const checksums: Readonly<Record<number, string>> = {
  2: '4bc555eec0480f0d',
};

test('rules that mask otherwise have a number of their own', () => {
  const unlabelled = (text: string) => text.replaceAll(/\{[a-z-]+\|([^}]*)\}/g, '$1');
  const labelled = [...developmentComments, ...heldBackComments, ...heldOutComments].map(unlabelled);
  const comments = [...labelled, ...labelledComments.map(({ text }) => text)];
  const masked = comments.flatMap((text) => ['en', 'fr'].map((language) => screenText(text, language).text));
  const checksum = createHash('sha256').update(masked.join('\n')).digest('hex').slice(0, 16);
  expect({ [screeningRules]: checksum }).toEqual({ [screeningRules]: checksums[screeningRules] });
});
