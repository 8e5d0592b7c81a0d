/** The least contrast of words on their ground: WCAG 2.2, criterion 1.4.3, level AA. */
export const leastContrast = 4.5;

/** A colour as a page writes it: "#" and six digits. */
const colourPattern = /^#[0-9a-f]{6}$/;

/**
 * Contrast ratio of two sRGB colours, 1 to 21: (L1 + 0.05) / (L2 + 0.05), L the relative luminance of the lighter and of the darker one.
 * WCAG 2.2, "contrast ratio" and "relative luminance".
 */
export function contrastRatio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Whether a colour can stand for links on white, and white for words on it. */
export function isReadableColour(colour: string): boolean {
  return colourPattern.test(colour) && contrastRatio(colour, '#ffffff') >= leastContrast;
}

/** The lightest tone of a colour, on its way to black, that is readable on white; itself where it is. Null where it is not "#" and six digits. */
export function readableTone(colour: string): string | null {
  if (!colourPattern.test(colour)) return null;
  let [light, dark] = [0, 256];
  while (dark - light > 1) {
    const middle = (light + dark) >> 1;
    if (isReadableColour(mix(colour, '#000000', middle / 256))) dark = middle;
    else light = middle;
  }
  return isReadableColour(colour) ? colour : mix(colour, '#000000', dark / 256);
}

/** What a page makes of one colour: itself for buttons and edges, a deeper tone for links and pressed buttons, a breath of it as a ground. */
export interface PageTones {
  readonly accent: string;
  readonly deep: string;
  readonly wash: string;
}

export function tonesOf(accent: string): PageTones {
  return { accent, deep: mix(accent, '#000000', 0.22), wash: mix(accent, '#ffffff', 0.93) };
}

/** The rule that gives a page the colour of its organization; nothing where none is set or it could not be read. */
export function colourRule(colour: string | null | undefined): string {
  if (!colour || !isReadableColour(colour)) return '';
  const { accent, deep, wash } = tonesOf(colour);
  return `:root{--accent:${accent};--deep:${deep};--wash:${wash}}`;
}

/** `share` of `other` in `one`, by the three numbers of sRGB. */
function mix(one: string, other: string, share: number): string {
  const digits = [1, 3, 5].map((at) => {
    const [from, to] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((from ?? 0) * (1 - share) + (to ?? 0) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
