export type LogoType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml';

export interface LogoFacts {
  readonly type: LogoType;
  readonly width: number;
  readonly height: number;
}

/**
 * Why a file is no logo. `not-an-image`: none of the four kinds, or cut off; `moving`: it would move on the page (WCAG 2.2.2);
 * `unsafe-drawing`: an SVG that runs or loads something; `drawing-without-size`: an SVG that does not say how wide and high it is.
 */
export type LogoFault =
  | 'too-large'
  | 'not-an-image'
  | 'too-small'
  | 'too-many-pixels'
  | 'moving'
  | 'unsafe-drawing'
  | 'drawing-without-size';
