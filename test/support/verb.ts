import { vi } from 'vitest';
import { main } from '../../src-main/faces/cli/main.ts';
import type { Ran } from './cli.ts';
import type { Workspace } from './workspace.ts';

/**
 * A command line from its arguments to its exit code, within this process: starting a process for each of a hundred takes
 * minutes. What a process adds (standard input, signals, terminals) is tested where `gatehouse` itself is started.
 */
export async function typed(args: readonly string[]): Promise<Omit<Ran, 'signal'>> {
  const said = { stdout: '', stderr: '' };
  const catching = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text, ...rest) => {
      said[name] += String(text);
      for (const done of rest) if (typeof done === 'function') done();
      return true;
    }),
  );
  vi.stubEnv('LC_ALL', 'en_US.UTF-8');
  const code = await main(args).finally(() => {
    for (const one of catching) one.mockRestore();
    vi.unstubAllEnvs();
  });
  return { code, ...said, json: parsed(said.stdout) };
}

/** Undefined for text meant for people. */
function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The same in a workspace. */
export const typedIn = (w: Workspace, ...args: readonly string[]) => typed([...args, '--workspace', w.core.folder]);
