import {
  type Allotment,
  allot,
  beginWalk,
  type Instrument,
  nothingAllotted,
  type PostedForm,
  type PreviewWalk,
  type RouteThrough,
  walkOn,
  walkTo,
} from '@common-measure/instrument';
import { useMemo, useState } from 'react';

/** What chance would decide, chosen by who looks: the group, and the number of a drawn order, 0 for the order as written. */
export interface PreviewChance {
  readonly arm: string | null;
  readonly draw: number;
}

/** The page that a preview shows: that of what is worked on, until somebody presses its buttons and walks. */
export interface PreviewPlace {
  readonly section: string | null;
  readonly question: string | null;
}

export interface PreviewActs {
  readonly walk: PreviewWalk;
  /** False while the preview follows what is worked on: then its page shows every question, whoever is asked. */
  readonly isWalking: boolean;
  /** The page shown came by a button of the page before. */
  readonly cameByPress: boolean;
  readonly chance: PreviewChance;
  readonly setChance: (chance: PreviewChance) => void;
  readonly setLocale: (locale: string) => void;
  readonly post: (address: string, form: PostedForm) => void;
  readonly link: (address: string) => void;
  readonly restart: () => void;
  readonly follow: () => void;
}

interface Kept {
  readonly walk: PreviewWalk | null;
  readonly cameByPress: boolean;
  /** What was worked on, and the way that was chosen, when the walk began: another ends it. */
  readonly place: string;
}

/** Walks through `instrument` inside the preview. Another place of work, or another way chosen, begins a new walk. */
export function usePreviewWalk(
  instrument: Instrument,
  place: PreviewPlace,
  route: RouteThrough | null,
  first: string,
): PreviewActs {
  const [locale, setLocale] = useState(first);
  const [chance, setChance] = useState<PreviewChance>({ arm: null, draw: 0 });
  const here = JSON.stringify([place, route?.codes]);
  const [kept, setKept] = useState<Kept>({ walk: null, cameByPress: false, place: here });
  const allotment = allotted(instrument, route === null ? chance : { ...chance, arm: route.arm });
  const followed: PreviewWalk = route
    ? withEntries(beginWalk(locale, allotment), route)
    : beginWalk(
        locale,
        allotment,
        place.section === null
          ? { kind: 'introduction' }
          : {
              kind: 'part',
              section: place.section,
              question: place.question,
              returnsToCheck: false,
              newQuestions: false,
            },
      );
  const present = kept.place === here ? kept.walk : null;
  const walk = useSame(present ? { ...present, locale, standing: { ...present.standing, allotment } } : followed);
  const go = (next: PreviewWalk, cameByPress: boolean) => {
    setLocale(next.locale);
    setKept({ walk: next, cameByPress, place: here });
  };
  return {
    walk,
    isWalking: present !== null || route !== null || place.section === null,
    cameByPress: present !== null && kept.cameByPress,
    chance,
    setChance,
    setLocale,
    post: (address, form) => go(walkOn(instrument, walk, address, form), true),
    link: (address) => {
      const next = walkTo(walk, address);
      if (next) go(next, true);
    },
    restart: () => go(route ? followed : beginWalk(locale, allotment), false),
    follow: () => setKept({ walk: null, cameByPress: false, place: here }),
  };
}

/** The same object as long as it says the same, so that its page is drawn once. */
function useSame(walk: PreviewWalk): PreviewWalk {
  const text = JSON.stringify(walk);
  return useMemo((): PreviewWalk => JSON.parse(text), [text]);
}

/** The page of a place with every question on it, whoever is asked. */
export function forEveryone(instrument: Instrument): Instrument {
  return {
    ...instrument,
    sections: instrument.sections.map((section) => ({
      ...section,
      showIf: undefined,
      questions: section.questions.map((question) => ({ ...question, showIf: null, skips: undefined })),
    })),
  };
}

function withEntries(walk: PreviewWalk, route: RouteThrough): PreviewWalk {
  return { ...walk, standing: { ...walk.standing, draft: { entries: route.entries, section: null } } };
}

/** The same number draws the same order. */
function allotted(instrument: Instrument, { arm, draw }: PreviewChance): Allotment {
  if (draw === 0) return { ...nothingAllotted, arm };
  let state = draw * 7919;
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return { ...allot(instrument, random), arm };
}
