export { copyOut, type OrderedRows } from './copy-out.ts';
export {
  AlreadyRunning,
  callOver,
  type Database,
  type DatabaseLocation,
  isInUse,
  type NoTables,
  openDatabase,
  type Scope,
  type Tx,
  transactOver,
  withOwnerConnection,
} from './database.ts';
export { discardLog, type LogDiscarding } from './discard-log.ts';
export { type EmbeddedServer, startEmbeddedServer, stopLeftServer } from './embedded-server.ts';
export { foreseenFailure } from './failure.ts';
export { newId } from './id.ts';
export { type Migration, migrate, readMigrations } from './migrations.ts';
export { runningPostmaster } from './postmaster.ts';
export { databaseProblems } from './problems.ts';
export { rewriteTables } from './rewrite-tables.ts';
export { ensureRequestRole } from './roles.ts';
export type { DatabaseState } from './watch.ts';
