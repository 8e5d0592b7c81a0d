import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

/** A public function of the statistics with what its docstring says. */
export interface EstimatorDocstring {
  readonly name: string;
  /** Relative to the root. */
  readonly file: string;
  readonly signature: string;
  readonly text: string;
}

const folder = 'packages/survey-statistics/src';

/** Every documented function that the package exports, by name. */
export async function estimatorDocstrings(root: string): Promise<ReadonlyMap<string, EstimatorDocstring>> {
  const exported = await readFile(join(root, folder, 'index.ts'), 'utf8');
  const files = (await readdir(join(root, folder), { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file) && exported.includes(`'./${file}'`),
  );
  const found = await Promise.all(
    files
      .sort()
      .map(async (file) => functionsOf(await readFile(join(root, folder, file), 'utf8'), `${folder}/${file}`)),
  );
  const names = new Set(exported.match(/\b\w+\b/g));
  return new Map(found.flat().flatMap((entry) => (names.has(entry.name) ? [[entry.name, entry]] : [])));
}

/** The exported functions of one source that have a docstring. */
export function functionsOf(source: string, file: string): readonly EstimatorDocstring[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  return tree.statements.flatMap((node) => {
    if (!ts.isFunctionDeclaration(node) || node.name === undefined) return [];
    if (!node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return [];
    const comment = ts.getLeadingCommentRanges(source, node.getFullStart())?.at(-1);
    if (comment === undefined || !source.startsWith('/**', comment.pos)) return [];
    const parameters = node.parameters.map((parameter) => parameter.name.getText(tree)).join(', ');
    const text = plainText(source.slice(comment.pos, comment.end));
    return [{ name: node.name.text, file, signature: `${node.name.text}(${parameters})`, text }];
  });
}

function plainText(comment: string): string {
  return comment
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim())
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
