import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { authenticate } from '@common-measure/modules/accounts/server';
import { type ErasureFact, ledgerName } from '@common-measure/modules/collection/server';
import { type Engine, openEngine } from '@common-measure/platform/analytics';
import { readBackup, writeBackup } from '@common-measure/platform/backup';
import { readMigrations, withOwnerConnection } from '@common-measure/platform/database';
import { createHttpServer } from '@common-measure/platform/http';
import { anOwner, aTemplateDatabase, type Person, type TestDatabase } from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { restoreErasures } from './restore-erasures.ts';
import { forgetDataset, type RetentionPlace } from './retention.ts';
import { migrationFolders, routes } from './slices.ts';

export interface KeptSurvey {
  readonly id: string;
  readonly waveId: string;
  readonly token: string;
}

/** A platform with a data folder and an owner, whose files and those of whose database server can be searched. */
export class KeptPlace {
  readonly test: TestDatabase;
  readonly server: FastifyInstance;
  readonly engine: Engine;
  readonly folder: string;
  readonly alice: Person;

  private constructor(test: TestDatabase, server: FastifyInstance, engine: Engine, folder: string, alice: Person) {
    this.test = test;
    this.server = server;
    this.engine = engine;
    this.folder = folder;
    this.alice = alice;
  }

  static async begin(): Promise<KeptPlace> {
    const test = await aTemplateDatabase();
    const folder = await mkdtemp(path.join(os.tmpdir(), 'cm-kept-'));
    const engine = await openEngine({
      directory: path.join(folder, 'data', 'datasets'),
      spillDirectory: path.join(folder, 'data', 'tmp'),
      memoryMegabytes: 256,
      threads: 1,
    });
    const server = await createHttpServer({
      ...{ routes, database: test.database, analytics: engine, authenticate },
      ...{ consoleFolder: null, publicUrl: null, version: 'test', uploadLimit: 1_000_000 },
    });
    return new KeptPlace(test, server, engine, folder, await anOwner(server, test.database, 'alice'));
  }

  get dataFolder(): string {
    return path.join(this.folder, 'data');
  }

  get place(): RetentionPlace {
    return { database: this.test.database, engine: this.engine, dataFolder: this.dataFolder, forget: forgetDataset };
  }

  async openSurvey(): Promise<KeptSurvey> {
    const wanted = {
      name: { en: 'Visits', fr: 'Visites' },
      samplingClass: 'non-probability',
      timeZone: 'America/Toronto',
      packId: 'client_satisfaction_core',
    };
    const { id } = (await this.alice.send('POST', '/api/surveys', wanted)).json();
    const published = (await this.alice.send('POST', `/api/surveys/${id}/publish`)).json();
    return { id, waveId: published.waveId, token: published.answerPath.slice(3) };
  }

  /** Sends one response with that comment, and gives its id and the code to withdraw it. */
  async answer(survey: KeptSurvey, comment: string): Promise<{ readonly id: string; readonly code: string }> {
    const [id, code] = [randomUUID(), randomBytes(10).toString('hex')];
    const entries = { overall_satisfaction: ['4'], ease: ['5'], comment_improve: [comment] };
    const reply = await this.server.inject({
      method: 'PUT',
      url: `/api/collect/${survey.token}/responses/${id}`,
      // Everybody from an address of her own: public posts are limited by network.
      remoteAddress: `10.${id
        .slice(0, 6)
        .match(/../g)
        ?.map((byte) => Number.parseInt(byte, 16))
        .join('.')}`,
      payload: { language: 'en', entries, withdrawalCode: code },
    });
    if (reply.statusCode !== 200) throw new Error(reply.body);
    return { id, code };
  }

  async saveDataset(survey: KeptSurvey): Promise<string> {
    return (await this.alice.send('POST', `/api/waves/${survey.waveId}/dataset`)).json().id;
  }

  /** A backup, under that name. */
  async backUp(name: string): Promise<string> {
    const file = path.join(this.folder, name);
    const source = { dataFolder: this.dataFolder, software: 'test', now: new Date() };
    await this.test.database.withOwner((client) => writeBackup({ client, ...source }, file));
    return file;
  }

  /** Brings a backup back into a new database and folder with these erasures, and runs `look` there. */
  async restored<T>(
    backup: string,
    facts: readonly ErasureFact[] | null,
    look: (place: { readonly url: string; readonly dataFolder: string; readonly erased: number }) => Promise<T>,
  ): Promise<T> {
    const name = `cm_test_${randomBytes(8).toString('hex')}`;
    const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'cm-restored-'));
    await this.test.database.withOwner((client) => client.query(`CREATE DATABASE ${name}`));
    const url = this.test.url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
    try {
      let erased = 0;
      await withOwnerConnection({ url }, (client) => {
        const migrations = readMigrations(migrationFolders);
        const finish = async () => {
          if (facts !== null) erased = await restoreErasures(client, dataFolder, facts);
        };
        return readBackup({ client, dataFolder, migrations, keeps: [ledgerName], finish }, backup);
      });
      return await look({ url, dataFolder, erased });
    } finally {
      await this.test.database.withOwner((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
      await rm(dataFolder, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    await this.server.close();
    this.engine.close();
    await this.test.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Where in the files of a database and in the server's log a text stands: `pages`, `log`. */
export async function inDatabaseFiles(url: string, needle: string): Promise<readonly ('pages' | 'log')[]> {
  return withOwnerConnection({ url }, async (client) => {
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ place: 'pages' | 'log' }>(
      `WITH files AS (
         SELECT 'pages' AS place, 'base/' || (SELECT oid FROM pg_database WHERE datname = current_database()) || '/' || name AS path
           FROM pg_ls_dir('base/' || (SELECT oid FROM pg_database WHERE datname = current_database())) AS name
         UNION ALL SELECT 'log', 'pg_wal/' || name FROM pg_ls_waldir()
       )
       SELECT DISTINCT place FROM files
       WHERE path IS NOT NULL AND position(convert_to($1, 'UTF8') IN coalesce(pg_read_binary_file(path, true), ''::bytea)) > 0
       ORDER BY place`,
      [needle],
    );
    return rows.map(({ place }) => place);
  });
}

/** The files below a folder in which a text stands, gzip files unpacked. */
export async function inFiles(folder: string, needle: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    if (plain.includes(needle)) found.push(path.relative(folder, file));
  }
  return found;
}
