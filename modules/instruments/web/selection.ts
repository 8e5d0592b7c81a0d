import { type Search, useSearch } from '@common-measure/platform/web-kit';
import { useState } from 'react';

/** What the builder shows in its middle column; kept in the address, so that the language switch and a reload keep the place. */
export type Selection =
  | { readonly kind: 'texts' }
  | { readonly kind: 'question'; readonly code: string }
  | { readonly kind: 'part'; readonly code: string }
  | { readonly kind: 'bank' }
  | { readonly kind: 'blocks' }
  | { readonly kind: 'own' }
  | { readonly kind: 'quotas' }
  | { readonly kind: 'advice' }
  | { readonly kind: 'codebook' }
  | { readonly kind: 'history' }
  | { readonly kind: 'compare' }
  | { readonly kind: 'paths' };

const panels = [
  'bank',
  'blocks',
  'own',
  'texts',
  'quotas',
  'advice',
  'codebook',
  'paths',
  'history',
  'compare',
] as const;

export function searchFor(selection: Selection): Search {
  switch (selection.kind) {
    case 'question':
      return { question: selection.code, part: undefined, show: undefined };
    case 'part':
      return { part: selection.code, question: undefined, show: undefined };
    default:
      return { show: selection.kind, question: undefined, part: undefined };
  }
}

export function useSelection(first: string | undefined): [Selection, (selection: Selection) => void] {
  const [search, change] = useSearch();
  // The question the page opened on stays the one worked on, also once it was moved away from the first place.
  const [start] = useState(first);
  const select = (selection: Selection) => change(searchFor(selection));
  const panel = panels.find((one) => one === search.show);
  if (panel) return [{ kind: panel }, select];
  if (search.part) return [{ kind: 'part', code: search.part }, select];
  const code = search.question ?? start ?? first;
  return [code === undefined ? { kind: 'texts' } : { kind: 'question', code }, select];
}
