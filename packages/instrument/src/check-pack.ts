import type { Bank, Pack, PackScore } from './bank.ts';
import { questionFromItem } from './build-instrument.ts';
import type { Question } from './instrument.ts';

/** What is wrong with the parts of a pack: items that the bank lacks, words for slots that an item lacks, scores that its answers cannot give. */
export function packFlaws(pack: Pack, bank: Bank): readonly string[] {
  const asked = new Map<string, Question>();
  const flaws = pack.sections.flatMap((section) =>
    section.items.flatMap(({ code, as, slots, options }) => {
      const item = bank.items.find((one) => one.code === code);
      if (!item) return [`unknown item ${code}`];
      const scale = item.scale;
      if (!scale || bank.scales.some((one) => one.id === scale.id && one.version === scale.version))
        asked.set(as ?? code, questionFromItem(bank, item));
      const named = item.slots.map(({ name }) => name);
      const offered = item.options.map((option) => option.code);
      return [
        ...(options ?? [])
          .filter((option) => !offered.includes(option))
          .map((option) => `${code} has no answer ${option}`),
        ...Object.keys(slots)
          .filter((name) => !named.includes(name))
          .map((name) => `${code} has no slot ${name}`),
        ...named.filter((name) => !Object.hasOwn(slots, name)).map((name) => `${code} needs words for {${name}}`),
      ];
    }),
  );
  return [...flaws, ...pack.scores.flatMap((score) => scoreFlaws(score, asked))].map(
    (flaw) => `pack ${pack.id}: ${flaw}`,
  );
}

function scoreFlaws(score: PackScore, asked: ReadonlyMap<string, Question>): readonly string[] {
  const needs = inputs[score.method];
  const flaws = score.items.flatMap((code) => {
    const question = asked.get(code);
    if (!question) return [`needs ${code}, which is not asked`];
    const points = question.scale?.points.length ?? null;
    if (score.method === 'task-success') {
      const offered = [...question.options, ...(question.scale?.points ?? [])].map((answer) => answer.code);
      const missing = [...score.success, ...score.failure].filter((answer) => !offered.includes(answer));
      return missing.map((answer) => `${code} has no answer ${answer}`);
    }
    return points !== null && (needs.points === null || needs.points === points)
      ? []
      : [`${code} is no rating of ${needs.points ?? 'several'} points`];
  });
  if (needs.items !== null && needs.items !== score.items.length) flaws.push(`needs ${needs.items} items`);
  if (score.method === 'task-success' && (score.success.length === 0 || score.failure.length === 0))
    flaws.push('names no answers for success or failure');
  return flaws.map((flaw) => `score ${score.id}: ${flaw}`);
}

/** How many items a method takes, and how many points each has; null where any number will do. */
const inputs: Readonly<Record<PackScore['method'], { readonly items: number | null; readonly points: number | null }>> =
  {
    csi: { items: 3, points: 5 },
    'index-0-100': { items: null, points: null },
    'index-of-uses': { items: null, points: null },
    'top-2': { items: 1, points: 5 },
    nps: { items: 1, points: 11 },
    ces: { items: 1, points: 7 },
    'ces-easy-share': { items: 1, points: 7 },
    'ces-net': { items: 1, points: 5 },
    sus: { items: 10, points: 5 },
    acsi: { items: 3, points: 10 },
    'task-success': { items: 1, points: null },
    'trust-share': { items: null, points: 11 },
    'agree-share': { items: null, points: 5 },
    net: { items: 1, points: 5 },
    'yes-share': { items: 1, points: 2 },
  };
