import {
  changedPlaces,
  type Instrument,
  mergeInstruments,
  placeKey,
  type TakenChange,
} from '@common-measure/instrument';

/** One act of a person at a draft: the state before and after. States share what they do not change. */
export interface EditStep {
  readonly before: Instrument;
  readonly after: Instrument;
  /** What the step typed into, where it is one text or number: what is typed on there soon joins the step. */
  readonly typing: string | null;
  /** When it began and when it last grew, in milliseconds. */
  readonly began: number;
  readonly at: number;
}

/** Steps, the latest first; as long as memory lasts. */
export type Trail = { readonly step: EditStep; readonly rest: Trail } | null;

export interface EditHistory {
  readonly past: Trail;
  readonly future: Trail;
}

export const noHistory: EditHistory = { past: null, future: null };

/** A pause of so long ends a step of typing. */
const pauseMs = 1200;
/** A step of typing grows no longer than that, so that one step back is never far. */
const longestMs = 12_000;
/** Fields that are typed letter by letter. */
const typedFields = ['min', 'max', 'decimals', 'atMost', 'atLeast', 'lines', 'earliest', 'latest', 'code'];

/** The history with one more change; what was undone before can then no longer be redone. */
export function recorded(history: EditHistory, before: Instrument, after: Instrument, now: number): EditHistory {
  if (before === after) return history;
  const typing = typedPlace(changedPlaces(before, after));
  const last = history.past?.step;
  const joins =
    last !== undefined &&
    typing !== null &&
    last.typing === typing &&
    last.after === before &&
    history.future === null &&
    now - last.at < pauseMs &&
    now - last.began < longestMs;
  const step = joins ? { ...last, after, at: now } : { before, after, typing, began: now, at: now };
  return { past: { step, rest: (joins ? history.past?.rest : history.past) ?? null }, future: null };
}

/** The draft without its latest step, and the history then; null where there is none. What others changed since stays. */
export function undone(history: EditHistory, present: Instrument): Turned | null {
  if (!history.past) return null;
  const { step, rest } = history.past;
  const instrument =
    present === step.after ? step.before : mergeInstruments(step.after, step.before, present).instrument;
  return { instrument, history: { past: rest, future: { step, rest: history.future } }, step };
}

/** The draft with the step that was last undone. */
export function redone(history: EditHistory, present: Instrument): Turned | null {
  if (!history.future) return null;
  const { step, rest } = history.future;
  const instrument =
    present === step.before ? step.after : mergeInstruments(step.before, step.after, present).instrument;
  return { instrument, history: { past: { step: { ...step, typing: null }, rest: history.past }, future: rest }, step };
}

export interface Turned {
  readonly instrument: Instrument;
  readonly history: EditHistory;
  readonly step: EditStep;
}

function typedPlace(changes: readonly TakenChange[]): string | null {
  const [change] = changes;
  if (changes.length !== 1 || !change) return null;
  const { place } = change;
  return place.language !== null || typedFields.includes(place.field) ? placeKey(place) : null;
}
