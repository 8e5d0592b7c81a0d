export { type BackupManifest, type BackupSource, writeBackup } from './backup.ts';
export { type RestoreTarget, readBackup } from './restore.ts';
