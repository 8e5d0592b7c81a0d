import type { LogoFacts, LogoFault } from './logo-facts.ts';

/**
 * An SVG file that only draws. It is shown as a picture, in which browsers run no script and load nothing, and served with a policy that
 * forbids both; what would try to is refused all the same, so that the file is harmless wherever somebody saves it.
 */
export function readDrawing(bytes: Uint8Array): LogoFacts | LogoFault {
  const text = utf8(bytes);
  if (text === null || text.includes('\u0000')) return 'not-an-image';
  const bare = withoutComments(text).trim();
  const root = /^(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^>[]*>\s*)?<svg(\s[^>]*)>/i.exec(bare);
  if (!root || !/<\/svg>$/i.test(bare))
    return /<svg[\s>]/i.test(bare) && harmful(plain(bare)) ? 'unsafe-drawing' : 'not-an-image';
  if (harmful(plain(bare))) return 'unsafe-drawing';
  if (/<(?:[^\s<>/:]+:)?(?:animate\w*|set)[\s>/]|@keyframes|\banimation(?:-name)?\s*:/i.test(bare)) return 'moving';
  return sizeOf(root[1] ?? '') ?? 'drawing-without-size';
}

/** What looks like a comment within plain data or an instruction is none, and what stands behind it is part of the drawing. */
function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, (part) =>
    part.startsWith('<!--') ? '' : part,
  );
}

/** With each sign that is written by its number as itself. */
function plain(text: string): string {
  return text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex: string | undefined, decimal: string) => {
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

/** Scripts, event handlers, pages inside of the drawing, entities, styles or pictures from elsewhere, and signs of a style that hide behind a backslash. */
function harmful(text: string): boolean {
  const runs =
    /<(?:[^\s<>/:]+:)?(?:script|foreignObject|iframe|embed|object|audio|video|handler|listener|link)[\s>/]|[\s"'/]on[a-z]+\s*=|<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet|@import|javascript:|image-set\(|[\s:,]src\(|\\[0-9a-z]/i;
  const addresses = [...text.matchAll(/(?:\bhref|\bsrc)\s*=\s*(["'])(.*?)\1|url\(\s*(["']?)(.*?)\3\s*\)/gis)];
  return (
    runs.test(text) ||
    addresses.some((one) => !/^(?:#|data:image\/(?:png|jpeg|webp);base64,|$)/.test((one[2] ?? one[4] ?? '').trim()))
  );
}

/** Its width and height in pixels, or else those of its view box. */
function sizeOf(attributes: string): LogoFacts | null {
  const number = (name: string): number =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`, 'i').exec(attributes)?.[1]);
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/i.exec(attributes);
  const own = [number('width'), number('height')];
  const [width = 0, height = 0] = own.every((side) => side > 0) ? own : [Number(box?.[1]), Number(box?.[2])];
  if (!(width > 0 && height > 0)) return null;
  return { type: 'image/svg+xml', width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
