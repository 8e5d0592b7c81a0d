(() => {
  const script = document.currentScript;
  const { survey, task, after = 45 } = script.dataset;
  const site = new URL(script.src).origin;
  const key = `cm-${survey}`;
  const french = document.documentElement.lang.toLowerCase().startsWith('fr');
  const t = french
    ? {
        title: 'Un moment pour nous aider?',
        text: 'Quelques questions sur votre visite. C’est anonyme et facultatif.',
        yes: 'Répondre (nouvel onglet)',
        no: 'Non merci',
      }
    : {
        title: 'A moment to help us?',
        text: 'A few questions about your visit. It is anonymous, and up to you.',
        yes: 'Answer (new tab)',
        no: 'No thanks',
      };
  // Browsers may refuse storage: then every page is a visit, and a "no" lasts as long as the page.
  const kept = (store, name, value) => {
    try {
      if (value === undefined) return window[store].getItem(name);
      window[store].setItem(name, value);
    } catch {}
    return null;
  };
  const post = (path, body) =>
    fetch(`${site}/s/${survey}/intercept/${path}`, {
      method: 'POST',
      body: new URLSearchParams(body),
      credentials: 'omit',
      keepalive: true,
    });
  const session = (value) => kept('sessionStorage', key, value);
  let shown = false;
  const show = (days) => {
    if (shown || session() === 'done') return;
    shown = true;
    session('done');
    const before = document.activeElement;
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ':host{all:initial}dialog{position:fixed;inset:auto 16px 16px auto;margin:0;max-width:min(360px,calc(100vw - 32px));box-sizing:border-box;padding:20px;border:2px solid #15231f;border-radius:8px;background:#fff;color:#15231f;font:16px/1.5 system-ui,sans-serif}h2{font-size:20px;line-height:1.3;margin:0 0 8px}p{margin:0 0 16px}button{min-height:44px;padding:8px 16px;margin:0 8px 8px 0;border:2px solid #00594c;border-radius:6px;background:#fff;color:#00594c;font:inherit;cursor:pointer}button.y{background:#00594c;color:#fff}:focus-visible{outline:3px solid #15231f;outline-offset:2px}',
    );
    root.adoptedStyleSheets = [sheet];
    const make = (tag, text, parent, more) =>
      parent.appendChild(Object.assign(document.createElement(tag), { textContent: text }, more));
    const dialog = make('dialog', '', root);
    dialog.lang = french ? 'fr-CA' : 'en-CA';
    dialog.setAttribute('aria-labelledby', 't');
    dialog.setAttribute('aria-describedby', 'p');
    make('h2', t.title, dialog, { id: 't' });
    make('p', t.text, dialog, { id: 'p' });
    const end = (yes) => {
      host.remove();
      before?.focus?.();
      kept('localStorage', key, String(Date.now() + (yes || days > 0 ? Math.max(days, 1) : 0) * 864e5));
      post('answers', { yes });
    };
    make('button', t.yes, dialog, { className: 'y' }).onclick = () => {
      open(`${site}/s/${survey}?w=i&lang=${french ? 'fr' : 'en'}`, '_blank', 'noopener');
      end(1);
    };
    make('button', t.no, dialog).onclick = () => end(0);
    dialog.oncancel = (event) => {
      event.preventDefault();
      end(0);
    };
    document.body.append(host);
    dialog.showModal();
  };
  const wait = ({ at, days }) => {
    const now = () => show(days);
    if (at === 'load') return now();
    if (at === 'task') {
      addEventListener('common-measure:task', now);
      if (task && document.querySelector(task)) now();
      return;
    }
    if (matchMedia('(hover: hover)').matches)
      document.documentElement.addEventListener('mouseleave', (event) => event.clientY <= 0 && now());
    else setTimeout(now, after * 1000);
  };
  const begun = session();
  if (begun === 'done' || begun === 'out') return;
  if (begun) return wait(JSON.parse(begun));
  const no = Number(kept('localStorage', key)) > Date.now() ? 1 : 0;
  session('out');
  post('visits', { no })
    .then((reply) => reply.json())
    .then((told) => {
      if (!told.ask) return;
      session(JSON.stringify(told));
      wait(told);
    })
    .catch(() => {});
})();
