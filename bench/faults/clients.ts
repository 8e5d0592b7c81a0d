import { randomBytes, randomUUID } from 'node:crypto';
import type { Insistence, Reply } from './insistence.ts';
import { entriesOf, numbers, type Said } from './questionnaire.ts';
import type { Receipts } from './receipts.ts';

/** What every client of a run has to do with. */
export interface Surroundings {
  readonly token: string;
  readonly receipts: Receipts;
  /** A new word that nobody has said. */
  newMark(): string;
}

/** Something that must never happen, whatever was killed. */
export class Breach extends Error {}

const form = 'application/x-www-form-urlencoded';

/** A program: it makes the id and sends until it is acknowledged; one in ten then takes its answers back. */
export async function program(line: Insistence, around: Surroundings, chance: () => number): Promise<void> {
  const said: Said = { mark: around.newMark(), ...Object.fromEntries(numbers.map((code) => [code, minutes(chance)])) };
  const [id, withdrawalCode] = [randomUUID(), randomBytes(10).toString('hex')];
  const body = JSON.stringify({ language: 'en', entries: entriesOf(said), withdrawalCode });
  const path = `/api/collect/${around.token}/responses/${id}`;
  const reply = await line.send({ method: 'PUT', path, type: 'application/json', body });
  if (reply.status !== 200) throw new Breach(`a program was answered with ${reply.status}: ${reply.text}`);
  const told: { repeated: boolean } = JSON.parse(reply.text);
  if (told.repeated && !reply.isAgain) throw new Breach(`a first sending was taken for a repeated one: ${id}`);
  around.receipts.add({ kind: 'response', by: 'program', id, said });
  if (chance() < 0.1) await withdraw(line, around, said.mark, withdrawalCode);
}

/** A person who answers page by page in a browser, goes back now and then, leaves in the middle or sends; some take it back. */
export async function person(line: Insistence, around: Surroundings, chance: () => number): Promise<void> {
  const cookies = chance() < 0.5 ? new Map<string, string>() : null;
  let said: Said = { mark: around.newMark() };
  const leavesAfter = chance() < 0.25 ? 1 + Math.floor(chance() * 4) : Number.POSITIVE_INFINITY;
  let page = await open(line, cookies, { method: 'GET', path: `/s/${around.token}` });
  page = await press(line, cookies, page, { do: 'start' });
  const former: string[] = [];
  for (let step = 0; !actionOf(page).endsWith('/check'); step++) {
    if (step > 40) throw new Breach(`the pages lead nowhere: ${actionOf(page)}`);
    if (step >= leavesAfter) return around.receipts.add({ kind: 'draft', said });
    const goesBack = former.length > 1 && chance() < 0.1;
    const here = goesBack ? (former.pop() ?? page) : page;
    const code = hidden(here).get('shown') ?? '';
    const answer = code === 'mark' ? said.mark : minutes(chance);
    page = await press(line, cookies, here, { [`q-${code}`]: String(answer), do: 'next' });
    said = { ...said, [code]: answer };
    if (!goesBack) former.push(here);
  }
  const check = page;
  page = await press(line, cookies, check, { do: 'send' });
  const [receipt, withdrawalCode] = codesOf(page);
  if (receipt === undefined || withdrawalCode === undefined) throw new Breach(`no receipt on the last page:\n${page}`);
  around.receipts.add({ kind: 'response', by: 'page', id: null, said });
  // As a browser does whose reader goes back and presses again.
  if (chance() < 0.2 && codesOf(await press(line, cookies, check, { do: 'send' }))[0] !== receipt)
    throw new Breach('the same sent again gave another receipt');
  if (chance() < 0.1) await withdraw(line, around, said.mark, withdrawalCode);
}

async function withdraw(line: Insistence, around: Surroundings, mark: string, code: string): Promise<void> {
  const body = new URLSearchParams({ code, lang: 'en' }).toString();
  const reply = await line.send({ method: 'POST', path: `/s/${around.token}/withdraw`, type: form, body });
  // A code that is gone after an answer that was lost: it was taken back then.
  if (reply.status !== 303 && !(reply.status === 422 && reply.isAgain))
    throw new Breach(`a withdrawal was answered with ${reply.status}`);
  around.receipts.add({ kind: 'withdrawal', mark });
}

async function press(
  line: Insistence,
  cookies: Map<string, string> | null,
  page: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const body = hidden(page);
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return open(line, cookies, { method: 'POST', path: actionOf(page), type: form, body: body.toString() });
}

async function open(
  line: Insistence,
  cookies: Map<string, string> | null,
  sending: Parameters<Insistence['send']>[0],
): Promise<string> {
  const cookie = [...(cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  const reply = await line.send({ ...sending, cookie });
  keep(cookies, reply);
  if (reply.status === 303) return open(line, cookies, { method: 'GET', path: reply.location ?? '' });
  if (reply.status !== 200)
    throw new Breach(`${sending.method} ${sending.path} was answered with ${reply.status}:\n${reply.text}`);
  return reply.text;
}

function keep(cookies: Map<string, string> | null, reply: Reply): void {
  for (const line of reply.cookies) {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    if (/max-age=0/i.test(line)) cookies?.delete(pair.slice(0, at));
    else cookies?.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

function hidden(page: string): URLSearchParams {
  const fields = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return new URLSearchParams([...fields].map(([, name = '', value = '']): [string, string] => [name, value]));
}

const actionOf = (page: string): string => /<form[^>]* action="([^"]*)"/.exec(page)?.[1] ?? '';

/** The receipt, and the code to take the answers back. */
const codesOf = (page: string): readonly string[] =>
  [...page.matchAll(/<span class="code">([^<]*)</g)].map((match) => match[1] ?? '');

const minutes = (chance: () => number): number => Math.floor(chance() * 1000);
