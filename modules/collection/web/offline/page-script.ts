import { pageStatus } from './page-status.ts';
import { keepTyped } from './typed-fields.ts';
import type { ToPage, ToWorker } from './worker-message.ts';

/**
 * What helps on a page where scripts run, after it is shown: keeps on this device what is typed, restores it, says when the network goes
 * and comes, and makes the survey answerable without one. The page works the same without it; it never moves the focus.
 */
const script = document.currentScript;
const words: Readonly<Record<string, string>> = JSON.parse(script?.dataset.words ?? '{}');

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', help);
else help();

function help(): void {
  const token = location.pathname.split('/')[2] ?? '';
  const form = document.querySelector<HTMLFormElement>('form#f');
  const key = form?.querySelector<HTMLInputElement>('[name=key]')?.value ?? '';
  const isReceipt = form?.querySelector('[value=finish]') !== null && document.querySelector('.code') !== null;
  const status = pageStatus(words);

  function tell(message: ToWorker): void {
    navigator.serviceWorker?.ready.then((registration) => registration.active?.postMessage(message)).catch(() => {});
  }

  if (form && key !== '')
    keepTyped({
      token,
      form,
      isReceipt,
      words,
      say: status.say,
      network: status.network,
      saved: (fields) => tell({ kind: 'saved', token, fields }),
    });

  addEventListener('offline', () => status.network(false));
  addEventListener('online', () => {
    status.network(true);
    tell({ kind: 'online' });
  });
  if (!navigator.onLine) status.network(false);

  if (navigator.serviceWorker && token !== '') {
    navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
      // Only the page of answers that wait offers to send and to change them, and shows none of them.
      if (!form?.querySelector('[value=send]') || !form.querySelector('[value=finish]')) return;
      if (data.kind !== 'brought' || data.token !== token || data.state === 'waiting') return;
      const isSent = data.state === 'sent';
      const says = (isSent ? words.sentNow : words.late) ?? '';
      status.say(says, true);
      const heading = document.querySelector('h1');
      if (heading) heading.textContent = says;
      for (const line of document.querySelectorAll('h1~p')) line.remove();
      const onward = document.createElement('p');
      onward.className = 'lead';
      const link = document.createElement('a');
      link.href = `/s/${token}`;
      link.textContent = (isSent ? words.seeReceipt : words.toAnswers) ?? '';
      onward.append(link);
      heading?.after(onward);
      if (!form.contains(document.activeElement)) form.hidden = true;
    });
    const isFresh = navigator.serviceWorker.controller === null || form?.querySelector('[value=start]') !== null;
    navigator.serviceWorker
      .register('/s/worker.js', { scope: '/s/', updateViaCache: 'none' })
      .then(() => {
        if (key !== '' && !isReceipt) tell({ kind: 'shown', token, key, isFresh });
        tell({ kind: 'online' });
      })
      .catch(() => {});
  }
}
