import type { Bank, ItemClientType, Pack, PackItem, PackScore } from './bank.ts';

/** What a pack is narrowed to; what is left out restricts nothing. */
export interface PackChoice {
  /** Answers that remain, by the question whose answers they are: `{ municipal_used: ['library'], channel_used: ['phone'] }`. */
  readonly answers?: Readonly<Record<string, readonly string[]>>;
  /** Items for none of these kinds of clients are left out. */
  readonly clientTypes?: readonly ItemClientType[];
}

/**
 * The pack for some service areas, ways of service and kinds of clients. A question keeps the answers chosen (and those that stand
 * alone, such as "None of these"); what waits for other answers only is left out. Where one answer remains, the question is not asked
 * and what waits for it is asked of everyone. Sections and scores that nothing remains of are left out.
 */
export function narrowPack(bank: Bank, pack: Pack, { answers = {}, clientTypes }: PackChoice): Pack {
  const settled = Object.keys(answers).filter((question) => answers[question]?.length === 1);
  const narrowed = (entry: PackItem): readonly PackItem[] => {
    const item = bank.items.find((one) => one.code === entry.code);
    const name = entry.as ?? entry.code;
    if (!item || settled.includes(name)) return [];
    if (clientTypes && !item.clientTypes.some((type) => clientTypes.includes(type))) return [];
    const kept = answers[name];
    const options = kept
      ? item.options.filter(({ code, exclusive }) => exclusive === true || kept.includes(code)).map(({ code }) => code)
      : entry.options;
    const { showIf } = entry;
    if (!showIf || !('answered' in showIf)) return [{ ...entry, options }];
    const remaining = answers[showIf.question];
    if (!remaining) return [{ ...entry, options }];
    const answered = showIf.answered.filter((code) => remaining.includes(code));
    if (answered.length === 0) return [];
    return [{ ...entry, options, showIf: settled.includes(showIf.question) ? null : { ...showIf, answered } }];
  };
  const sections = pack.sections
    .map((section) => ({ ...section, items: section.items.flatMap(narrowed) }))
    .filter((section) => section.items.length > 0);
  const asked = new Set(sections.flatMap((section) => section.items.map((entry) => entry.as ?? entry.code)));
  const scores = pack.scores.flatMap((score) => scoreOf(score, asked));
  return { ...pack, sections: withoutOrphans(sections, asked), scores };
}

/** A question that waits for one that is no longer asked is left out too. */
function withoutOrphans(sections: Pack['sections'], asked: ReadonlySet<string>): Pack['sections'] {
  return sections
    .map((section) => ({
      ...section,
      items: section.items.filter(({ showIf }) => !showIf || !('question' in showIf) || asked.has(showIf.question)),
    }))
    .filter((section) => section.items.length > 0);
}

/** The score over the items that remain; none where they are gone, or where its method needs all of them. */
function scoreOf(score: PackScore, asked: ReadonlySet<string>): readonly PackScore[] {
  const items = score.items.filter((code) => asked.has(code));
  const whole = ['csi', 'sus', 'acsi'].includes(score.method) && items.length < score.items.length;
  return items.length === 0 || whole ? [] : [{ ...score, items }];
}
