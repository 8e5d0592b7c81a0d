import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Starts {@link serveBare} in a process of its own. */
export async function startBareHttp(): Promise<{ readonly port: number; stop(): void }> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = await once(child.stdout, 'data');
  return { port: Number(String(printed)), stop: () => void child.kill() };
}

/** A server that does nothing but read a submission and answer with its receipt; prints its port. */
function serveBare(): void {
  const server = createServer((request, reply) => {
    let sent = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      sent += part;
    });
    request.on('end', () => {
      JSON.parse(sent);
      const receipt = JSON.stringify({ responseId: request.url?.slice(-36), repeated: false });
      reply.writeHead(200, { 'content-type': 'application/json', 'content-length': receipt.length }).end(receipt);
    });
  });
  server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) serveBare();
