import type { ResponseOption } from '../instrument.ts';
import type { Finding, QuestionCheck } from './quality-check.ts';
import { wordsIn } from './words-in.ts';

const negative = [
  'dis(?:satisfied|agree|like)\\p{L}*',
  'un\\p{L}+',
  'not \\p{L}+',
  'poor(?:ly)?',
  'bad(?:ly)?',
  'terrible',
  'difficult',
  'hard',
  'worse',
  'worst',
  'slow',
  'low',
  'negative\\p{L}*',
  'no',
  'less',
  'too (?:long|little)',
  'below',
];
const positive = [
  'satisfied',
  'agree',
  'good',
  'great',
  'excellent',
  'easy',
  'better',
  'best',
  'fast',
  'high',
  'positive\\p{L}*',
  'helpful',
  'clear',
  'likely',
  'important',
  'happy',
  'pleased',
  'outstanding',
  'more',
  'above',
  'well',
];
const middle = [
  'neither',
  'neutral',
  'average',
  'about (?:right|the same)',
  'same',
  'undecided',
  'fair',
  'somewhat',
  'as expected',
  'half',
];

/**
 * A scale with more good answers than bad ones, or with points that have no words. Friedman & Amoo (1999), "Rating the rating scales",
 * Journal of Marketing Management 9; Krosnick & Fabrigar (1997), "Designing rating scales", in Survey Measurement and Process Quality,
 * ch. 6: scales whose points are all labelled are the more reliable. Scales with more than seven points are left alone: there numbers
 * with labelled ends are usual. Scales that begin with nothing ("not at all", "never") have one side only. An even scale
 * has no middle: "fair" then counts to the side where it stands. Judged by the English labels, which both languages share.
 */
export const scaleBalance: QuestionCheck = {
  of: 'question',
  code: 'scale-balance',
  weight: 'important',
  name: { en: 'Uneven scale', fr: 'Échelle déséquilibrée' },
  why: {
    en: 'More answers on one side draw people to that side; points without words are read differently by each person.',
    fr: 'Plus de réponses d’un côté attirent de ce côté; chacun lit à sa façon les points sans mots.',
  },
  remedy: {
    en: 'Offer as many good as bad answers and write words for each point, the middle one too.',
    fr: 'Offrez autant de réponses favorables que défavorables et donnez des mots à chaque point, y compris celui du milieu.',
  },
  find: ({ type, scale }) => {
    const points = scale?.points ?? [];
    return type !== 'rating' || points.length < 3 || points.length > 7 ? [] : [...bare(points), ...uneven(points)];
  },
};

function bare(points: readonly ResponseOption[]): readonly Finding[] {
  const isBare = ({ code, label }: ResponseOption): boolean =>
    label.en.trim() === code || /^[-\d]*$/.test(label.en.trim());
  const inner = points.slice(1, -1);
  const without = inner.filter(isBare);
  if (without.length === 0 || points.every(({ label }) => label.en.trim() === '')) return [];
  const says =
    without.length === inner.length
      ? { en: 'Only the ends of the scale have words.', fr: 'Seules les extrémités de l’échelle ont des mots.' }
      : { en: 'Some points of the scale have no words.', fr: 'Certains points de l’échelle n’ont pas de mots.' };
  return [{ found: without.map(({ code }) => code), says }];
}

function uneven(points: readonly ResponseOption[]): readonly Finding[] {
  if (/^(?:not at all|no|none|never|not)(?!\p{L})/iu.test(points[0]?.label.en ?? '')) return [];
  const sides = points.map(({ label }, index) => {
    const side = sideOf(label.en);
    if (side !== 'middle' || points.length % 2 === 1) return side;
    return index * 2 < points.length ? 'bad' : 'good';
  });
  const bad = points.filter((_point, index) => sides[index] === 'bad');
  const good = points.filter((_point, index) => sides[index] === 'good');
  if (bad.length === 0 || good.length === 0 || bad.length === good.length || sides.includes(null)) return [];
  return [
    {
      found: points.map(({ label }) => label.en),
      says: {
        en: `The scale has ${good.length} favourable and ${bad.length} unfavourable answers.`,
        fr: `L’échelle a ${good.length} réponse${good.length > 1 ? 's' : ''} favorable${good.length > 1 ? 's' : ''} et ${bad.length} défavorable${bad.length > 1 ? 's' : ''}.`,
      },
    },
  ];
}

/** Null where the label is of no side that is known: then nothing is said of the scale. */
function sideOf(label: string): 'bad' | 'middle' | 'good' | null {
  if (wordsIn(label, middle).length > 0) return 'middle';
  if (wordsIn(label, negative).length > 0) return 'bad';
  return wordsIn(label, positive).length > 0 ? 'good' : null;
}
