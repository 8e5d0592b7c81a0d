import { type LocalizedText, untranslated } from '@common-measure/kernel';
import { freeCode, questionsOf } from './edit-instrument.ts';
import type { Instrument, Question, ResponseOption, ResponseScale } from './instrument.ts';
import { plainQuestion } from './plain-question.ts';

/** What one can begin with: every type, the two ratings with a look of their own, and the choice of a few. */
export const ownKinds = [
  'rating',
  'likelihood',
  'thumbs',
  'single',
  'multiple',
  'top',
  'ranking',
  'number',
  'date',
  'short-text',
  'text',
  'consent',
  'information',
] as const;
export type OwnKind = (typeof ownKinds)[number];

/** From 0 to 10 with words at both ends: the scale of the bank, on which the net promoter score rests. */
export const likelihoodScale: ResponseScale = {
  id: 'likelihood_11',
  version: 1,
  points: Array.from({ length: 11 }, (_, point) => ({ code: String(point), label: untranslated(String(point)) })).map(
    (point): ResponseOption => {
      if (point.code === '0') return { ...point, label: { en: '0, not at all likely', fr: '0, pas du tout probable' } };
      return point.code === '10'
        ? { ...point, label: { en: '10, extremely likely', fr: '10, extrêmement probable' } }
        : point;
    },
  ),
  prompt: null,
  higher: 'better',
};

/** Thumbs down or up: the scale of the bank. */
export const thumbsScale: ResponseScale = {
  id: 'thumbs',
  version: 1,
  points: [
    { code: '0', label: { en: 'No, thumbs down', fr: 'Non, pouce vers le bas' } },
    { code: '1', label: { en: 'Yes, thumbs up', fr: 'Oui, pouce vers le haut' } },
  ],
  prompt: null,
  higher: 'better',
};

const empty: LocalizedText = { en: '', fr: '' };
const agreed: ResponseOption = { code: 'yes', label: { en: 'I agree', fr: 'J’accepte' } };
const letters = (...codes: readonly string[]): readonly ResponseOption[] =>
  codes.map((code) => ({ code, label: empty }));

/** A question of the organization's own, its texts still to be written; ratings take the scale of `like`, a question of the bank. */
export function ownQuestion(instrument: Instrument, kind: OwnKind, like: Question | null): Question {
  const taken = questionsOf(instrument).map(({ code }) => code);
  const question = plainQuestion(freeCode(taken, 'own'), 'rating', empty);
  switch (kind) {
    case 'rating':
      return { ...question, scale: like?.scale ?? null, doesNotApply: true, dontKnow: true };
    case 'likelihood':
      return { ...question, scale: likelihoodScale, dontKnow: true };
    case 'thumbs':
      return { ...question, scale: thumbsScale };
    case 'single':
    case 'multiple':
      return { ...question, type: kind, options: letters('a', 'b') };
    case 'top':
      return { ...question, type: 'multiple', options: letters('a', 'b', 'c', 'd'), atMost: 3 };
    case 'ranking':
      return { ...question, type: kind, options: letters('a', 'b', 'c') };
    case 'number':
      return { ...question, type: kind, unit: empty };
    case 'short-text':
      return { ...question, type: 'text', lines: 1, role: 'comment' };
    case 'text':
      return { ...question, type: kind, role: 'comment' };
    case 'consent':
      return { ...question, type: kind, options: [agreed], required: true };
    case 'date':
    case 'information':
      return { ...question, type: kind };
  }
}
