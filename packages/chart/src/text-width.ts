/** The width of a text in pixels, nearly: Source Sans is about half an em wide on average, a little more in bold. */
export function textWidth(words: string, size: number, bold = false): number {
  return [...words].length * size * (bold ? 0.53 : 0.5);
}

/** A label on as many lines as it needs, broken at blanks, at most `characters` a line where words allow it. */
export function wrapLabel(label: string, characters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ').filter((part) => part !== '')) {
    const line = lines[lines.length - 1];
    if (line !== undefined && line.length + 1 + word.length <= characters) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.length === 0 ? [''] : lines;
}
