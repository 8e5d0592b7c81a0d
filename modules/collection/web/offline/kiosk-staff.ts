import type { PostedForm } from '@common-measure/instrument';
import { kioskPage } from '../../ways-in/kiosk-tag.ts';
import type { KeptDevice } from './kept-device.ts';
import { forget, keep } from './kept-store.ts';
import type { KeptSurvey } from './kept-visit.ts';
import { bringQueue, keepDevice, queueOf } from './kiosk-queue.ts';
import { revokedPage, staffClearingPage, staffCodePage, staffPage } from './kiosk-screen.ts';
import { sealQueue, staffCodeOf } from './sealed-file.ts';
import { pageOf } from './visit-at-hand.ts';

/** After so many wrong codes in a row no other is looked at for a minute. */
const mostWrong = 5;
const locked = 60_000;

interface AtScreen {
  readonly survey: KeptSurvey;
  readonly device: KeptDevice;
  readonly form: PostedForm | null;
  readonly locale: string;
}

/** The screen of the staff: what waits on this device, behind the code that was shown with its address. No answer is shown on it. */
export async function atStaffScreen(at: AtScreen): Promise<Response> {
  const { survey, device, form } = at;
  const typed = form?.code?.at(-1)?.replace(/\s/g, '') ?? '';
  const show = (html: string): Response =>
    pageOf(survey, kioskPage(html, device, { token: survey.token, locale: at.locale }, 'staff'));
  const problem = typed === '' ? null : await whatIsWrong(device, typed);
  if (typed === '' || problem !== null) return show(staffCodePage(at, problem));
  switch (form?.do?.at(-1)) {
    case 'send':
      await bringQueue(device.token);
      return show(await screen(at, typed));
    case 'save':
      return saved(device);
    case 'clear':
      return show(staffClearingPage({ ...at, queue: await queueOf(device.token) }, typed));
    case 'erase':
      for (const { visit } of await queueOf(device.token)) await forget('queue', visit.key);
      if (device.standing !== 'revoked') return show(await screen(at, typed));
      // Nothing waits any more, and the key is gone: from now on this is a browser like any other.
      await forget('visit', device.token);
      await forget('device', device.token);
      return show(revokedPage(at));
    default:
      return show(await screen(at, typed));
  }
}

/** The present state, after the server was asked for its. */
async function screen(at: AtScreen, code: string): Promise<string> {
  const device = await bringQueue(at.device.token);
  const queue = await queueOf(at.device.token);
  return staffPage({ ...at, device: device ?? at.device, queue, isAway: device === null }, code);
}

/** The sealed file; what stands in it stays on the device until it is cleared. */
async function saved(device: KeptDevice): Promise<Response> {
  const queue = await queueOf(device.token);
  const content = await sealQueue(device, queue);
  for (const one of queue) await keep('queue', one.visit.key, { ...one, isSaved: true });
  const day = new Date().toISOString().slice(0, 10);
  return new Response(content, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="kiosk-${day}.json"`,
      'cache-control': 'no-store',
    },
  });
}

async function whatIsWrong(device: KeptDevice, typed: string): Promise<'codeWrong' | 'codeLocked' | null> {
  const now = Date.now();
  // A clock that was set back locks nobody out for longer.
  if (now < device.lockedUntil && device.lockedUntil - now <= locked) return 'codeLocked';
  if (typed === (await staffCodeOf(device.way))) {
    await keepDevice(device.token, { wrongCodes: 0, lockedUntil: 0 });
    return null;
  }
  const wrongCodes = device.wrongCodes + 1;
  const isLocked = wrongCodes >= mostWrong;
  await keepDevice(device.token, { wrongCodes: isLocked ? 0 : wrongCodes, lockedUntil: isLocked ? now + locked : 0 });
  return isLocked ? 'codeLocked' : 'codeWrong';
}
