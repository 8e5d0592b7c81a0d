export { type BackupManifest, type BackupSource, writeBackup } from './backup.ts';
export { isBackup, readStoredFile } from './backup-entry.ts';
export { type RestoreTarget, readBackup } from './restore.ts';
