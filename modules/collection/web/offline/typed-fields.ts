import { forget, forgetTyped, keep, kept, typedKey } from './kept-store.ts';

type Fields = readonly (readonly [string, string])[];

/** What stood in the fields of a page; `isSaved`: the server, or the device's copy of the survey, has it too. */
interface Typed {
  readonly fields: Fields;
  readonly isSaved: boolean;
}

interface Typing {
  readonly token: string;
  readonly form: HTMLFormElement;
  readonly isReceipt: boolean;
  readonly words: Readonly<Record<string, string>>;
  say(text: string): void;
  network(isThere: boolean): void;
  saved(fields: Fields): void;
}

/** How long nothing is typed before it is saved on the server, in milliseconds. */
const pause = 1500;
const wordsOfEnd = ['finish', 'leave', 'discard'];
/** From how few characters left they are counted out. */
const few = 100;

/** Keeps what is typed at each key, brings it back after a reload or a crash, and saves it on the server in a pause. */
export async function keepTyped(typing: Typing): Promise<void> {
  const { token, form, say } = typing;
  const page = new URL(form.action).pathname + new URL(form.action).search;
  const key = typedKey(token, page);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLeaving = false;
  const note = (isSaved: boolean): Promise<unknown> =>
    keep('typed', key, { fields: answersOf(form), isSaved } satisfies Typed).catch(() => {});
  form.addEventListener('input', ({ target }) => {
    void note(false);
    clearTimeout(timer);
    timer = setTimeout(() => {
      countLeft(target, typing.words.fewLeft ?? '');
      if (!isLeaving) void save(typing, note);
    }, pause);
  });
  form.addEventListener('submit', ({ submitter }) => {
    isLeaving = true;
    clearTimeout(timer);
    const act = submitter instanceof HTMLButtonElement ? submitter.value : '';
    if (wordsOfEnd.includes(act)) void forgetTyped(token).catch(() => {});
    else sessionStorage.setItem('cm-sent-on', key);
  });
  // Back from another page, the browser may show this very document again.
  addEventListener('pageshow', () => {
    isLeaving = false;
  });
  try {
    if (typing.isReceipt) await forgetTyped(token);
    const sentOn = sessionStorage.getItem('cm-sent-on');
    sessionStorage.removeItem('cm-sent-on');
    if (sentOn !== null && sentOn !== key) await forget('typed', sentOn);
    const typed = await kept<Typed>('typed', key);
    if (typed && !typed.isSaved && fill(form, typed.fields)) say(typing.words.restored ?? '');
  } catch {
    // A browser that keeps nothing: the page is as it is without this.
  }
}

/** The entries of a form without what steers it. */
function answersOf(form: HTMLFormElement): Fields {
  return fieldsOf(form).filter(([name]) => name.startsWith('q-'));
}

function fieldsOf(form: HTMLFormElement): Fields {
  return [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}

async function save({ token, form, network, saved }: Typing, note: (isSaved: boolean) => Promise<unknown>) {
  const fields = fieldsOf(form);
  if (!fields.some(([name]) => name === 'shown')) return;
  const action = new URL(form.action);
  const section = action.pathname.split('/')[4] ?? '';
  const place = { section, question: action.searchParams.get('q') ?? '' };
  const body = new URLSearchParams([...fields.map(([name, value]) => [name, value]), ...Object.entries(place)]);
  try {
    const reply = await fetch(`/s/${token}/draft`, {
      method: 'POST',
      body,
      keepalive: body.toString().length < 60_000,
    });
    network(true);
    if (reply.status !== 204) return;
    saved(fields);
    if (JSON.stringify(fieldsOf(form)) === JSON.stringify(fields)) await note(true);
  } catch {
    network(false);
  }
}

/** Puts fields back as they were; false where they stand so already. */
function fill(form: HTMLFormElement, fields: Fields): boolean {
  const before = JSON.stringify(answersOf(form));
  if (before === JSON.stringify(fields)) return false;
  for (const field of form.elements) {
    if (
      !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
    )
      continue;
    if (!field.name.startsWith('q-')) continue;
    const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox'))
      field.checked = values.includes(field.value);
    else field.value = values[0] ?? '';
  }
  return before !== JSON.stringify(answersOf(form));
}

/** Says how much still fits into a text that is nearly full. */
function countLeft(field: EventTarget | null, words: string): void {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) || field.maxLength < few) return;
  const left = field.maxLength - field.value.length;
  const id = `left-${field.name}`;
  const line = document.getElementById(id) ?? document.createElement('p');
  line.id = id;
  line.className = 'hint';
  line.setAttribute('role', 'status');
  if (!line.isConnected) field.after(line);
  line.textContent = left <= few ? words.replace('{count}', String(left)) : '';
}
