import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

/** Runs a tool of the system; when it fails, the error holds what it said. */
export function system(tool: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${error?.message ?? `${stdout}${stderr}`}`);
  return stdout;
}

/** What dpkg knows of the package; empty where it knows nothing. */
export const packageState = (): string =>
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg fills it in
  spawnSync('dpkg-query', ['--show', '--showformat=${Status}', 'gatehouse'], { encoding: 'utf8' }).stdout;

export interface OrdinaryUser {
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
  readonly remove: () => void;
}

/** Somebody without any rights, for one test. */
export function addUser(): OrdinaryUser {
  const name = `gatehouse-test-${process.pid}`;
  const home = `/tmp/${name}`;
  system('useradd', '--system', '--user-group', '--create-home', '--home-dir', home, '--shell', '/bin/sh', name);
  const [, , uid, gid] = system('getent', 'passwd', name).split(':').map(Number);
  return {
    uid: uid ?? Number.NaN,
    gid: gid ?? Number.NaN,
    home,
    remove: () => {
      system('userdel', '--force', name); // also where a process of theirs has not ended yet
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
