export {
  AlreadyRunning,
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
export { type EmbeddedServer, startEmbeddedServer, stopLeftServer } from './embedded-server.ts';
export { newId } from './id.ts';
export { type Migration, migrate, readMigrations } from './migrations.ts';
export { ensureRequestRole } from './roles.ts';
