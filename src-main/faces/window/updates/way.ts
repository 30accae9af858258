import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { UpdateWay } from '#contract/updates.ts';

interface Here {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder of the archive. */
  readonly resources: string;
  readonly executable: string;
}

/**
 * How this copy was installed, and so how a newer one is. What a package manager installed is its own: it tracks, verifies
 * and removes it, and asks for an administrator where Gatehouse has no business to.
 */
export function wayOf({ platform, env, resources, executable }: Here): UpdateWay {
  if (platform === 'darwin') return 'itself';
  if (platform === 'win32') {
    const installed = existsSync(path.join(path.dirname(executable), 'Uninstall Gatehouse.exe'));
    return installed && !env.PORTABLE_EXECUTABLE_FILE ? 'itself' : 'hand';
  }
  if (env.APPIMAGE) return 'itself';
  // electron-builder writes it into packages only
  const mark = path.join(resources, 'package-type');
  return existsSync(mark) && ['deb', 'rpm'].includes(readFileSync(mark, 'utf8').trim()) ? 'package' : 'hand';
}
