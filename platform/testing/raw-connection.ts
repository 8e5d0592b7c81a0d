import { connect, type Socket } from 'node:net';

/** A connection whose every byte the caller writes herself: for requests that no client library would send. */
export interface RawConnection {
  readonly socket: Socket;
  /** What has come back so far. */
  received(): string;
  /** The status of the first reply; null where none has come yet. */
  status(): number | null;
  isClosed(): boolean;
  /** Comes when the other side has closed it, or the connection broke. */
  readonly closed: Promise<void>;
  close(): void;
}

/** Connects over loopback; `from` is an address of this machine such as 127.0.3.1, as a network of its own. Throws where it is refused. */
export function rawConnection(address: string, from?: string): Promise<RawConnection> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: hostname,
      port: Number(port),
      ...(from === undefined ? {} : { localAddress: from }),
    });
    let received = '';
    let isClosed = false;
    socket.setNoDelay(true);
    socket.on('data', (part) => {
      if (received.length < 100_000) received += part.toString('latin1');
    });
    const closed = new Promise<void>((done) => {
      socket.once('close', () => {
        isClosed = true;
        done();
      });
    });
    socket.once('error', reject);
    socket.once('connect', () => {
      // From now on a broken connection is an outcome, and no fault of the caller's.
      socket.off('error', reject).on('error', () => undefined);
      resolve({
        socket,
        received: () => received,
        status: () => (/^HTTP\/1\.1 (\d{3})/.test(received) ? Number(received.slice(9, 12)) : null),
        isClosed: () => isClosed,
        closed,
        close: () => void socket.destroy(),
      });
    });
  });
}

/** The head of a request with these header lines, and the empty line after them. */
export function requestHead(
  method: string,
  path: string,
  lines: Readonly<Record<string, string | number>> = {},
): string {
  const all = { host: 'localhost', ...lines };
  return `${method} ${path} HTTP/1.1\r\n${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
}
