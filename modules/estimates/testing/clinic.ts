import type { Codebook, Variable } from '@common-measure/dataset';
import { createRandomGenerator } from '@common-measure/survey-statistics';

/** A made-up survey of two clinics' regions with twelve offices: clusters, strata, a weight, three ratings, a channel, a comment. */
export function clinicRows(seed: number): readonly (readonly string[])[] {
  const random = createRandomGenerator(seed + 1);
  const point = (centre: number) => String(Math.max(1, Math.min(5, Math.round(centre + 3 * (random() - 0.5)))));
  return Array.from({ length: 480 }, (_, i) => {
    const office = Math.floor(random() * 12);
    const region = office < 5 ? 'north' : 'south';
    const mood = 2.6 + 1.6 * random() + office / 12;
    const overall = random() < 0.03 ? '9' : point(mood);
    const wait = random() < 0.14 ? '' : point(mood - 0.4);
    const courtesy = point(mood + 0.3);
    const channel = ['web', 'phone', 'counter'][Math.floor(random() * 3)] ?? 'web';
    return [`o${office}`, region, (0.5 + random()).toFixed(3), overall, wait, channel, `note ${i}`, courtesy];
  });
}

export const clinicHeaders = ['office', 'region', 'w', 'overall', 'wait', 'channel', 'note', 'courtesy'];

export function clinicCodebook(start: string): Codebook {
  return {
    format: 'common-measure/codebook',
    version: 1,
    title: { en: 'Clinic survey', fr: 'Sondage des cliniques' },
    population: { en: 'Visitors of twelve offices', fr: 'Visiteurs de douze bureaux' },
    wave: { label: start.slice(0, 4), start },
    synthetic: true,
    source: null,
    design: {
      samplingClass: 'probability',
      weight: 'w',
      strata: ['region'],
      clusters: ['office'],
      fpc: [],
      nest: true,
      lonelyPsu: 'fail',
    },
    roles: {
      overall: 'overall',
      drivers: ['wait', 'courtesy'],
      channel: 'channel',
      region: 'region',
      profile: [],
      comments: ['note'],
    },
    variables: [
      category(
        'office',
        Array.from({ length: 12 }, (_, i) => `o${i}`),
      ),
      category('region', ['north', 'south']),
      { ...plain('w'), kind: 'number' },
      rating('overall'),
      rating('wait'),
      category('channel', ['web', 'phone', 'counter', 'mail']),
      { ...plain('note'), kind: 'text', access: 'closed' },
      rating('courtesy'),
    ],
  };
}

function plain(name: string): Variable {
  return {
    name,
    column: name,
    label: { en: name, fr: name },
    question: null,
    kind: 'category',
    scale: null,
    values: [],
    missing: [],
    unit: null,
    access: 'open',
    decided: true,
  };
}

const coded = (code: string) => ({ code, label: { en: code, fr: code } });

function category(name: string, codes: readonly string[]): Variable {
  return { ...plain(name), values: codes.map(coded) };
}

function rating(name: string): Variable {
  return {
    ...plain(name),
    kind: 'rating',
    scale: { min: 1, max: 5, higher: 'better', version: 'five-1' },
    values: ['1', '2', '3', '4', '5'].map(coded),
    missing: [
      { ...coded('9'), kind: 'dont-know' },
      { ...coded(''), kind: 'no-answer' },
    ],
  };
}
