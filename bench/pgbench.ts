import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { said } from './machine.ts';

/** A table of the columns of a response with its primary key alone, and the script that adds a row of the same answers. */
export interface BarePostgres {
  readonly host: string;
  readonly script: string;
  /** Length of the answers. */
  readonly bytes: number;
}

/** Makes the bare table beside the platform's, in the server at this socket, which must hold a response already. */
export async function barePostgres(host: string, folder: string): Promise<BarePostgres> {
  const sample = psql(host, 'SELECT answers::text FROM collection.response LIMIT 1');
  psql(
    host,
    'CREATE TABLE bare_response (organization_id uuid, id uuid, wave_id uuid, language text, mode text, answered_on date, answers jsonb, content_hash bytea, withdrawal_hash bytea, PRIMARY KEY (organization_id, id))',
  );
  const script = path.join(folder, 'insert.sql');
  const answers = sample.replaceAll("'", "''");
  await writeFile(
    script,
    `INSERT INTO bare_response VALUES ('00000000-0000-4000-8000-000000000000', gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'en', 'web', '2026-11-22', '${answers}', '\\x${'ab'.repeat(32)}', NULL);\n`,
  );
  return { host, script, bytes: Buffer.byteLength(sample) };
}

/** Rows added in so many seconds, each its own durable transaction; `simple` is what pgbench does unless told otherwise. */
export function pgbench(
  { host, script }: BarePostgres,
  clients: number,
  seconds: number,
  protocol: 'prepared' | 'simple' = 'prepared',
): { readonly rows: number; readonly perSecond: number } {
  const program = said('sh', ['-c', 'command -v pgbench || ls /usr/lib/postgresql/*/bin/pgbench | tail -1']);
  const whole = `-h ${host} -U postgres -n -M ${protocol} -c ${clients} -j 2 -T ${seconds} -f ${script} postgres`;
  const printed = execFileSync(program, whole.split(' '), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return {
    rows: Number(/actually processed: (\d+)/.exec(printed)?.[1]),
    perSecond: Number(/tps = ([\d.]+)/.exec(printed)?.[1]),
  };
}

function psql(host: string, sql: string): string {
  return execFileSync('psql', ['-h', host, '-U', 'postgres', '-XAtc', sql, 'postgres'], { encoding: 'utf8' }).trim();
}
