import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Small letters and digits that are hard to mix up (Crockford's base 32). */
const signs = '0123456789abcdefghjkmnpqrstvwxyz';

/** A random code of `length` signs, five bits each. */
export function newCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => signs[byte & 31]).join('');
}

/** A code as it was printed: capitals, spaces, O for 0 and I or L for 1 are forgiven. */
export function asPrinted(code: string): string {
  return code.toLowerCase().replace(/\s/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
}

/** How many signs a link that can be used once has: 80 bits, so that nobody finds one by trying. */
export const onceSigns = 16;

/** Under which hash a link that can be used once is kept. */
export function onceHash(code: string): Buffer {
  return createHash('sha256')
    .update(`common-measure once\0${asPrinted(code)}`)
    .digest();
}

/** What stands for a used link, together with the response: without the key it tells nothing, even to who has every link. */
export function markOf(key: Buffer, codeHash: Buffer): Buffer {
  return createHmac('sha256', key).update(codeHash).digest();
}
