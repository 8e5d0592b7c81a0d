import { limits } from './limits.ts';

const quote = 34;
const backslash = 92;

/**
 * Whether a JSON text has no more in it than anybody may send, seen without reading it: named members, values and depth of {@link limits}.
 * Texts cost next to nothing, however long; each member costs as much as a thousand characters.
 */
export function hasFewParts(text: string): boolean {
  let members = 0;
  let values = 1;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfText(text, at);
        break;
      case 0x3a: // :
        members += 1;
        break;
      case 0x2c: // ,
        values += 1;
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        values += 1;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1;
        break;
    }
    if (members > limits.publicMembers || values > limits.publicValues || depth > limits.publicDepth) return false;
  }
  return true;
}

/** Where the text that begins at `from` ends; the last place of the whole where it does not. */
function endOfText(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}
