import { type Found, foundBy } from './found.ts';

const plain =
  /(?<![\p{L}\p{N}._%+'’-])[\p{L}\p{N}._%+'’-]{1,64}\s?@\s?[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)*\s?\.\s?\p{L}{2,}/giu;
/** As people write it so that machines do not see it: "jane (at) example (dot) ca", "jeanne arobase exemple point ca". */
const spelledOut =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}\s{0,3}(?:\((?:at|a|à|arobase)\)|\[(?:at|arobase)\]|\s(?:at|arobase|arobas)\s)\s{0,3}[\p{L}\p{N}-]{1,63}(?:\s{0,3}(?:\((?:dot|point)\)|\[(?:dot|point)\]|\s(?:dot|point)\s)\s*\p{L}{2,}|(?:\.\p{L}{2,}))+/giu;

/** E-mail addresses, written plainly or spelled out. */
export function findEmails(text: string): readonly Found[] {
  return [...foundBy('email', text, plain), ...foundBy('email', text, spelledOut)];
}
