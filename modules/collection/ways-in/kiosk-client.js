// A page on a tablet or stand: when nobody touches it, it asks whether somebody is there, and begins anew for the next person.
const { base, idle, asks, ask, more, seconds, clear, goOn } = document.currentScript.dataset;
let timer;

function start() {
  clearTimeout(timer);
  timer = setTimeout(Number(asks) === 0 ? beginAnew : askWhether, Number(idle) * 1000);
}

function beginAnew() {
  location.replace(base);
}

/** Sends what stands on the page to where a break-off is stored, or cleared. */
function leave(act) {
  const form = document.getElementById('f');
  if (!form) return beginAnew();
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
  dialog.setAttribute('aria-labelledby', 'kiosk-ask');
  Object.assign(dialog.style, { maxWidth: '32rem', padding: '24px', border: '2px solid', borderRadius: '8px' });
  const title = document.createElement('h2');
  title.style.marginTop = '0';
  title.id = 'kiosk-ask';
  title.textContent = ask;
  const text = document.createElement('p');
  text.textContent = more;
  const left = document.createElement('p');
  left.setAttribute('role', 'timer');
  const stay = button(goOn, '');
  const wipe = button(clear, 's');
  const actions = document.createElement('div');
  actions.className = 'act';
  actions.append(stay, wipe);
  dialog.append(title, text, left, actions);
  document.body.append(dialog);
  let rest = Number(asks);
  const tell = () => {
    left.textContent = `${seconds} ${rest}`;
  };
  tell();
  const ticking = setInterval(() => {
    rest -= 1;
    tell();
    if (rest > 0) return;
    clearInterval(ticking);
    leave('break-off');
  }, 1000);
  dialog.addEventListener('close', () => {
    clearInterval(ticking);
    dialog.remove();
    start();
  });
  stay.addEventListener('click', () => dialog.close());
  wipe.addEventListener('click', () => {
    clearInterval(ticking);
    leave('discard');
  });
  dialog.showModal();
}

function button(words, className) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = words;
  return made;
}

for (const kind of ['pointerdown', 'keydown', 'input', 'scroll'])
  addEventListener(kind, () => document.querySelector('dialog[open]') === null && start(), { passive: true });
start();
