import { existsSync } from 'node:fs';
import path from 'node:path';
import { ProblemError } from '@common-measure/kernel';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { httpProblems } from './problems.ts';
import { answerProblem } from './reply.ts';

/** Serves the built console: its hashed assets for good, its one page for every page address; all other addresses are unknown. */
export async function serveConsole(server: FastifyInstance, folder: string | null): Promise<void> {
  if (folder !== null && existsSync(path.join(folder, 'index.html'))) {
    await server.register(files, {
      root: folder,
      wildcard: true,
      index: false,
      cacheControl: false,
      setHeaders: (reply, file) => {
        reply.header(
          'cache-control',
          file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
    server.get('/', (_request, reply) => reply.sendFile('index.html'));
  }
  server.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && /^\/(en|fr)(\/|$|\?)/.test(request.url);
    if (folder !== null && isPage) return reply.sendFile('index.html');
    return answerProblem(new ProblemError(httpProblems.make('not-found')), request, reply);
  });
}
