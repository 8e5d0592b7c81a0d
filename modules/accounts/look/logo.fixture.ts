import { crc32, deflateSync } from 'node:zlib';

/** One chunk of a PNG file: its length, kind, content and checksum. */
export function pngChunk(kind: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(kind), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A PNG of this size in one colour, with a bar of white across it; `more` stands before its pixels. */
export function aPng(width: number, height: number, more: Uint8Array = new Uint8Array()): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const line = (row: number) => {
    const isBar = row > height * 0.4 && row < height * 0.6;
    const pixel = isBar ? [255, 255, 255] : [122, 0, 25];
    return [0, ...Array.from({ length: width }, () => pixel).flat()];
  };
  const pixels = Buffer.from(Array.from({ length: height }, (_, row) => line(row)).flat());
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    more,
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', new Uint8Array()),
  ]);
}
