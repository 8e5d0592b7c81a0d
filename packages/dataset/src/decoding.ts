import type { Encoding } from './encoding.ts';

/** The 32 characters that windows-1252 puts where Latin-1 has control codes, 0x80 to 0x9F; the five undefined ones become U+FFFD. */
const windows1252 =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd' +
  '\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178';

const pieceSize = 8192;

/**
 * The text of `bytes`, without its byte order mark. Bytes that the encoding does not allow become U+FFFD;
 * `detectEncoding` refuses such files before.
 */
export function decodeBytes(bytes: Uint8Array, encoding: Encoding): string {
  const units = encoding === 'utf-8' ? utf8Units : encoding === 'windows-1252' ? singleByteUnits : wideUnits;
  const pieces: string[] = [];
  const buffer = new Uint16Array(pieceSize);
  let filled = 0;
  units(bytes, encoding, (unit) => {
    buffer[filled++] = unit;
    if (filled === pieceSize) {
      pieces.push(String.fromCharCode(...buffer));
      filled = 0;
    }
  });
  pieces.push(String.fromCharCode(...buffer.subarray(0, filled)));
  const text = pieces.join('');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

type Emit = (unit: number) => void;

function singleByteUnits(bytes: Uint8Array, _encoding: Encoding, emit: Emit): void {
  for (const byte of bytes) emit(byte >= 0x80 && byte < 0xa0 ? windows1252.charCodeAt(byte - 0x80) : byte);
}

function wideUnits(bytes: Uint8Array, encoding: Encoding, emit: Emit): void {
  const [lowAt, highAt] = encoding === 'utf-16le' ? [0, 1] : [1, 0];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    emit((bytes[i + lowAt] as number) | ((bytes[i + highAt] as number) << 8));
  }
  if (bytes.length % 2 === 1) emit(0xfffd);
}

function utf8Units(bytes: Uint8Array, _encoding: Encoding, emit: Emit): void {
  let i = 0;
  while (i < bytes.length) {
    const byte = bytes[i] as number;
    const size = byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
    let point = size === 1 ? byte : byte & (0x7f >> size);
    let valid = size > 0;
    for (let k = 1; k < size && valid; k++) {
      const next = bytes[i + k];
      valid = next !== undefined && (next & 0xc0) === 0x80;
      point = (point << 6) | ((next ?? 0) & 0x3f);
    }
    valid &&= !(size === 3 && (point < 0x800 || (point >= 0xd800 && point < 0xe000)));
    valid &&= !(size === 4 && (point < 0x10000 || point > 0x10ffff));
    if (!valid) {
      emit(0xfffd);
      i++;
    } else {
      if (point >= 0x10000) {
        emit(0xd800 + ((point - 0x10000) >> 10));
        emit(0xdc00 + ((point - 0x10000) & 0x3ff));
      } else emit(point);
      i += size;
    }
  }
}
