import { connect, type Socket } from 'node:net';

/** One request of a run, and what its reply must hold to count. */
export interface LeanRequest {
  /** The whole of it as it goes over the wire: first line, headers, body. */
  readonly text: string;
  /** Words that the reply must hold; it is counted where its status is that of the run and they are there. */
  readonly receipt: string;
}

export interface LeanRun {
  readonly port: number;
  readonly clients: number;
  readonly seconds: number;
  readonly status: number;
  /** Requests over one connection before the client comes from another address: public posts are limited by network. */
  readonly perAddress: number;
  next(client: number): LeanRequest;
}

/** The middle and the tail of so many waits, in milliseconds. */
export interface LeanSpread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface LeanFigures extends LeanSpread {
  readonly sent: number;
  readonly perSecond: number;
}

/** Addresses of this machine used so far: each run comes from others. */
let addresses = 0;

/**
 * Sends for so many seconds, each client one request after the other over a connection that is kept open; throws where a reply is not the
 * receipt of its request. Over bare sockets, because Node's own client costs as much processor time as the server that is measured.
 */
export async function runLean(run: LeanRun): Promise<LeanFigures> {
  const took: number[] = [];
  const started = performance.now();
  const until = started + run.seconds * 1000;
  await Promise.all(Array.from({ length: run.clients }, (_, client) => sendUntil(run, client, until, took)));
  return { sent: took.length, perSecond: (1000 * took.length) / (performance.now() - started), ...spread(took) };
}

/** The middle and the tail of so many milliseconds. */
export function spread(took: readonly number[]): LeanSpread {
  const sorted = took.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

async function sendUntil(run: LeanRun, client: number, until: number, took: number[]): Promise<void> {
  while (performance.now() < until) await sendFromOneAddress(run, client, until, took);
}

function sendFromOneAddress(run: LeanRun, client: number, until: number, took: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const number = addresses++;
    const localAddress = `127.${1 + Math.floor(number / 62_500)}.${Math.floor(number / 250) % 250}.${1 + (number % 250)}`;
    const socket = connect({ host: '127.0.0.1', port: run.port, localAddress, noDelay: true });
    let sent = 0;
    let started = 0;
    let request = run.next(client);
    let arrived = '';
    const send = () => {
      started = performance.now();
      sent += 1;
      socket.write(request.text, 'latin1');
    };
    socket.on('error', reject);
    socket.on('connect', send);
    socket.on('data', (part: Buffer) => {
      arrived += part.toString('latin1');
      if (!isWhole(arrived)) return;
      took.push(performance.now() - started);
      if (!isReceipt(arrived, run.status, request.receipt)) return failed(socket, arrived, reject);
      arrived = '';
      if (sent >= run.perAddress || performance.now() >= until) return void socket.end(resolve);
      request = run.next(client);
      send();
    });
  });
}

/** Whether a reply has arrived to its end. */
function isWhole(arrived: string): boolean {
  const end = arrived.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(arrived)?.[1];
  return length !== undefined && arrived.length >= end + 4 + Number(length);
}

function isReceipt(arrived: string, status: number, receipt: string): boolean {
  return arrived.startsWith(`HTTP/1.1 ${status} `) && arrived.includes(receipt);
}

function failed(socket: Socket, arrived: string, reject: (error: Error) => void): void {
  socket.destroy();
  reject(new Error(`not the receipt of the request:\n${arrived.slice(0, 2000)}`));
}
