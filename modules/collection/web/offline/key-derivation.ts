import { type Allotment, type Answers, allot, type Instrument } from '@common-measure/instrument';

/**
 * What follows from a person's key, derived on her device as the server derives it (`answer-key.ts`): receipt, codes and chance are the
 * same wherever her answers are taken.
 */
export function newAnswerKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '');
}

export async function receiptOf(key: string): Promise<string> {
  return grouped((await derive('receipt', key)).subarray(0, 5));
}

export async function withdrawalCodeOf(key: string): Promise<string> {
  return grouped((await derive('withdrawal', key)).subarray(0, 10));
}

export async function resumeCodeOf(key: string): Promise<string> {
  return grouped((await derive('resume', key)).subarray(0, 10));
}

/** Her arm and her orders of options: chance is hashed ahead, twice as far whenever the instrument needs more of it. */
export async function allotmentOf(instrument: Instrument, key: string, given: Answers | undefined): Promise<Allotment> {
  const blocks = [await derive('chance', key)];
  for (;;) {
    let drawn = 0;
    const numbers = blocks.flatMap((block) => [0, 6, 12, 18, 24].map((at) => fraction(block, at)));
    const allotment = allot(instrument, () => numbers[drawn++] ?? 0);
    if (drawn <= numbers.length) return given === undefined ? allotment : { ...allotment, given };
    for (let more = blocks.length; more > 0; more -= 1) {
      const last = blocks.at(-1);
      if (last) blocks.push(await sha256(last));
    }
  }
}

/** 48 bits as a number in [0, 1). */
function fraction(block: Uint8Array, at: number): number {
  return block.subarray(at, at + 6).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 48;
}

function derive(purpose: string, secret: string): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(new TextEncoder().encode(`common-measure ${purpose}\0${secret}`));
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** Crockford's base 32 in groups of four. */
function grouped(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const signs = (bits.match(/.{5}/g) ?? []).map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(five, 2)]);
  return (signs.join('').match(/.{4}/g) ?? []).join('-');
}
