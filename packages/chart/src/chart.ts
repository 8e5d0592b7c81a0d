import { drawFixed } from './fixed-drawing.ts';
import { drawFluid } from './fluid-drawing.ts';
import type { Scene } from './mark.ts';

/** A finished picture: its markup, and the sentence that says the same to those who do not see it. */
export interface Chart {
  readonly svg: string;
  readonly name: string;
}

/**
 * Where the picture will stand. `fluid`: in a page that carries the look's stylesheet; colours by class, any width.
 * `fixed`: in print, a PDF or a file of its own; `width` in pixels, every colour an attribute.
 */
export type Medium = { readonly kind: 'fluid' } | { readonly kind: 'fixed'; readonly width: number };

export const fluid: Medium = { kind: 'fluid' };

export function fixed(width: number): Medium {
  return { kind: 'fixed', width };
}

export function draw(scene: Scene, medium: Medium): Chart {
  const svg = medium.kind === 'fluid' ? drawFluid(scene) : drawFixed(scene, medium.width);
  return { svg, name: scene.name };
}
