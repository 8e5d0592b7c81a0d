import type { LocalizedText } from '@common-measure/kernel';
import { lazyRouteComponent } from '@tanstack/react-router';
import type { FunctionComponent } from 'react';
import type { Span } from './surfaces.tsx';

/** A page that a slice contributes. */
export interface SlicePage {
  /** Without the language, parts to fill in marked with `$`: `/datasets/$datasetId`. */
  readonly path: string;
  readonly component: FunctionComponent;
  /** `console` (default): inside the page shell, signed in. `entry`: the sign-in frame. `open`: page shell, signed in or not. */
  readonly frame?: 'console' | 'entry' | 'open';
}

/** A tick on the ruler: a station of the data's way. */
export interface Station {
  readonly path: string;
  readonly label: LocalizedText;
  /** Pages that belong to this station although their address begins otherwise. */
  readonly also?: readonly string[];
  /** Below the ruler: not on the data's way (people and roles). */
  readonly minor?: boolean;
}

/** A card on the home page; draws nothing (null) where it has nothing to say. */
export interface HomeCard {
  readonly key: string;
  readonly span: Span;
  readonly component: FunctionComponent;
}

/** What `modules/<slice>/web/index.ts` exports and apps/web composes. */
export interface Slice {
  readonly pages: readonly SlicePage[];
  readonly stations: readonly Station[];
  readonly homeCards?: readonly HomeCard[];
}

/** A page whose code is fetched when it is first opened. */
export function lazyPage<Name extends string>(
  load: () => Promise<{ readonly [Key in Name]: FunctionComponent }>,
  name: Name,
): FunctionComponent {
  return lazyRouteComponent(load, name) as FunctionComponent;
}
