import { accepted, type Result, refused } from '@common-measure/kernel';
import { readDrawing } from './logo-drawing.ts';
import type { LogoFacts, LogoFault } from './logo-facts.ts';

/** Most bytes of a logo: what a slow phone network carries in under half a second, beside the page. */
export const mostLogoBytes = 20_000;
/** Longest side of a picture in pixels: nobody needs more, and a small file of a vast picture fills a phone's memory. */
export const mostLogoPixels = 2000;
const leastLogoPixels = 16;

/** What a file is by its own bytes, whatever its name says: PNG, JPEG, WebP or SVG, with its size in pixels. */
export function readLogo(bytes: Uint8Array): Result<LogoFacts, LogoFault> {
  if (bytes.length > mostLogoBytes) return refused('too-large');
  const found = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes) ?? readDrawing(bytes);
  if (typeof found === 'string') return refused(found);
  const sides = [found.width, found.height];
  if (sides.some((side) => side > mostLogoPixels)) return refused('too-many-pixels');
  return found.type !== 'image/svg+xml' && sides.some((side) => side < leastLogoPixels)
    ? refused('too-small')
    : accepted(found);
}

type Read = LogoFacts | LogoFault | null;

/** PNG, third edition (2025): signature, then chunks from IHDR to IEND; acTL makes it move. */
function readPng(bytes: Uint8Array): Read {
  if (!startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return null;
  const view = viewOf(bytes);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const kind = ascii(bytes, at + 4, 4);
    if (kind === 'acTL') return 'moving';
    if (kind === 'IEND' && ascii(bytes, 12, 4) === 'IHDR')
      return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
  }
  return 'not-an-image';
}

/** JPEG (ITU T.81): segments up to the frame header, which tells height and width; it ends with EOI. */
function readJpeg(bytes: Uint8Array): Read {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return null;
  if (bytes.at(-2) !== 0xff || bytes.at(-1) !== 0xd9) return 'not-an-image';
  const view = viewOf(bytes);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return 'not-an-image';
}

/** WebP (RFC 9649): a RIFF container whose first chunk is VP8X, VP8L or VP8. */
function readWebp(bytes: Uint8Array): Read {
  if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return null;
  const view = viewOf(bytes);
  if (bytes.length < 30 || view.getUint32(4, true) + 8 > bytes.length) return 'not-an-image';
  const type = 'image/webp';
  switch (ascii(bytes, 12, 4)) {
    case 'VP8X':
      if ((bytes[20] ?? 0) & 0x02) return 'moving';
      return { type, width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 };
    case 'VP8L': {
      const sides = view.getUint32(21, true);
      if (bytes[20] !== 0x2f) return 'not-an-image';
      return { type, width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return 'not-an-image';
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);
const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));
