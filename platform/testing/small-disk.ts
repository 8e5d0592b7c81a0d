import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A file system of its own with a given size, so that a test can fill it and harm nobody. */
export interface SmallDisk {
  readonly folder: string;
  freeBytes(): number;
  /** Takes all but so many bytes. */
  fill(leaveBytes: number): void;
  /** Gives what was taken back. */
  clear(): void;
  /** Whoever works on it must have ended before. */
  remove(): void;
}

/** Mounts one in memory; null where this process may not mount, which only root may. */
export function aSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'cm-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmdirSync(folder);
    return null;
  }
  const ballast = path.join(folder, 'ballast');
  const freeBytes = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  const clear = () => rmSync(ballast, { force: true });
  return {
    folder,
    freeBytes,
    fill: (leaveBytes) => {
      clear();
      const bytes = Math.floor((freeBytes() - leaveBytes - 2 ** 20) / 4096) * 4096;
      if (bytes > 0) execFileSync('fallocate', ['-l', String(bytes), ballast]);
      if (leaveBytes === 0) takeTheRest(ballast);
    },
    clear,
    remove: () => {
      execFileSync('umount', ['--lazy', folder]);
      rmdirSync(folder);
    },
  };
}

/** Writes until nothing more goes in, against whoever writes meanwhile. */
function takeTheRest(file: string): void {
  const handle = openSync(file, 'a');
  try {
    for (const piece = Buffer.alloc(4096); ; ) writeSync(handle, piece);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(handle);
  }
}
