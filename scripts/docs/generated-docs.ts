import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codebookJsonSchema } from '@common-measure/dataset';
import { publishedSchemas } from '@common-measure/estimate';
import { instrumentJsonSchema } from '@common-measure/instrument';
import { reportRequestJsonSchema } from '../../apps/cli/src/report-request.ts';
import { architecture } from '../check/boundaries.ts';
import { estimatorDocstrings } from './estimator-docstrings.ts';
import { importTable } from './import-table.ts';
import { instrumentFieldTable } from './instrument-field-table.ts';
import { withMethodHeader } from './method-header.ts';
import { cataloguedProblems, problemPage } from './problem-catalogues.ts';

/** The documents that are written from the code: path relative to the root -> text as it should stand. */
export async function generatedDocs(root: string): Promise<ReadonlyMap<string, string>> {
  const page = await readFile(join(root, 'ARCHITECTURE.md'), 'utf8');
  const guide = await readFile(join(root, 'docs/guides/instrument-file.md'), 'utf8');
  return new Map([
    ['ARCHITECTURE.md', between(page, 'import table', importTable(architecture))],
    ['docs/guides/instrument-file.md', between(guide, 'instrument fields', instrumentFieldTable())],
    ['docs/api/problems.md', problemPage(await cataloguedProblems(root))],
    ...(await methodPages(root)),
    ...Object.entries(schemas()).map(([file, schema]): [string, string] => [`docs/api/${file}`, jsonText(schema)]),
  ]);
}

/** The pages of methods, the header of each from the docstrings of the estimators that it declares. */
async function methodPages(root: string): Promise<readonly [string, string][]> {
  const docstrings = await estimatorDocstrings(root);
  const files = (await readdir(join(root, 'docs/methods'))).sort().map((name) => `docs/methods/${name}`);
  return Promise.all(
    files.map(async (file): Promise<[string, string]> => {
      return [file, withMethodHeader(await readFile(join(root, file), 'utf8'), file, docstrings)];
    }),
  );
}

function schemas(): Readonly<Record<string, object>> {
  return {
    'codebook.schema.json': codebookJsonSchema(),
    'instrument.schema.json': instrumentJsonSchema(),
    'report-request.schema.json': reportRequestJsonSchema(),
    ...publishedSchemas(),
  };
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Puts `text` between the marks `<!-- name -->` and `<!-- end of name -->`. Throws where a mark is missing. */
export function between(page: string, name: string, text: string): string {
  const opening = `<!-- ${name} -->`;
  const start = page.indexOf(opening);
  const end = page.indexOf(`<!-- end of ${name} -->`);
  if (start < 0 || end < start) throw new Error(`The marks of "${name}" are missing`);
  return `${page.slice(0, start + opening.length)}\n${text}\n${page.slice(end)}`;
}
