import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../project-root.ts';
import { estimatorDocstrings, functionsOf } from './estimator-docstrings.ts';
import { declaredEstimators, partsOf, withMethodHeader } from './method-header.ts';

const source = `/**
 * Weighted mean: sum w y / sum w. Särndal (1992), 5.7. R: \`svymean\`, with \`by\` \`svyby\`. Oracle: fixtures/r/reference,
 * family means. Refuses infinite values, named by row.
 */
export function estimateMeans(design: Design, values: Column) {}`;

describe('the header of a page of methods', () => {
  it('takes a docstring apart', () => {
    const [docstring] = functionsOf(source, 'means.ts');
    expect(docstring?.signature).toBe('estimateMeans(design, values)');
    expect(partsOf(docstring?.text ?? '')).toEqual({
      rest: 'Weighted mean: sum w y / sum w. Särndal (1992), 5.7.',
      r: '`svymean`, with `by` `svyby`.',
      oracle: 'fixtures/r/reference, family means.',
      refuses: 'infinite values, named by row.',
    });
  });

  it('is written once and stays as it is when written again', () => {
    const docstrings = new Map(functionsOf(source, 'means.ts').map((entry) => [entry.name, entry]));
    const page = '# Mean\n\n<!-- estimator: estimateMeans -->\n\n## Estimand\n';
    const written = withMethodHeader(page, 'mean.md', docstrings);
    expect(written).toContain('| refuses | infinite values, named by row. |');
    expect(written.endsWith('<!-- end of estimator -->\n\n## Estimand\n')).toBe(true);
    expect(withMethodHeader(written, 'mean.md', docstrings)).toBe(written);
  });

  it('refuses a name that the package does not export', () => {
    expect(() => withMethodHeader('<!-- estimator: nothing -->', 'page.md', new Map())).toThrow('page.md: nothing');
  });
});

describe('the pages of methods', () => {
  it('have a place for every estimator that an oracle holds', async () => {
    const names = await readdir(join(projectRoot, 'docs/methods'));
    const pages = await Promise.all(names.map((name) => readFile(join(projectRoot, 'docs/methods', name), 'utf8')));
    const declared = new Set(pages.flatMap(declaredEstimators));
    const estimators = [...(await estimatorDocstrings(projectRoot)).values()].filter(({ text }) => {
      const { r, oracle } = partsOf(text);
      return r !== '' && oracle !== '';
    });
    expect(estimators.length).toBeGreaterThan(15);
    expect(estimators.map(({ name }) => name).filter((name) => !declared.has(name))).toEqual([]);
  });
});
