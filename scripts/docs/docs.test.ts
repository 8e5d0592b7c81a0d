import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deadLinks, unreachablePages } from '../check/docs-in-step.ts';
import { projectRoot } from '../project-root.ts';
import { between } from './generated-docs.ts';
import { type CataloguedProblem, cataloguedProblems, catalogueFindings, problemPage } from './problem-catalogues.ts';

const waveClosed: CataloguedProblem = {
  code: 'wave-closed',
  file: 'modules/collection/problems.ts',
  status: 409,
  title: { en: 'The wave closed on {day}.', fr: 'La vague a pris fin le {day}.' },
  remedy: { en: 'Ask for another link.', fr: 'Demandez un autre lien.' },
};

describe('the problem catalogues', () => {
  test('of this project are found and sound', async () => {
    const problems = await cataloguedProblems(projectRoot);
    expect(problems.map((problem) => problem.code)).toContain('sign-in-needed');
    expect(catalogueFindings(problems)).toEqual([]);
  });

  test.each([
    ['a code in two catalogues', [waveClosed, { ...waveClosed, file: 'modules/studies/problems.ts' }], 'stands in'],
    ['a misspelt code', [{ ...waveClosed, code: 'WaveClosed' }], 'kebab-case'],
    ['a status that is no refusal', [{ ...waveClosed, status: 200 }], 'status 200'],
    ['a missing French text', [{ ...waveClosed, remedy: { en: 'Ask.', fr: ' ' } }], 'empty text'],
    [
      'a fact told to one reader only',
      [{ ...waveClosed, title: { en: 'Closed on {day}.', fr: 'Fermée.' } }],
      'the same facts',
    ],
  ])('are refused with %s', (_, problems, finding) => {
    expect(catalogueFindings(problems)).toEqual([expect.stringContaining(finding)]);
  });

  test('may fill each language with a text of its own', () => {
    const title = { en: 'Refused: {firstEn}', fr: 'Refusé : {firstFr}' };
    expect(catalogueFindings([{ ...waveClosed, title }])).toEqual([]);
    const crossed = { en: 'Refused: {firstFr}', fr: 'Refusé : {firstFr}' };
    expect(catalogueFindings([{ ...waveClosed, title: crossed }])).toHaveLength(1);
  });

  test('become a page with code, status and both languages', () => {
    expect(problemPage([waveClosed])).toContain(
      '## wave-closed\n\nHTTP 409, from `modules/collection/problems.ts`\n\n- EN: The wave closed on {day}. Ask for another link.',
    );
  });
});

describe('documents', () => {
  test('keep what stands around a generated part', () => {
    expect(between('a\n<!-- t -->\nold\n<!-- end of t -->\nb', 't', 'new')).toBe(
      'a\n<!-- t -->\nnew\n<!-- end of t -->\nb',
    );
    expect(() => between('a', 't', 'new')).toThrow(/marks of "t"/);
  });

  test('are refused with a link that leads nowhere', async () => {
    const root = await mkdtemp(join(tmpdir(), 'links-'));
    await writeFile(join(root, 'there.md'), '');
    const text = '[a](there.md#part) [b](https://example.ca) [c](#here) `[d](nowhere.md)` [e](missing.md)';
    expect(deadLinks(root, 'page.md', text)).toEqual([expect.stringContaining('missing.md')]);
    await rm(root, { recursive: true });
  });

  test('of docs/ are refused where no page leads to them', () => {
    const texts = new Map([
      ['README.md', '[documents](docs/README.md)'],
      ['docs/README.md', '[methods](methods/)'],
      ['docs/methods/README.md', '[mean](mean.md)'],
      ['docs/methods/mean.md', '[back](../README.md)'],
      ['docs/methods/lost.md', ''],
      ['modules/accounts/README.md', ''],
    ]);
    expect(unreachablePages(texts)).toEqual([expect.stringContaining('docs/methods/lost.md')]);
  });
});
