/**
 * The marks a picture is made of. `x` is a percentage (0-100) of the drawing's width, `y` and every size a pixel:
 * a picture reflows at any width and its text keeps the reader's size.
 * `style` is one class of the look, with modifiers behind a blank ("ci off").
 */
export type Mark =
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly style: string;
    }
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly style: string;
    }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number; readonly style: string }
  | { readonly kind: 'shape'; readonly x: number; readonly y: number; readonly path: string; readonly style: string }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly dx: number;
      readonly text: string;
      /** A part that narrow screens leave out. */
      readonly optional: string;
      readonly style: string;
    };

/** Pixels around the drawing in which labels stand. */
export interface Margin {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A drawing before it is put into a medium. */
export interface Scene {
  readonly height: number;
  readonly margin: Margin;
  /** Class of the box that keeps room for labels in a fluid page; empty where none is needed. */
  readonly frame: string;
  /** The sentence that stands for the picture; empty for a decorative one. */
  readonly name: string;
  readonly marks: readonly Mark[];
}

/** Room for half a label at both ends of a row. */
export const rowMargin: Margin = { left: 14, right: 14, top: 0, bottom: 0 };

export const noMargin: Margin = { left: 0, right: 0, top: 0, bottom: 0 };

export function line(x1: number, y1: number, x2: number, y2: number, style: string): Mark {
  return { kind: 'line', x1, y1, x2, y2, style };
}

export function rect(x: number, y: number, width: number, height: number, style: string): Mark {
  return { kind: 'rect', x, y, width, height, style };
}

export function circle(x: number, y: number, r: number, style: string): Mark {
  return { kind: 'circle', x, y, r, style };
}

export function shape(x: number, y: number, path: string, style: string): Mark {
  return { kind: 'shape', x, y, path, style };
}

export function text(x: number, y: number, words: string, style: string, dx = 0, optional = ''): Mark {
  return { kind: 'text', x, y, dx, text: words, optional, style };
}
