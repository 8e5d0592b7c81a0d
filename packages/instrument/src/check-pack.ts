import type { Bank, Pack } from './bank.ts';

/** What is wrong with the parts of a pack: items that the bank lacks, words for slots that an item lacks, scores of what is not asked. */
export function packFlaws(pack: Pack, bank: Bank): readonly string[] {
  const entries = pack.sections.flatMap((section) => section.items);
  const asked = entries.map((entry) => entry.as ?? entry.code);
  return [
    ...entries.flatMap(({ code, slots }) => {
      const item = bank.items.find((one) => one.code === code);
      if (!item) return [`pack ${pack.id}: unknown item ${code}`];
      const named = item.slots.map(({ name }) => name);
      return [
        ...Object.keys(slots)
          .filter((name) => !named.includes(name))
          .map((name) => `pack ${pack.id}: ${code} has no slot ${name}`),
        ...named
          .filter((name) => !Object.hasOwn(slots, name))
          .map((name) => `pack ${pack.id}: ${code} needs words for {${name}}`),
      ];
    }),
    ...pack.scores.flatMap((score) =>
      score.items
        .filter((code) => !asked.includes(code))
        .map((code) => `pack ${pack.id}: score ${score.id} needs ${code}, which is not asked`),
    ),
  ];
}
