import { createRequire } from 'node:module';

type Compare = (
  actual: Buffer,
  expected: Buffer,
  options: { readonly threshold: number; readonly maxDiffPixels: number },
) => { readonly errorMessage: string } | null;
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

const require = createRequire(import.meta.url);
/** Playwright's own comparator (pixelmatch): it passes over pixels that differ by antialiasing only. */
const {
  utils,
}: { readonly utils: { getComparator(type: 'image/png'): Compare } } = require('playwright-core/lib/coreBundle');
const {
  PNG,
}: { readonly PNG: { readonly sync: { read(png: Buffer): Pixels; write(pixels: Pixels, how: object): Buffer } } } =
  require('playwright-core/lib/utilsBundle');
const compare = utils.getComparator('image/png');

/** So many pixels may differ: fewer than the ring of a radio button, a short word or a line of a frame has. */
const mostPixels = 30;
/** How far colours may be apart, from 0 to 1, in the sense of pixelmatch. */
const threshold = 0.15;

/** What is different between two PNG pictures, in words; null where they are the same to the eye. */
export function pictureDifference(actual: Buffer, expected: Buffer): string | null {
  return compare(actual, expected, { threshold, maxDiffPixels: mostPixels })?.errorMessage ?? null;
}

/** The picture in sixteen shades of each colour, at half its size in bytes; it still does not differ from what it was. */
export function keptPicture(picture: Buffer): Buffer {
  const pixels = PNG.sync.read(picture);
  for (const [at, shade] of pixels.data.entries()) pixels.data[at] = Math.round(shade / 17) * 17;
  return PNG.sync.write(pixels, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}
