import { logoRoom } from '@common-measure/instrument';
import type { LogoFacts, LogoFault } from '../../look/logo-facts.ts';
import { mostLogoBytes, readLogo } from '../../look/logo-image.ts';
import type { GivenLogo, Look } from '../../look/look-contract.ts';

/** A logo as the form shows it, whether it is kept already or comes from a file. */
export interface ChosenLogo {
  readonly given: GivenLogo;
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly isDrawing: boolean;
  readonly bytes: number;
  /** Bytes of the file before it was made smaller here; null where it was taken as it is. */
  readonly before: number | null;
}

export function keptLogo({ sha256, ...image }: NonNullable<Look['logo']>['en']): ChosenLogo {
  return { ...image, given: { kept: sha256 }, before: null };
}

/** The picture of a file. One of pixels that is too large is drawn smaller here, twice as fine as pages show it. */
export async function chosenLogo(file: File): Promise<ChosenLogo | LogoFault> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = readLogo(bytes);
  if (read.ok) return fromBytes(bytes, read.value, null);
  const [fault = 'not-an-image'] = read.reasons;
  if (fault !== 'too-large' && fault !== 'too-many-pixels') return fault;
  const smaller = await drawnSmaller(file).catch(() => null);
  const again = smaller && readLogo(smaller);
  return smaller && again?.ok ? fromBytes(smaller, again.value, bytes.length) : fault;
}

function fromBytes(bytes: Uint8Array, { type, width, height }: LogoFacts, before: number | null): ChosenLogo {
  const content = base64(bytes);
  const src = `data:${type};base64,${content}`;
  return { given: { content }, src, width, height, isDrawing: type === 'image/svg+xml', bytes: bytes.length, before };
}

/** The smaller of a PNG and a WebP, in the size that fits twice the room of a logo; null where neither is small enough. */
async function drawnSmaller(file: File): Promise<Uint8Array | null> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, (2 * logoRoom.width) / picture.width, (2 * logoRoom.height) / picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const drawing = canvas.getContext('2d');
  if (!drawing) return null;
  drawing.imageSmoothingQuality = 'high';
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const made = await Promise.all([encoded(canvas, 'image/png', 1), encoded(canvas, 'image/webp', 0.9)]);
  const [best] = made.filter((one) => one !== null).sort((a, b) => a.size - b.size);
  return best && best.size <= mostLogoBytes ? new Uint8Array(await best.arrayBuffer()) : null;
}

const encoded = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality));

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
