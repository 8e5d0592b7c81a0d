/** Text made safe inside SVG and HTML, in content and in attributes; characters that XML forbids are dropped. */
export function escapeText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 allows no other control characters
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}

/** A coordinate as it is written: at most three decimals, no exponent, no negative zero. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a coordinate must be finite, got ${value}`);
  return String(Number(value.toFixed(3)) + 0);
}
