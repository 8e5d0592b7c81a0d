import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Sending {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly type?: string;
  readonly cookie?: string;
  readonly body?: string;
}

export interface Reply {
  readonly status: number;
  readonly location: string | null;
  readonly cookies: readonly string[];
  readonly text: string;
  /** Whether the same had been sent before and no reply had come, or a refusal for the time being. */
  readonly isAgain: boolean;
}

/** What became of all that was sent. */
export const sendings = { all: 0, lost: 0, cut: 0, refused: 0, failed: 0, limited: 0 };

/** Addresses of this machine used so far: public posts are limited by network, so each client comes from several. */
let addresses = 0;

/**
 * One client's way to the server: it sends the same until there is an answer that lasts. Where no reply comes, or one that says "not now"
 * (429 and 500 to 599), it waits a moment and sends again. Some of its requests it cuts off itself, so that their replies are lost.
 */
export class Insistence {
  readonly #port: number;
  readonly #chance: () => number;
  readonly #signal: AbortSignal;
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #localAddress = '';
  #left = 0;

  constructor(port: number, chance: () => number, signal: AbortSignal) {
    this.#port = port;
    this.#chance = chance;
    this.#signal = signal;
  }

  async send(sending: Sending): Promise<Reply> {
    for (let attempt = 0; ; attempt++) {
      this.#signal.throwIfAborted();
      const reply = await this.#once(sending, this.#chance() < 0.03).catch(() => null);
      sendings.all += 1;
      if (reply === null) sendings.lost += 1;
      else if (reply.status === 429) sendings.limited += 1;
      else if (reply.status === 503) sendings.refused += 1;
      else if (reply.status >= 500) sendings.failed += 1;
      else return { ...reply, isAgain: attempt > 0 };
      await pause(20 + this.#chance() * 180);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #once({ method, path, type, cookie, body }: Sending, cuts: boolean): Promise<Omit<Reply, 'isAgain'>> {
    if (this.#left-- <= 0) this.#moveOn();
    return new Promise((resolve, reject) => {
      const headers = {
        ...(type === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body ?? '') }),
        ...(cookie ? { cookie } : {}),
        accept: type === 'application/json' ? 'application/json' : 'text/html',
        'accept-language': 'en-CA',
      };
      const to = { host: '127.0.0.1', port: this.#port, agent: this.#agent, localAddress: this.#localAddress };
      const sent = request({ ...to, method, path, headers, timeout: 60_000 }, (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('error', reject);
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            location: reply.headers.location ?? null,
            cookies: reply.headers['set-cookie'] ?? [],
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
      });
      sent.on('timeout', () => sent.destroy(new Error('no reply in time')));
      sent.on('error', reject);
      sent.end(body);
      if (!cuts) return;
      sendings.cut += 1;
      setTimeout(() => sent.destroy(new Error('cut')), this.#chance() * 12);
    });
  }

  #moveOn(): void {
    this.#agent.destroy();
    this.#agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const number = addresses++;
    this.#localAddress = `127.${1 + (Math.floor(number / 62_500) % 250)}.${Math.floor(number / 250) % 250}.${1 + (number % 250)}`;
    this.#left = 600;
  }
}
