import { type Answers, type Entries, type Instrument, questionsOf, readAnswers } from '@common-measure/instrument';
import type { Database, Tx } from '@common-measure/platform/database';
import type { PublicWave } from '../open-wave.ts';
import { findKiosk, type KioskDevice } from './kiosk-store.ts';
import { onceKeys } from './once-keys.ts';
import { onceStateOf } from './once-store.ts';
import { findPreparedLink } from './prepared-store.ts';

/** How somebody comes to a survey. `text` is what her link, cookie or form says of it. */
export type Way =
  | { readonly kind: 'open' }
  | { readonly kind: 'once'; readonly text: string; readonly code: string }
  | { readonly kind: 'prepared'; readonly text: string; readonly shown: Entries; readonly given: Answers }
  | { readonly kind: 'kiosk'; readonly text: string; readonly device: KioskDevice }
  | { readonly kind: 'intercept'; readonly text: string };

/** Why somebody does not get in by the way she came. */
export type WayRefusal = 'own-link-needed' | 'link-used' | 'link-unknown' | 'office-link-unknown' | 'device-revoked';

/** A way as its link says it: a letter for the kind and a code. */
const wayPattern = /^([opk])-([0-9A-Za-z]{1,40})$|^i$/;

/** What a way may be called in a link, a cookie or a form; null for anything else. */
export function wayText(text: string | undefined): string | null {
  return text !== undefined && wayPattern.test(text) ? text : null;
}

/** The tablet or stand whose key a text says; null for any other way, and for one whose key was revoked. */
export async function findTablet(tx: Tx, open: PublicWave, text: string | null): Promise<KioskDevice | null> {
  const { organizationId, surveyId } = open.wave;
  return text?.startsWith('k-') ? findKiosk(tx, organizationId, surveyId, text.slice(2)) : null;
}

/** Finds the way behind a text, at a survey that takes answers. */
export async function findWay(
  tx: Tx,
  database: Database,
  open: PublicWave,
  text: string | null,
): Promise<Way | WayRefusal> {
  const { wave } = open;
  const [, letter, code = ''] = wayPattern.exec(text ?? '') ?? [];
  if (text === null || letter === undefined) {
    if (open.needsOwnLink) return 'own-link-needed';
    return text === null ? { kind: 'open' } : { kind: 'intercept', text };
  }
  switch (letter) {
    case 'o': {
      const state = await onceStateOf(tx, onceKeys.of(database), wave, code);
      if (state === 'free') return { kind: 'once', text, code };
      return state === 'used' ? 'link-used' : 'link-unknown';
    }
    case 'k': {
      const device = await findKiosk(tx, wave.organizationId, wave.surveyId, code);
      return device ? { kind: 'kiosk', text, device } : 'device-revoked';
    }
    default: {
      if (open.needsOwnLink) return 'own-link-needed';
      const link = await findPreparedLink(tx, wave.organizationId, wave.surveyId, code);
      if (!link) return 'office-link-unknown';
      return {
        kind: 'prepared',
        text,
        shown: stillAsked(open.instrument, link.shown),
        given: readAnswers(questionsOf(open.instrument), stillAsked(open.instrument, link.hidden)).answers,
      };
    }
  }
}

/** The entries that this version of the questionnaire still takes: a code that a later round has dropped is left out. */
function stillAsked(instrument: Instrument, entries: Entries): Entries {
  const questions = questionsOf(instrument);
  const wrong = new Set(
    readAnswers(questions, entries)
      .problems.filter((problem) => entries[problem.question] !== undefined)
      .map((problem) => problem.question),
  );
  const codes = new Set(questions.map(({ code }) => code));
  return Object.fromEntries(Object.entries(entries).filter(([code]) => codes.has(code) && !wrong.has(code)));
}
