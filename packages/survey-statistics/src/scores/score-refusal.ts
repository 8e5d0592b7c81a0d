import type { ArgumentRefusal } from '../argument-check.ts';
import type { ColumnRefusal } from '../estimate.ts';

/** Why answers give no score. Items and rows count from 0. */
export type ScoreRefusal =
  | ColumnRefusal
  | ArgumentRefusal
  | { readonly code: 'item-count'; readonly items: number; readonly needed: string; readonly message: string }
  /** A scale whose ends are no numbers or do not rise. */
  | { readonly code: 'scale-not-usable'; readonly item: number; readonly message: string };

export function checkItemCount(items: number, needed: string, fits: boolean): readonly ScoreRefusal[] {
  if (fits) return [];
  return [{ code: 'item-count', items, needed, message: `The score is made of ${needed} items, not of ${items}.` }];
}
