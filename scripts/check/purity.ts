import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { type CheckStep, outcome } from './step.ts';
import { isSource, isTest, trackedFiles } from './tracked-files.ts';

const remedies: Readonly<Record<string, string>> = {
  'Date.now': 'hand the instant in as an argument',
  'new Date()': 'hand the instant in as an argument',
  'Math.random': 'hand the generator in as an argument',
  'performance.now': 'hand the clock in as an argument',
  process: 'hand the setting in as an argument',
  Buffer: 'use Uint8Array',
  globalThis: 'hand what is needed in as an argument',
  'import.meta': 'hand the file in as an argument',
  'Intl without a locale': 'name the language',
  'toLocale… without a locale': 'name the language',
  'localeCompare without a locale': 'name the language, or compare code units with <',
};

/** packages/ compute: the same arguments give the same result on every machine, on every day. */
export const purity: CheckStep = {
  name: 'packages are pure',
  async run(root) {
    const files = (await trackedFiles(root)).filter(
      (file) => /^packages\/[^/]+\/src\//.test(file) && isSource(file) && !isTest(file),
    );
    const findings = await Promise.all(
      files.map(async (file) => impurities(await readFile(join(root, file), 'utf8'), file)),
    );
    return outcome(findings.flat(), `${files.length} files`);
  },
};

/** Where a source reaches for clock, chance, environment or the machine's language: "file:line what: remedy". */
export function impurities(source: string, file: string): readonly string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const what = impurityOf(node);
    if (what !== null) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      found.push(`${file}:${line + 1} ${what}: ${remedies[what]}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function impurityOf(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node)) {
    const name = node.getText();
    if (['Date.now', 'Math.random', 'performance.now'].includes(name)) return name;
  }
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) return impureCall(node);
  if (ts.isMetaProperty(node)) return 'import.meta';
  if (ts.isIdentifier(node) && ['process', 'Buffer', 'globalThis'].includes(node.text) && isReference(node))
    return node.text;
  return null;
}

function impureCall(node: ts.NewExpression | ts.CallExpression): string | null {
  const callee = node.expression.getText();
  const first = node.arguments?.[0];
  const unnamed = first === undefined || first.getText() === 'undefined';
  if (callee === 'Date' && (first === undefined || ts.isCallExpression(node))) return 'new Date()';
  if (/^Intl\.[A-Z]/.test(callee) && unnamed) return 'Intl without a locale';
  if (/\.toLocale\w+$/.test(callee) && unnamed) return 'toLocale… without a locale';
  if (/\.localeCompare$/.test(callee) && node.arguments?.[1] === undefined) return 'localeCompare without a locale';
  return null;
}

/** A use of the global, not a property, key, parameter or declaration that happens to have its name. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(
    ts.isParameter(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    (ts.isVariableDeclaration(parent) && parent.name === node) ||
    ts.isFunctionDeclaration(parent)
  );
}
