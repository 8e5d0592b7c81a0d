export { expectAccessible } from './accessible.ts';
export { aBrowser, theBundledBrowser } from './browser.ts';
export { aColleague, anOwner, type Person, signInByLink, stranger } from './cast.ts';
export { aFoundedConsole, type FoundedConsole } from './founded-console.ts';
export { freePort } from './free-port.ts';
export { aRunningServer, type RunningServer, type ServerOptions } from './running-server.ts';
export { keptPicture, pictureDifference } from './same-picture.ts';
export { aServerOf, type TestServer } from './slice-server.ts';
export { aTemplateDatabase, migrationFolders, type TestDatabase } from './template-database.ts';
