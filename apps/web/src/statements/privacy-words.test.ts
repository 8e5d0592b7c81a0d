import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { policyFor } from '@common-measure/disclosure';
import { defaultRetention, pretestDays } from '@common-measure/modules/collection/contract';
import { describe, expect, it, test } from 'vitest';
import { privacyMessages } from './privacy-words.ts';

type Part = { readonly id: string; readonly paragraphs: readonly string[] };
const partsOf = (language: 'en' | 'fr'): readonly Part[] => privacyMessages[language].parts;
const textOf = (language: 'en' | 'fr', id: string) =>
  partsOf(language)
    .find((part) => part.id === id)
    ?.paragraphs.join(' ') ?? '';

const root = path.resolve(import.meta.dirname, '../../../..');
/** The number that the code keeps under that name. */
function kept(file: string, name: string): number {
  const source = readFileSync(path.join(root, file), 'utf8');
  const found = new RegExp(`const ${name} = ([0-9_* ]+);`).exec(source)?.[1];
  if (found === undefined) throw new Error(`${file} has no ${name}`);
  return found
    .replaceAll('_', '')
    .split('*')
    .reduce((product, factor) => product * Number(factor), 1);
}

describe.each(['en', 'fr'] as const)('the privacy statement (%s) names what the code keeps to', (language) => {
  test.each([
    ['answers', 'drafts', defaultRetention.drafts],
    ['answers', 'pretests', pretestDays],
    ['comments', 'originals', defaultRetention.originals],
    ['results', 'threshold of the public', policyFor('public').threshold],
    ['results', 'threshold between organizations', policyFor('shared').threshold],
    ['results', 'threshold inside', policyFor('organization').threshold],
    ['device', 'cookies of who answers', kept('modules/collection/public-call.ts', 'cookieDays')],
    ['where', 'deliveries', kept('modules/collection/webhooks/deliver.ts', 'keptDays')],
    ['account', 'known device', kept('modules/accounts/known-device.ts', 'deviceSeconds') / 86_400],
  ] as const)('part %s: %s', (id, _what, number) => {
    expect(textOf(language, id)).toMatch(new RegExp(`\\b${number}\\b`));
  });

  it('the hours of a session and the least links that are taken away together, in words', () => {
    expect(kept('modules/accounts/session-store.ts', 'sessionSeconds')).toBe(12 * 3600);
    expect(textOf(language, 'account')).toContain(language === 'en' ? 'twelve hours' : 'douze heures');
    expect(kept('modules/collection/ways-in/once-settling.ts', 'leastTogether')).toBe(10);
    expect(textOf(language, 'answers')).toContain(language === 'en' ? 'at least ten' : 'dix liens utilisés au moins');
  });

  it('the share of names found in the comments that the rules were never fitted to', () => {
    const guide = readFileSync(path.join(root, 'docs/guides/privacy.md'), 'utf8');
    expect(guide).toContain('| 70 | 62 (89%) |');
    expect(textOf(language, 'comments')).toMatch(/89[\u00a0]?%/);
  });
});

it('says the same parts in both languages, paragraph by paragraph', () => {
  const shape = (language: 'en' | 'fr') => partsOf(language).map(({ id, paragraphs }) => [id, paragraphs.length]);
  expect(shape('fr')).toEqual(shape('en'));
});

it('every cookie that the server sets is spoken of: two of who answers, one of a tablet, two of who has an account', () => {
  const sources = ['modules/collection', 'modules/accounts', 'platform/http'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(path.join(root, folder, file), 'utf8')),
  );
  const setting = sources.filter((source) => /setCookie|sessionCookie =/.test(source));
  const names = setting.flatMap((source) =>
    [...source.matchAll(/['`](cm_[a-z]+)(?:_\$\{|['`])/g)].map(([, name]) => name),
  );
  expect([...new Set(names)].toSorted()).toEqual(['cm_answers', 'cm_device', 'cm_left', 'cm_session', 'cm_way']);
});
