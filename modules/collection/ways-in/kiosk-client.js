// A page on a tablet or stand: when nobody touches it, it asks whether somebody is there, and begins anew for the next person.
const { base, idle, asks, ask, more, seconds, clear, goOn, ends } = document.currentScript.dataset;
const form = document.getElementById('f');
let timer;

function start() {
  clearTimeout(timer);
  if (Number(idle) > 0) timer = setTimeout(Number(asks) === 0 ? beginAnew : askWhether, Number(idle) * 1000);
}

function beginAnew() {
  if (ends && form) leave(ends);
  else location.replace(base);
}

/** Sends what stands on the page to where a break-off is stored, or cleared. */
function leave(act) {
  if (!form) return location.replace(base);
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'do';
  field.value = act;
  form.append(field);
  form.action = `${base}/kiosk/reset`;
  form.submit();
}

function askWhether() {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-modal', 'true');
  dialog.setAttribute('aria-labelledby', 'kiosk-ask');
  dialog.setAttribute('aria-describedby', 'kiosk-more');
  Object.assign(dialog.style, { maxWidth: '32rem', padding: '24px', border: '2px solid', borderRadius: '8px' });
  const title = made('h2', ask, { id: 'kiosk-ask' });
  Object.assign(title.style, { marginTop: '0', fontSize: '1.4em' });
  const left = made('p', '');
  left.setAttribute('role', 'timer');
  const stay = made('button', goOn, { type: 'button' });
  const wipe = made('button', clear, { type: 'button', className: 's' });
  const actions = made('div', '', { className: 'act' });
  actions.append(stay, wipe);
  dialog.append(title, made('p', more, { id: 'kiosk-more' }), left, actions);
  document.body.append(dialog);
  let rest = Number(asks);
  const tell = () => {
    left.textContent = `${seconds} ${rest}`;
    // Told aloud once more, while there is still time to answer.
    left.setAttribute('aria-live', rest === 10 ? 'assertive' : 'off');
  };
  tell();
  const ticking = setInterval(() => {
    rest -= 1;
    tell();
    if (rest > 0) return;
    clearInterval(ticking);
    leave('break-off');
  }, 1000);
  const goesOn = () => dialog.close();
  dialog.addEventListener('close', () => {
    clearInterval(ticking);
    dialog.remove();
    start();
  });
  // Any key and any touch give more time, but for those that lead to the other button or press it.
  dialog.addEventListener('keydown', ({ key }) => {
    if (!['Tab', 'Shift', 'Enter', ' '].includes(key)) goesOn();
  });
  dialog.addEventListener('pointerdown', ({ target }) => {
    if (!wipe.contains(target)) goesOn();
  });
  stay.addEventListener('click', goesOn);
  wipe.addEventListener('click', () => {
    clearInterval(ticking);
    leave('discard');
  });
  dialog.showModal();
  stay.focus();
}

function made(tag, words, more = {}) {
  return Object.assign(document.createElement(tag), { textContent: words }, more);
}

/** Going back shows nothing of a person who is gone: neither a page that was kept whole nor what stood in its fields. */
function guardBack() {
  const key = form?.elements.namedItem('key')?.value ?? '';
  addEventListener('pageshow', ({ persisted }) => persisted && beginAnew());
  try {
    const isBack = performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
    if (isBack && sessionStorage.getItem('cm-kiosk') !== key) form?.reset();
    sessionStorage.setItem('cm-kiosk', key);
  } catch {
    form?.reset();
  }
  return key;
}

for (const kind of ['pointerdown', 'keydown', 'input', 'scroll'])
  addEventListener(kind, () => document.querySelector('dialog[open]') === null && start(), { passive: true });
start();

const key = guardBack();
if (navigator.serviceWorker)
  navigator.serviceWorker
    .register('/s/worker.js', { scope: '/s/', updateViaCache: 'none' })
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => {
      const isFresh = navigator.serviceWorker.controller === null || form?.querySelector('[value=start]') !== null;
      active?.postMessage({ kind: 'shown', token: base.split('/')[2], key, isFresh: isFresh || key === '' });
    })
    .catch(() => {});
