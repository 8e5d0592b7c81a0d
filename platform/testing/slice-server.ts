import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Engine, openEngine } from '@common-measure/platform/analytics';
import { createHttpServer, type HttpOptions } from '@common-measure/platform/http';
import type { FastifyInstance } from 'fastify';
import { aTemplateDatabase, type TestDatabase } from './template-database.ts';

export interface TestServer extends TestDatabase {
  /** Answers `inject`; listens on no port. */
  readonly server: FastifyInstance;
  readonly engine: Engine;
}

/**
 * The routes of some slices over a fresh database and an analytics engine of their own, without the console. One per test file.
 * `uploadLimit` in bytes, 1000 unless stated.
 */
export async function aServerOf(
  routes: HttpOptions['routes'],
  authenticate: HttpOptions['authenticate'],
  uploadLimit = 1000,
): Promise<TestServer> {
  const place = await aTemplateDatabase();
  const directory = await mkdtemp(path.join(tmpdir(), 'cm-slices-'));
  const engine = await openEngine({ directory, memoryMegabytes: 256, threads: 1 });
  const settings = { consoleFolder: null, publicUrl: null, version: 'test', uploadLimit };
  const server = await createHttpServer({
    ...settings,
    routes,
    authenticate,
    database: place.database,
    analytics: engine,
  });
  return {
    ...place,
    server,
    engine,
    close: async () => {
      await server.close();
      engine.close();
      await place.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
