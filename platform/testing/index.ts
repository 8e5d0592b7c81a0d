export { expectAccessible } from './accessible.ts';
export { aBrowser } from './browser.ts';
export { freePort } from './free-port.ts';
export { aTemplateDatabase, migrationFolders, type TestDatabase } from './template-database.ts';
