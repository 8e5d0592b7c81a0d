import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the keyboard's place where entries of a list come and go: an entry that was added by its button takes the focus, and after one
 * that was removed the button that adds takes it, so that it is never lost with what is gone. Give the ref to what holds list and button.
 */
export function useListFocus<Holder extends HTMLElement>(count: number, entry: string): RefObject<Holder | null> {
  const holder = useRef<Holder>(null);
  const before = useRef(count);
  useEffect(() => {
    const grew = count > before.current;
    const shrank = count < before.current;
    before.current = count;
    const here = holder.current;
    const active = document.activeElement;
    if (grew && active?.tagName === 'BUTTON' && here?.contains(active))
      [...here.querySelectorAll(entry)].at(-1)?.querySelector<HTMLElement>('select, input, textarea')?.focus();
    if (shrank && (active === null || active === document.body))
      ([...(here?.querySelectorAll<HTMLElement>('.btn.second') ?? [])].at(-1) ?? here?.querySelector('input'))?.focus();
  }, [count, entry]);
  return holder;
}
