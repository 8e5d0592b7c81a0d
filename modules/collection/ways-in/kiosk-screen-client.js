// The screen of a tablet around its pages: the full screen, which a finger has to ask for, a screen that stays lit, and what waits here.
const { base, waiting, away, revoked, refused } = document.currentScript.dataset;
const button = document.querySelector('button');
const tell = () => {
  button.hidden = document.fullscreenElement !== null || !document.fullscreenEnabled;
};
button.addEventListener('click', () => document.documentElement.requestFullscreen());
document.addEventListener('fullscreenchange', tell);
tell();

const stayLit = () => {
  if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {});
};
document.addEventListener('visibilitychange', stayLit);
stayLit();

/** Asks the worker to tell how many answers wait, and, where `contacts`, to bring them and let the server know. */
const ask = (contacts) =>
  navigator.serviceWorker?.ready
    .then(({ active }) => active?.postMessage({ kind: 'device', token: base.split('/')[2], contacts }))
    .catch(() => {});
const line = document.getElementById('w');
navigator.serviceWorker?.addEventListener('message', ({ data }) => {
  if (data.kind !== 'queue' || base !== `/s/${data.token}`) return;
  const says = [
    data.waiting > 0 ? `${waiting} ${data.waiting}` : '',
    data.notTaken > 0 ? `${refused} ${data.notTaken}` : '',
    data.standing === 'revoked' ? revoked : '',
    navigator.onLine ? '' : away,
  ];
  line.textContent = says.filter(Boolean).join(' · ');
});
document.querySelector('iframe').addEventListener('load', () => ask(false));
for (const kind of ['online', 'offline']) addEventListener(kind, () => ask(kind === 'online'));
setInterval(() => ask(true), 300_000);
ask(true);
navigator.storage?.persist?.().catch(() => {});
