import type { Bank, BankItem } from '@common-measure/instrument';
import { buildIndex, type IndexedText, type SearchIndex } from './search-index.ts';

/** A version that a steward approved, beside those of the files. */
export interface ApprovedVersion {
  readonly item: BankItem;
  /** ISO 8601. */
  readonly at: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly reason: string;
}

/** No new survey should take the item any more; those that hold it keep it. */
export interface Retirement {
  readonly code: string;
  readonly successor: string | null;
  readonly at: string;
  readonly reason: string;
}

/** One version of an item with where it comes from; `approved` null: from the files of the bank. */
export interface ItemVersion {
  readonly item: BankItem;
  readonly approved: Omit<ApprovedVersion, 'item'> | null;
}

/** The bank as it stands: the files and what was approved since. */
export interface EffectiveBank {
  /** Every item in its present version, retired ones among them: packs and surveys may hold those still. */
  readonly bank: Bank;
  /** Every version that is known, for the links of questionnaires to what they were made from. */
  readonly everyVersion: Bank;
  /** Versions by code, newest first. */
  readonly history: ReadonlyMap<string, readonly ItemVersion[]>;
  readonly retired: ReadonlyMap<string, Retirement>;
  readonly index: SearchIndex;
}

/**
 * Puts approved versions over the files. The highest version of a code is the present one; where file and approval carry the same
 * number, the approved one stands, since it may have been fielded.
 */
export function effectiveBank(
  files: Bank,
  approved: readonly ApprovedVersion[],
  retirements: readonly Retirement[],
): EffectiveBank {
  const history = new Map<string, ItemVersion[]>();
  const keep = (version: ItemVersion) => {
    const others = (history.get(version.item.code) ?? []).filter((one) => one.item.version !== version.item.version);
    history.set(
      version.item.code,
      [...others, version].sort((a, b) => b.item.version - a.item.version),
    );
  };
  for (const item of [...(files.earlier ?? []), ...files.items]) keep({ item, approved: null });
  for (const { item, ...approval } of approved) keep({ item, approved: approval });
  const items = [...history.values()].flatMap(([newest]) => (newest ? [newest.item] : []));
  const bank = { ...files, items };
  return {
    bank,
    everyVersion: { ...files, items: [...history.values()].flat().map((one) => one.item) },
    history,
    retired: new Map(retirements.map((one) => [one.code, one])),
    index: indexOf(bank),
  };
}

function indexOf(bank: Bank): SearchIndex {
  const constructs = new Map(bank.constructs.map((one) => [one.id, one]));
  const scales = new Map(bank.scales.map((one) => [`${one.id}@${one.version}`, one]));
  return buildIndex(
    bank.items.map((item): readonly IndexedText[] => {
      const construct = constructs.get(item.construct);
      const scale = item.scale ? scales.get(`${item.scale.id}@${item.scale.version}`) : undefined;
      const answers = [...item.options, ...(scale?.points ?? [])].flatMap(({ label }) => [label.en, label.fr]);
      return [
        { text: `${item.wording.en} ${item.wording.fr}`, weight: 4 },
        { text: `${item.code} ${item.code.replaceAll('_', ' ')} ${item.construct}`, weight: 4 },
        { text: `${construct?.name.en ?? ''} ${construct?.name.fr ?? ''}`, weight: 3 },
        { text: `${item.hint?.en ?? ''} ${item.hint?.fr ?? ''}`, weight: 2 },
        { text: [...answers, ...item.externalRef.map((ref) => `${ref.scheme} ${ref.code}`)].join(' '), weight: 1 },
      ];
    }),
  );
}
