import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { decodeBytes, type EncodingFinding } from '@common-measure/dataset';

/** Writes a file again in UTF-8 without a byte order mark, piece by piece; returns its path: `path` itself where it is UTF-8 already. */
export async function toUtf8(path: string, finding: EncodingFinding, target: string): Promise<string> {
  if (finding.encoding === 'utf-8') return path;
  const pieces = createReadStream(path, { start: finding.mark, highWaterMark: 1 << 20 });
  await pipeline(Readable.from(decoded(pieces, finding.encoding)), createWriteStream(target));
  return target;
}

async function* decoded(
  pieces: AsyncIterable<Uint8Array>,
  encoding: EncodingFinding['encoding'],
): AsyncGenerator<string> {
  const wide = encoding === 'windows-1252' ? null : new TextDecoder(encoding);
  for await (const piece of pieces) {
    const text = wide ? wide.decode(piece, { stream: true }) : decodeBytes(piece, encoding);
    if (text !== '') yield text;
  }
  const rest = wide?.decode() ?? '';
  if (rest !== '') yield rest;
}
