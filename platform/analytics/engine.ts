import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';

export interface EngineOptions {
  /** The folder the engine may read and write; created where it is missing. */
  readonly directory: string;
  /** Single files elsewhere that may be read, too. */
  readonly readable?: readonly string[];
  /** Where work beyond the memory is put meanwhile; default a folder "spill" in `directory`. */
  readonly spillDirectory?: string;
  /** Most memory in megabytes. Default 1024. */
  readonly memoryMegabytes?: number;
  /** Threads of the engine's own pool. Default: as many as the machine has. */
  readonly threads?: number;
}

export type Cell = string | number | boolean | null;

/** Rows as the engine gives them: whole numbers of 64 bits as numbers, instants and decimals as text. */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Analytics over immutable Parquet files: DuckDB in memory, shut into one folder, working on its own threads and not on ours. */
export interface Engine {
  readonly directory: string;
  query(sql: string, values?: Readonly<Record<string, Cell>>): Promise<QueryResult>;
  /** Runs statements that share temporary tables and types on one connection. */
  session<T>(work: (run: (sql: string) => Promise<QueryResult>) => Promise<T>): Promise<T>;
  /** A connection for bulk reading; closed when `work` ends. */
  connect<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
  close(): void;
}

export async function openEngine(options: EngineOptions): Promise<Engine> {
  const directory = resolve(options.directory);
  const spill = resolve(options.spillDirectory ?? join(directory, 'spill'));
  await mkdir(directory, { recursive: true });
  await mkdir(spill, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${options.memoryMegabytes ?? 1024}MB`,
    threads: String(options.threads ?? availableParallelism()),
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const setup = await instance.connect();
  await setup.run(`SET allowed_directories = [${textLiteral(`${directory}/`)}]`);
  const readable = (options.readable ?? []).map((path) => textLiteral(resolve(path)));
  if (readable.length > 0) await setup.run(`SET allowed_paths = [${readable.join(', ')}]`);
  await setup.run('SET enable_external_access = false');
  await setup.run('SET lock_configuration = true');
  setup.closeSync();

  const connect: Engine['connect'] = async (work) => {
    const connection = await instance.connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  };
  return {
    directory,
    connect,
    query: (sql, values) => connect((connection) => read(connection, sql, values)),
    session: (work) => connect((connection) => work((sql) => read(connection, sql))),
    close: () => instance.closeSync(),
  };
}

async function read(
  connection: DuckDBConnection,
  sql: string,
  values?: Readonly<Record<string, Cell>>,
): Promise<QueryResult> {
  const reader = await connection.runAndReadAll(sql, values ? { ...values } : undefined);
  return { columns: reader.columnNames(), rows: reader.getRows().map((row) => row.map(cellOf)) };
}

function cellOf(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return typeof value === 'bigint' ? Number(value) : String(value);
}

/** A text as an SQL literal. */
export function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an SQL identifier. */
export function nameLiteral(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
