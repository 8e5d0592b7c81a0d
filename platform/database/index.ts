export {
  AlreadyRunning,
  type Database,
  type DatabaseLocation,
  type NoTables,
  openDatabase,
  type Scope,
  type Tx,
} from './database.ts';
export { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
export { newId } from './id.ts';
export { type Migration, migrate, readMigrations } from './migrations.ts';
