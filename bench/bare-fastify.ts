import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import fastify from 'fastify';

/** Starts {@link serveBare} in a process of its own. */
export async function startBareFastify(): Promise<{ readonly port: number; stop(): void }> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = await once(child.stdout, 'data');
  return { port: Number(String(printed)), stop: () => void child.kill() };
}

/** A server that does nothing but read a submission and answer with its receipt; prints its port. */
async function serveBare(): Promise<void> {
  const server = fastify({ logger: false });
  server.put<{ Params: { token: string; responseId: string } }>(
    '/api/collect/:token/responses/:responseId',
    async ({ params }) => ({ responseId: params.responseId, repeated: false }),
  );
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  console.log(new URL(address).port);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serveBare();
