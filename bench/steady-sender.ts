import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Sends one request over and over, at fixed moments, over as many kept connections as answers are outstanding. */
export class SteadySender {
  readonly #port: number;
  readonly #text: string;
  readonly #status: number;
  readonly #free: Socket[] = [];
  readonly #all = new Set<Socket>();

  constructor(port: number, text: string, status: number) {
    this.#port = port;
    this.#text = text;
    this.#status = status;
  }

  /** Milliseconds from the moment at which each request was due to the end of its reply. Throws where a reply has another status. */
  async send(perSecond: number, seconds: number): Promise<readonly number[]> {
    const started = performance.now();
    const replies: Promise<number>[] = [];
    for (let number = 0; number < perSecond * seconds; number++) {
      const due = started + (number * 1000) / perSecond;
      // The clock of timers is coarse: what is due meanwhile goes out together, and its waiting counts.
      if (due > performance.now() + 1) await pause(due - performance.now());
      replies.push(this.#one(due));
    }
    return Promise.all(replies);
  }

  close(): void {
    for (const socket of this.#all) socket.destroy();
  }

  #one(due: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const socket = this.#free.pop() ?? this.#opened();
      // The timer may be up to a millisecond early: then it waits from when it was sent.
      const from = Math.min(due, performance.now());
      let arrived = '';
      const read = (part: Buffer) => {
        arrived += part.toString('latin1');
        const end = wholeAt(arrived);
        if (end === null) return;
        socket.off('data', read).off('error', reject);
        this.#free.push(socket);
        if (arrived.startsWith(`HTTP/1.1 ${this.#status} `)) resolve(performance.now() - from);
        else reject(new Error(`not the page:\n${arrived.slice(0, 1000)}`));
      };
      socket.on('data', read).on('error', reject);
      socket.write(this.#text, 'latin1');
    });
  }

  #opened(): Socket {
    const socket = connect({ host: '127.0.0.1', port: this.#port, noDelay: true });
    this.#all.add(socket);
    return socket;
  }
}

/** Where a reply ends that has arrived whole; null before. */
function wholeAt(arrived: string): number | null {
  const head = arrived.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const length = /\r\ncontent-length: (\d+)/i.exec(arrived)?.[1];
  const end = head + 4 + Number(length ?? Number.NaN);
  return arrived.length >= end ? end : null;
}
