import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const sources = globSync(['platform/web-kit/*.{ts,tsx}', 'apps/web/src/**/*.{ts,tsx}', 'modules/*/web/**/*.{ts,tsx}'], {
  cwd: root,
}).filter((file) => !file.endsWith('.test.ts'));

/** The texts of every property named `fr`; what is filled in stands as "x". */
function frenchTexts(source: string): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node, isFrench: boolean): void => {
    const isInside =
      isFrench ||
      (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'fr') ||
      (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && /^(fr|french)/.test(node.name.text));
    if (isInside && ts.isStringLiteralLike(node)) texts.push(node.text);
    if (isInside && ts.isTemplateExpression(node))
      texts.push(node.head.text + node.templateSpans.map((span) => `x${span.literal.text}`).join(''));
    ts.forEachChild(node, (child) => visit(child, isInside));
  };
  visit(ts.createSourceFile('page.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX), false);
  return texts;
}

const faults: readonly (readonly [string, RegExp])[] = [
  ['a colon after an ordinary space', /\S :( |$)/],
  ['a percent sign after an ordinary space', /[\dx] %/],
  ['an ordinary space inside guillemets', /« | »/],
  ['a space before a mark that takes none', /[\u00a0 ][;?!]/],
  ['a straight apostrophe', /\p{L}'\p{L}/u],
  ['three full stops for an ellipsis', /\.\.\./],
  ['an exclamation mark', /!/],
];

const texts = sources.flatMap((file) =>
  frenchTexts(readFileSync(resolve(root, file), 'utf8')).map((text) => ({ file, text })),
);

describe('French texts of the console follow the typography of Québec', () => {
  test('there are texts to look at', () => {
    expect(texts.length).toBeGreaterThan(300);
  });

  for (const [fault, pattern] of faults)
    test(`${fault} stands nowhere`, () => {
      const found = texts.filter(({ text }) => pattern.test(text)).map(({ file, text }) => `${file}: ${text}`);
      expect(found).toEqual([]);
    });
});
