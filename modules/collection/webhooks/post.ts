import http from 'node:http';
import https from 'node:https';
import { resolveOutside } from './outside-address.ts';

export interface Post {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly allowsInside: boolean;
  readonly timeoutMs: number;
}

/** What a delivery came to. `arrived`: the receiver said 2xx. `outcome`: its status, or why nothing came of it. */
export interface Posted {
  readonly arrived: boolean;
  readonly outcome: string;
}

/** Posts once: no redirects are followed, nothing of the reply is read but its status, and it ends within the time. */
export async function post({ address, headers, body, allowsInside, timeoutMs }: Post): Promise<Posted> {
  const url = new URL(address);
  const resolved = await resolveOutside(url, allowsInside);
  if (!resolved.ok) return { arrived: false, outcome: resolved.why };
  const request = url.protocol === 'https:' ? https.request : http.request;
  return new Promise((resolve) => {
    const sent = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      agent: false,
      // Whatever the name says by now, the connection goes to the address that was looked at.
      lookup: (_host, options, done) =>
        options.all
          ? done(null, [{ address: resolved.address, family: resolved.family }])
          : done(null, resolved.address, resolved.family),
      signal: AbortSignal.timeout(timeoutMs),
    });
    sent.on('response', (reply) => {
      const status = reply.statusCode ?? 0;
      reply.destroy();
      resolve({ arrived: status >= 200 && status < 300, outcome: String(status) });
    });
    sent.on('error', (error) =>
      resolve({
        arrived: false,
        outcome: error.name === 'AbortError' || error.name === 'TimeoutError' ? 'timed-out' : 'no-connection',
      }),
    );
    sent.end(body);
  });
}
