import type { EstimatorDocstring } from './estimator-docstrings.ts';

/** The names that a page of methods declares: `<!-- estimator: estimateMeans, estimateTotals -->`. */
export function declaredEstimators(page: string): readonly string[] {
  const declared = /<!-- estimator: ([^>]+) -->/.exec(page)?.[1];
  return declared === undefined ? [] : declared.split(',').map((name) => name.trim());
}

/** The page with its header written anew from the docstrings. Throws where a declared name is not exported or has no docstring. */
export function withMethodHeader(
  page: string,
  file: string,
  docstrings: ReadonlyMap<string, EstimatorDocstring>,
): string {
  const names = declaredEstimators(page);
  if (names.length === 0) return page;
  const opening = `<!-- estimator: ${names.join(', ')} -->`;
  const closing = '<!-- end of estimator -->';
  const tables = names.map((name) => {
    const docstring = docstrings.get(name);
    if (docstring === undefined) throw new Error(`${file}: ${name} is no documented export of survey-statistics`);
    return headerTable(docstring);
  });
  const [before = ''] = page.split(/<!-- estimator: [^>]+ -->/);
  const rest = page.includes(closing)
    ? page.slice(page.indexOf(closing) + closing.length)
    : page.slice(page.indexOf('-->', page.indexOf('<!-- estimator:')) + 3);
  return `${before}${opening}\n\n${tables.join('\n')}\n${closing}${rest}`;
}

function headerTable({ signature, file, text }: EstimatorDocstring): string {
  const { rest, r, oracle, refuses } = partsOf(text);
  const rows = [
    ['what', rest],
    ['refuses', refuses],
    ['R', r],
    ['oracle', oracle],
  ];
  const cell = (value: string) => value.replaceAll('|', '\\|');
  return [
    `| [\`${signature}\`](../../${file}) | |`,
    '| --- | --- |',
    ...rows.flatMap(([name = '', value = '']) => (value === '' ? [] : [`| ${name} | ${cell(value)} |`])),
    '',
  ].join('\n');
}

/** A docstring taken apart: "R: ...", "Oracle: ..." and the sentences that begin with "Refuses" stand by themselves. */
export function partsOf(text: string): {
  readonly rest: string;
  readonly r: string;
  readonly oracle: string;
  readonly refuses: string;
} {
  const sentences = text.split(/(?<=[.)`])\s+(?=(?:R|Oracles?): |Refuses\b)|(?<=\.)\s+(?=[A-Z`])/);
  const parts = { rest: [] as string[], r: [] as string[], oracle: [] as string[], refuses: [] as string[] };
  for (const sentence of sentences) {
    const [, label = '', value = ''] = /^(R|Oracles?): (.*)$/.exec(sentence) ?? [];
    if (label === 'R') parts.r.push(value);
    else if (label !== '') parts.oracle.push(value);
    else if (sentence.startsWith('Refuses')) parts.refuses.push(sentence.replace(/^Refuses[,:]?\s*/, ''));
    else parts.rest.push(sentence);
  }
  const joined = (values: readonly string[]) => values.join(' ');
  return { rest: joined(parts.rest), r: joined(parts.r), oracle: joined(parts.oracle), refuses: joined(parts.refuses) };
}
