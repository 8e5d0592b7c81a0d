import { accepted, type Problem, type Result, refused } from '@common-measure/kernel';
import type { SourceFile } from './codebook.ts';
import { fileEmpty, fileHasNul, fileMixesEncodings, fileNotText } from './file-problem.ts';

export type Encoding = SourceFile['encoding'];

/** What was found about the characters of a file, and by what. */
export interface EncodingFinding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark at the start: 0, 2 or 3. */
  readonly mark: 0 | 2 | 3;
  readonly evidence: 'byte-order-mark' | 'ascii-only' | 'valid-utf-8' | 'not-utf-8' | 'zero-bytes';
}

export interface EncodingDetector {
  push(chunk: Uint8Array): void;
  finish(): Result<EncodingFinding, Problem>;
}

/**
 * Detects the encoding of a file from all of its bytes, handed in pieces.
 * A byte order mark decides. Without one: valid UTF-8 is UTF-8; a file with no valid two-byte sequence and some stray high bytes is windows-1252;
 * both in one file are refused with the first line of each. Zero bytes in every other place are UTF-16, anywhere else refused.
 */
export function encodingDetector(): EncodingDetector {
  const head: number[] = [];
  let bytes = 0;
  let line = 1;
  let pending = 0;
  let low = 0x80;
  let high = 0xbf;
  let validLine = 0;
  let strayLine = 0;
  let undefinedLine = 0;
  let nulLine = 0;

  const stray = (byte: number) => {
    strayLine ||= line;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) undefinedLine ||= line;
  };

  const openSequence = (byte: number) => {
    low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (byte >= 0xc2 && byte <= 0xdf) pending = 1;
    else if (byte >= 0xe0 && byte <= 0xef) pending = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) pending = 3;
    else stray(byte);
  };

  return {
    push(chunk) {
      for (let i = 0; head.length < 4096 && i < chunk.length; i++) head.push(chunk[i] as number);
      bytes += chunk.length;
      for (let i = 0; i < chunk.length; i++) {
        const byte = chunk[i] as number;
        if (pending > 0) {
          if (byte >= low && byte <= high) {
            low = 0x80;
            high = 0xbf;
            if (--pending === 0) validLine ||= line;
            continue;
          }
          pending = 0;
          stray(byte >= 0x80 ? byte : 0xff);
        }
        if (byte < 0x80) {
          if (byte === 10) line++;
          else if (byte === 0) nulLine ||= line;
        } else openSequence(byte);
      }
    },
    finish() {
      if (bytes === 0) return refused(fileEmpty());
      const kind = otherFormat(head);
      if (kind) return refused(fileNotText(kind));
      if (head[0] === 0xff && head[1] === 0xfe) return found('utf-16le', 2, 'byte-order-mark');
      if (head[0] === 0xfe && head[1] === 0xff) return found('utf-16be', 2, 'byte-order-mark');
      const wide = nulLine ? wideOrder(head) : null;
      if (wide) return found(wide, 0, 'zero-bytes');
      if (nulLine) return refused(fileHasNul(nulLine));
      if (pending > 0) strayLine ||= line;
      const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
      if (marked) return strayLine ? refused(fileMixesEncodings(1, strayLine)) : found('utf-8', 3, 'byte-order-mark');
      if (!strayLine) return found('utf-8', 0, validLine ? 'valid-utf-8' : 'ascii-only');
      if (validLine) return refused(fileMixesEncodings(validLine, strayLine));
      if (undefinedLine) return refused(fileMixesEncodings(null, undefinedLine));
      return found('windows-1252', 0, 'not-utf-8');
    },
  };
}

/** {@link encodingDetector} over a whole file in memory. */
export function detectEncoding(bytes: Uint8Array): Result<EncodingFinding, Problem> {
  const detector = encodingDetector();
  detector.push(bytes);
  return detector.finish();
}

function found(encoding: Encoding, mark: 0 | 2 | 3, evidence: EncodingFinding['evidence']) {
  return accepted({ encoding, mark, evidence });
}

function wideOrder(head: readonly number[]): Encoding | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = head.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return null;
}

function otherFormat(head: readonly number[]): 'workbook' | 'spss' | 'pdf' | 'gzip' | null {
  const starts = (...signature: readonly number[]) => signature.every((byte, i) => head[i] === byte);
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0)) return 'workbook';
  if (starts(0x24, 0x46, 0x4c, 0x32) || starts(0x24, 0x46, 0x4c, 0x33)) return 'spss';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(0x1f, 0x8b)) return 'gzip';
  return null;
}
