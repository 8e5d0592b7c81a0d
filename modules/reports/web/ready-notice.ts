import { useDone, useMessages, useText } from '@common-measure/platform/web-kit';
import { useEffect, useRef } from 'react';
import type { Making } from '../contract.ts';
import { reportMessages } from './report-words.ts';

/** Says that a report is ready once it is no longer at work; where it could not be made, its card says so, and the words of its order go. */
export function useReadyNotice(makings: readonly Making[] | undefined): void {
  const words = useMessages(reportMessages);
  const read = useText();
  const done = useDone();
  const atWork = useRef<readonly Making[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each list of what is at work
  useEffect(() => {
    if (makings === undefined) return;
    const before = atWork.current;
    atWork.current = makings.filter(({ state }) => state === 'working');
    const ready = before.filter(({ id }) => !makings.some((one) => one.id === id)).at(-1);
    const isFailed = before.some(({ id }) => makings.some((one) => one.id === id && one.state === 'failed'));
    if (ready) done({ text: words.ready(read(ready.title)) });
    else if (isFailed) done(null);
  }, [makings]);
}
