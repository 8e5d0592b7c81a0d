import type { Advice } from '@common-measure/instrument';
import { usePath } from '@common-measure/platform/web-kit';
import { useSyncExternalStore } from 'react';

/** Advice that somebody set aside, with the reason, by what was found where: other words in the same place are advised on again. */
export type SetAside = Readonly<Record<string, string>>;

const nothing: SetAside = {};
const listeners = new Set<() => void>();
const read = new Map<string, { text: string; aside: SetAside }>();

/** What names a piece of advice from one look at the questionnaire to the next. */
export function nameOf(advice: readonly Advice[]): string {
  return advice
    .map(({ check, question, language, found }) => [check, question, language, ...found].join(' '))
    .join('; ');
}

/** What was set aside in this questionnaire, kept in the browser by its address, and how to set aside and bring back. */
export function useSetAside(): {
  readonly aside: SetAside;
  put(advice: readonly Advice[], reason: string): void;
  bringBack(advice: readonly Advice[]): void;
} {
  const key = `cm.advice-set-aside${usePath()}`;
  const aside = useSyncExternalStore(subscribe, () => kept(key));
  const keep = (next: SetAside): void => {
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing shows the advice again: nothing is lost but the reason.
    }
    for (const listener of listeners) listener();
  };
  return {
    aside,
    put: (advice, reason) => keep({ ...aside, [nameOf(advice)]: reason }),
    bringBack: (advice) => keep(Object.fromEntries(Object.entries(aside).filter(([name]) => name !== nameOf(advice)))),
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function kept(key: string): SetAside {
  const text = stored(key);
  if (text === null) return nothing;
  const known = read.get(key);
  if (known?.text === text) return known.aside;
  const aside = parsed(text);
  read.set(key, { text, aside });
  return aside;
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function parsed(text: string): SetAside {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return nothing;
    return Object.fromEntries(Object.entries(value).filter(([, reason]) => typeof reason === 'string'));
  } catch {
    return nothing;
  }
}
