import { commentThemes, improvementComment, praise } from './comments.ts';
import { type Stratum, strata, type waves } from './population.ts';
import type { Chance } from './random.ts';
import { seededChance } from './random.ts';
import { overallShares, pointShares, ratedItems, wholeItems } from './rated-items.ts';

/** One invented response: column name -> cell. Codes "na", "dk", "refused", "not-asked" and the empty cell are missing. */
export type ExampleRow = Readonly<Record<string, string>>;

const ages = ['a15_24', 'a25_34', 'a35_44', 'a45_54', 'a55_64', 'a65_74', 'a75'];
const ageShares = [0.08, 0.15, 0.17, 0.17, 0.19, 0.15, 0.09];
/** Older people answer more often, so each of their answers stands for fewer. */
const ageWeights = [1.32, 1.22, 1.08, 0.99, 0.91, 0.85, 0.88];

/** All responses of one wave, in the order of the strata. The same wave always gives the same rows. */
export function answersOf(wave: (typeof waves)[number]): readonly ExampleRow[] {
  const chance = seededChance(wave.seed);
  const rows: ExampleRow[] = [];
  for (const stratum of strata)
    for (let place = 0; place < stratum.answered; place++) rows.push(answer(stratum, wave, rows.length + 1, chance));
  return rows;
}

function answer(stratum: Stratum, wave: (typeof waves)[number], number: number, chance: Chance): ExampleRow {
  const language = chance.uniform() < 0.29 ? 'fr' : 'en';
  const age = drawShare(ageShares, chance);
  const level = stratum.level + wave.shift + (age - 3) * 0.04;
  const mood = chance.normal();
  const seen = ratedItems.map((item) => {
    const gain = stratum.channel === 'phone' && item.code === 'timeliness' ? wave.phoneGain - 0.35 : 0;
    return item.common * mood + Math.sqrt(1 - item.common ** 2) * chance.normal() + gain;
  });
  const judged = overallOf(seen, chance);
  const cells: Record<string, string> = {
    response_id: `${wave.label}-${String(number).padStart(4, '0')}`,
    stratum: stratum.code,
    service_region: stratum.region,
    weight: ((stratum.size / stratum.answered) * ageWeights[age]!).toFixed(4),
    language,
    overall_satisfaction: point(judged + level, overallShares),
    channel_used: stratum.channel,
    age_group: chance.uniform() < 0.03 ? 'refused' : ages[age]!,
    gender: genderOf(chance),
  };
  ratedItems.forEach((item, at) => {
    const hasStaff =
      !['staff_knowledge', 'courtesy', 'extra_effort'].includes(item.code) ||
      stratum.channel !== 'online' ||
      chance.uniform() < 0.45;
    const missing = hasStaff ? missingOf(item.notApplicable, item.dontKnow, chance) : 'na';
    cells[item.code] = missing ?? point(seen[at]! + level, pointShares(item.favourable));
  });
  for (const item of wholeItems) {
    const missing = missingOf(0, item.dontKnow, chance);
    cells[item.code] =
      missing ??
      point(
        item.common * judged + Math.sqrt(1 - item.common ** 2) * chance.normal() + level,
        pointShares(item.favourable),
      );
  }
  return { ...cells, ...problemOf(judged, chance), ...commentsOf(cells, language, chance) };
}

/** A weighted sum of what was seen, brought to variance one, with what no item explains. */
function overallOf(seen: readonly number[], chance: Chance): number {
  const sum = ratedItems.reduce((total, item, at) => total + item.weightInOverall * seen[at]!, 0);
  return 0.95 * sum + 0.58 * chance.normal();
}

/** The point from 1 to 5 on which a standard normal value falls where the points have these shares. */
function point(value: number, shares: readonly number[]): string {
  const below = normalShare(value);
  let upTo = 0;
  for (let at = 0; at < shares.length - 1; at++) {
    upTo += shares[at]!;
    if (below < upTo) return String(at + 1);
  }
  return String(shares.length);
}

/** Distribution function of the normal, to 8e-8 (Abramowitz and Stegun 26.2.17): enough to invent data with. */
function normalShare(value: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(value));
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return value > 0 ? 1 - tail : tail;
}

function drawShare(shares: readonly number[], chance: Chance): number {
  let left = chance.uniform();
  for (let at = 0; at < shares.length - 1; at++) {
    left -= shares[at]!;
    if (left < 0) return at;
  }
  return shares.length - 1;
}

function missingOf(notApplicable: number, dontKnow: number, chance: Chance): string | null {
  const fate = chance.uniform();
  if (fate < notApplicable) return 'na';
  if (fate < notApplicable + dontKnow) return 'dk';
  return fate < notApplicable + dontKnow + 0.008 ? '' : null;
}

function genderOf(chance: Chance): string {
  const codes = ['woman', 'man', 'two_spirit', 'non_binary', 'another', 'refused'];
  return codes[drawShare([0.505, 0.455, 0.003, 0.008, 0.004, 0.025], chance)]!;
}

function problemOf(judged: number, chance: Chance): Record<string, string> {
  const had = chance.uniform() < (judged < -0.5 ? 0.48 : 0.1);
  return {
    issue_problem: had ? 'yes' : 'no',
    issue_resolution: had ? point(0.7 * judged + 0.7 * chance.normal(), pointShares(0.52)) : 'not-asked',
  };
}

/** Only every second person is asked for comments; of those, four in ten leave none. */
function commentsOf(
  cells: Readonly<Record<string, string>>,
  language: 'en' | 'fr',
  chance: Chance,
): Record<string, string> {
  if (chance.uniform() < 0.5) return { comment_improve: 'not-asked', comment_well: 'not-asked' };
  const lowest = [...commentThemes].sort((a, b) => (Number(cells[a]) || 6) - (Number(cells[b]) || 6))[0]!;
  const says = Number(cells.overall_satisfaction);
  return {
    comment_improve: chance.uniform() < 0.39 ? '' : improvementComment(lowest, language, chance),
    comment_well: says < 4 || chance.uniform() < 0.5 ? '' : praise(language, chance),
  };
}
