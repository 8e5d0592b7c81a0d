import type { LocalizedText } from '@common-measure/kernel';
import { lazyRouteComponent } from '@tanstack/react-router';
import { createContext, type FunctionComponent, type ReactNode, useContext } from 'react';
import type { ButtonKind } from './button.tsx';
import type { IconName } from './icons.tsx';
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

/** A number beside a station, with what it counts for those who hear it. */
export interface StationNotice {
  /** The path of the station. */
  readonly path: string;
  readonly count: number;
  readonly text: string;
}

/** A card on the home page. */
export interface HomeCard {
  readonly key: string;
  readonly span: Span;
  readonly content: ReactNode;
}

/** A line of "What to do next". */
export interface NextStep {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  /** Word on the button. */
  readonly action: string;
  readonly to: string;
}

/** What a slice brings to the home page of the organization that is open. */
export interface HomeContribution {
  /** Whether the organization has anything of this slice yet: while no slice has, the home page shows the ways to begin. */
  readonly hasContent: boolean;
  readonly cards: readonly HomeCard[];
  readonly nextSteps: readonly NextStep[];
}

/** A way to begin, shown while the organization is empty. */
export interface Beginning {
  readonly key: string;
  readonly icon: IconName;
  readonly title: LocalizedText;
  readonly text: LocalizedText;
  readonly action: LocalizedText;
  readonly to: string;
  /** Stands after the others. */
  readonly isLast?: boolean;
  /** A button that acts at once, in the place of the link to `to`. */
  readonly button?: FunctionComponent<{ readonly kind: ButtonKind; readonly children: string }>;
}

/** What `modules/<slice>/web/index.ts` exports and apps/web composes. */
export interface Slice {
  readonly pages: readonly SlicePage[];
  readonly stations: readonly Station[];
  readonly beginnings?: readonly Beginning[];
  /** A hook, called in the navigation: what waits for the reader at a station. */
  readonly useStationNotices?: () => readonly StationNotice[];
  /** A hook, called on the home page; null while it is not known yet. */
  readonly useHome?: () => HomeContribution | null;
}

const SlicesContext = createContext<readonly Slice[]>([]);
export const SlicesProvider = SlicesContext;

/** All slices of the console: for pages that show what the others contribute. */
export function useSlices(): readonly Slice[] {
  return useContext(SlicesContext);
}

/** A page whose code is fetched when it is first opened. */
export function lazyPage<Name extends string>(
  load: () => Promise<{ readonly [Key in Name]: FunctionComponent }>,
  name: Name,
): FunctionComponent {
  return lazyRouteComponent(load, name) as FunctionComponent;
}
