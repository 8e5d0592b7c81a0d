import { fixed } from '@common-measure/chart';
import type { Picture } from '../document.ts';
import { typstString } from './typst-text.ts';

/** A picture drawn at `pixels` and set at `width`; its name is the alternative text. A decorative one is an artifact. */
export function pictureSource(picture: Picture, pixels: number, width: string): string {
  const { svg, name } = picture(fixed(pixels));
  const image = `image(bytes(${typstString(svg)}), format: "svg", width: ${width}`;
  return name ? `#${image}, alt: ${typstString(name)})` : `#pdf.artifact(${image}))`;
}

/** A picture whose words stand beside it already: an artifact for those who listen. */
export function echoSource(picture: Picture, pixels: number, width: string): string {
  const { svg } = picture(fixed(pixels));
  return `#pdf.artifact(image(bytes(${typstString(svg)}), format: "svg", width: ${width}))`;
}
