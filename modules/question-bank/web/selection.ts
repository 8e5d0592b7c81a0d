import { useSyncExternalStore } from 'react';

const name = 'common-measure.bank-selection';
const most = 500;
const listeners = new Set<() => void>();
let last: { readonly text: string; readonly codes: readonly string[] } = { text: '', codes: [] };

/** The questions selected in this browser, by their codes, in the order in which they were; and how to change that. */
export function useSelection(): {
  readonly codes: readonly string[];
  readonly keep: (codes: readonly string[]) => void;
  readonly drop: (codes: readonly string[]) => void;
} {
  const codes = useSyncExternalStore(listen, read);
  return {
    codes,
    keep: (more) => write([...new Set([...codes, ...more])].slice(0, most)),
    drop: (less) => write(codes.filter((code) => !less.includes(code))),
  };
}

function listen(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener('storage', changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener('storage', changed);
  };
}

function read(): readonly string[] {
  const text = localStorage.getItem(name) ?? '';
  if (text !== last.text) last = { text, codes: text.split(',').filter((code) => /^[a-z][a-z0-9_]*$/.test(code)) };
  return last.codes;
}

function write(codes: readonly string[]): void {
  localStorage.setItem(name, codes.join(','));
  for (const changed of listeners) changed();
}
