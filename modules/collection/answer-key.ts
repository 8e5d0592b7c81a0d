import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** 256 random bits that one person's page holds while she answers. Whoever has it can see and change that one draft. */
export function newAnswerKey(): string {
  return randomBytes(32).toString('base64url');
}

export function isAnswerKey(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** Under which hash the draft is kept. */
export function draftHash(key: string): Buffer {
  return derive('draft', key);
}

/** The id of the response that this key will send: a UUIDv4, so that sending twice is sending the same. */
export function responseIdOf(key: string): string {
  const bytes = derive('response', key).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** 80 bits in sixteen letters and digits that are hard to mix up. Only its hash is kept. */
export function withdrawalCodeOf(key: string): string {
  return grouped(derive('withdrawal', key).subarray(0, 10));
}

/** What the person may quote to show that her answers arrived; nothing in the database leads from it to them. */
export function receiptOf(key: string): string {
  return grouped(derive('receipt', key).subarray(0, 5));
}

/**
 * Numbers in [0, 1) that are chance to everybody else and the same for this person whenever they are asked for: what decides her arm and
 * the order of options. Nothing of it needs to be kept, and it leads back to the key no more than the receipt does.
 */
export function chanceOf(key: string): () => number {
  let block = derive('chance', key);
  let at = 0;
  return () => {
    if (at + 6 > block.length) {
      block = createHash('sha256').update(block).digest();
      at = 0;
    }
    at += 6;
    return block.readUIntBE(at - 6, 6) / 2 ** 48;
  };
}

/** The hash of a withdrawal code as typed: small letters, spaces, dashes, O for 0 and I or L for 1 are forgiven. */
export function withdrawalHash(code: string): Buffer {
  return derive('withdrawal code', asPrinted(code));
}

/** 80 bits, typed on another device, that open the draft of this key there. */
export function resumeCodeOf(key: string): string {
  return grouped(derive('resume', key).subarray(0, 10));
}

/** Under which hash a draft is found by its code, as typed. */
export function resumeHash(code: string): Buffer {
  return derive('resume code', asPrinted(code));
}

/** The key as it is kept with its draft: only who has the code of the draft can read it. */
export function sealKey(key: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', sealingKey(resumeCodeOf(key)), sealingNonce);
  return Buffer.concat([cipher.update(key, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** The key of a draft that was sealed; null where the code is not that of its draft. */
export function unsealKey(sealed: Buffer, code: string): string | null {
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(code), sealingNonce);
  decipher.setAuthTag(sealed.subarray(-16));
  try {
    const key = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString('utf8');
    return isAnswerKey(key) ? key : null;
  } catch {
    return null;
  }
}

/** Each code seals one key and nothing else, so the nonce may stand still. */
const sealingNonce = Buffer.alloc(12);

function sealingKey(code: string): Buffer {
  return derive('resume seal', asPrinted(code));
}

/** A code as it was printed. */
function asPrinted(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

function derive(purpose: string, secret: string): Buffer {
  return createHash('sha256').update(`common-measure ${purpose}\0${secret}`).digest();
}

/** Crockford's base 32 in groups of four. */
function grouped(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const signs = (bits.match(/.{5}/g) ?? []).map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(five, 2)]);
  return (signs.join('').match(/.{4}/g) ?? []).join('-');
}
