import { promisify } from 'node:util';
import { brotliDecompressSync, createBrotliCompress } from 'node:zlib';
import { brotliParams } from './compress-reply.ts';

/** The page with one visitor's secret in it, as it is and by Brotli; the second is null where it cannot be had that way. */
export interface FilledPage {
  readonly html: string;
  readonly brotli: Buffer | null;
}

interface Packed {
  readonly before: Buffer;
  readonly after: Buffer;
}

/** How many bytes before a letter decide how it is written by Brotli: these stand as they are, with the secret. */
const contextBytes = 2;

/**
 * A page that is the same for everybody but for one secret of hers, compressed once around it. The secret stands uncompressed in a block
 * of its own (RFC 7932, section 9.2), so that the size of what is sent tells nothing of it.
 */
export class PageAround {
  readonly #before: string;
  readonly #after: string;
  readonly #next: Buffer;
  readonly #bytes: number;
  readonly #packed: Packed | null;

  private constructor(before: string, after: string, bytes: number, packed: Packed | null) {
    this.#before = before;
    this.#after = after;
    this.#next = Buffer.from(after).subarray(0, contextBytes);
    this.#bytes = bytes;
    this.#packed = packed;
  }

  /** Of a page in which `blank` stands for the secret, of as many bytes. Null where it does not stand in it exactly once. */
  static async of(html: string, blank: string): Promise<PageAround | null> {
    const [before, after, ...others] = html.split(blank);
    if (before === undefined || after === undefined || others.length > 0) return null;
    const bytes = Buffer.byteLength(blank);
    const made = new PageAround(before, after, bytes, await packed(before, blank, after));
    // No part of what was compressed may lead back to the blank: nothing can be both of these where it does.
    const holds = ['-', '0'].map((letter) => letter.repeat(bytes)).every((secret) => made.#isRight(secret));
    return holds ? made : new PageAround(before, after, bytes, null);
  }

  /** Throws where the secret is longer or shorter than the blank. */
  with(secret: string): FilledPage {
    const bytes = Buffer.from(secret);
    if (bytes.length !== this.#bytes) throw new RangeError(`${this.#bytes} bytes are left out, not ${bytes.length}`);
    const packed = this.#packed;
    return {
      html: this.#before + secret + this.#after,
      brotli:
        packed &&
        Buffer.concat([packed.before, blockHeader(bytes.length + this.#next.length), bytes, this.#next, packed.after]),
    };
  }

  #isRight(secret: string): boolean {
    const { html, brotli } = this.with(secret);
    try {
      return brotli !== null && brotliDecompressSync(brotli).toString() === html;
    } catch {
      return false;
    }
  }
}

/** What is before and after the secret, as it follows on from each other: in between the compressor has seen the blank. */
async function packed(before: string, blank: string, after: string): Promise<Packed> {
  const compressor = createBrotliCompress({ params: brotliParams });
  const parts: Buffer[] = [];
  compressor.on('data', (part: Buffer) => parts.push(part));
  const flush = promisify<void>((done) => compressor.flush(() => done(null)));
  const rest = Buffer.from(after);
  compressor.write(before);
  await flush();
  const first = Buffer.concat(parts.splice(0));
  compressor.write(Buffer.concat([Buffer.from(blank), rest.subarray(0, contextBytes)]));
  await flush();
  parts.splice(0);
  const ended = new Promise((resolve, reject) => compressor.once('end', resolve).once('error', reject));
  compressor.end(rest.subarray(contextBytes));
  await ended;
  return { before: first, after: Buffer.concat(parts) };
}

/** The start of an uncompressed meta-block that is not the last: its length less one in four nibbles, then up to a whole byte. */
function blockHeader(length: number): Buffer {
  const bits = ((length - 1) << 3) | (1 << 19);
  return Buffer.from([bits & 0xff, (bits >> 8) & 0xff, (bits >> 16) & 0xff]);
}
