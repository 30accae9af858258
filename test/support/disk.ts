import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statfsSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './workspace.ts';

/** Why tests that mount are skipped here; undefined where they can run. */
export const noMounting: string | undefined = whyNot();

function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'a disk in memory is mounted on Linux alone';
  if (process.getuid?.() !== 0) return 'mounting is for root alone';
  try {
    // in a namespace of its own, which takes the disk with it when it ends
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'mounting is not allowed here';
  }
}

export interface Disk {
  readonly folder: string;
  /** Fills the disk to the last byte. */
  readonly fill: () => void;
  /** Gives back what filled it. */
  readonly free: () => void;
  /** Remounts it read-only. @throws while something on it is open for writing */
  readonly lock: () => void;
  readonly unlock: () => void;
}

export interface FailingDisk {
  readonly folder: string;
  /** From now on nothing can be written, whatever is open, as Linux does when a disk reports errors. */
  readonly fail: () => void;
}

const mount = (...args: readonly string[]) => execFileSync('mount', args, { stdio: 'ignore' });

/** A disk in memory, mounted until the test ends, however it ends. */
export function smallDisk(megabytes: number): Disk {
  const folder = temporaryFolder();
  mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder);
  // --lazy: even while something on it is still open
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    fill() {
      const handle = openSync(ballast, 'a');
      const piece = Buffer.alloc(statfsSync(folder).bsize);
      try {
        for (;;) writeSync(handle, piece);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        closeSync(handle);
      }
    },
    free: () => rmSync(ballast),
    lock: () => void mount('-o', 'remount,ro', folder),
    unlock: () => void mount('-o', 'remount,rw', folder),
  };
}

/** A disk in a file, mounted until the test ends. Needs `mkfs.ext4`, which any Linux has. */
export function failingDisk(megabytes: number): FailingDisk {
  const image = path.join(temporaryFolder(), 'image');
  writeFileSync(image, '');
  truncateSync(image, megabytes * 2 ** 20);
  execFileSync('mkfs.ext4', ['-q', '-F', image], { stdio: 'ignore' });
  const folder = temporaryFolder();
  mount('-o', 'loop', image, folder);
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return { folder, fail: () => void mount('-o', 'remount,abort', folder) };
}
