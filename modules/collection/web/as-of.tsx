import { useFormat, useMessages } from '@common-measure/platform/web-kit';
import { useEffect, useState } from 'react';
import { qualityMessages } from './fieldwork-quality-words.ts';

/** How often the news is read out at most, in milliseconds: the numbers on the page change sooner. */
const betweenNews = 30_000;

/** When the counts were read last, for the eye; for the ear, now and then and only where it changed, what they say. */
export function AsOf({ at, total }: { at: number; total: number }) {
  const words = useMessages(qualityMessages);
  const { time, number } = useFormat();
  const [told, setTold] = useState({ total, at: Date.now(), isNew: false });
  useEffect(() => {
    if (total === told.total) return;
    const wait = Math.max(0, told.at + betweenNews - Date.now());
    const timer = setTimeout(() => setTold({ total, at: Date.now(), isNew: true }), wait);
    return () => clearTimeout(timer);
  }, [total, told]);
  return (
    <p className="small muted">
      {words.asOf(time(new Date(at).toISOString()))}. {words.live}
      <span className="vh" aria-live="polite">
        {told.isNew ? words.soFar(number(told.total)) : ''}
      </span>
    </p>
  );
}
