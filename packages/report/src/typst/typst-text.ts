/** A Typst string literal; characters that no font shows (controls) are dropped. */
export function typstString(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a document
  const clean = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '');
  return `"${clean.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n').replace(/\t/g, ' ')}"`;
}

/** Text inside markup: a string, so that no character of it is read as Typst. */
export function typstText(text: string): string {
  return `#${typstString(text)};`;
}

/** A heading; none where there are no words, since a tagged document may hold no empty one. */
export function typstHeading(level: 1 | 2, text: string): string {
  return /^[\s\p{Z}\p{C}]*$/u.test(text) ? '' : `${'='.repeat(level)} ${typstText(text)}\n`;
}
