/** A text as an R literal of ASCII characters only, so that the script means the same in every locale. */
export function rString(text: string): string {
  let out = '"';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') out += `\\${character}`;
    else if (point >= 0x20 && point < 0x7f) out += character;
    else
      out += point > 0xffff ? `\\U${point.toString(16).padStart(8, '0')}` : `\\u${point.toString(16).padStart(4, '0')}`;
  }
  return `${out}"`;
}

/** A number as R reads it back to the same double. */
export function rNumber(value: number): string {
  return Number.isNaN(value) ? 'NA' : String(value);
}

export function rVector(parts: readonly string[]): string {
  return `c(${parts.join(', ')})`;
}

/** A name that R takes as it is: letters, digits and dots. */
export function rName(prefix: string, index: number): string {
  return `${prefix}${index + 1}`;
}
