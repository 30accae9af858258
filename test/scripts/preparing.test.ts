import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasDisplay } from '../../scripts/launch/display.mjs';
import { hashOf, isFresh } from '../../scripts/prepare/build.mjs';
import { holdsWhatIsLocked } from '../../scripts/prepare/install.mjs';
import { withLock } from '../../scripts/prepare/lock.mjs';
import { cacheFolder } from '../../scripts/prepare/paths.mjs';
import { exitCode, passThrough, quietly } from '../../scripts/prepare/run.mjs';
import { installCommand, isDebianLike } from '../../scripts/prepare/system.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-scripts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
}

describe('what is stale', () => {
  async function builtCheckout(): Promise<void> {
    await put('src-main/index.ts', 'one');
    await put('package.json', '{}');
    for (const file of ['main/index.js', 'main/gatehouse.js', 'preload/index.cjs', 'renderer/index.html'])
      await put(`out/${file}`, 'built');
    await put('out/.built-from', hashOf(folder));
  }

  test('a build is fresh while no source changes, whatever its date', async () => {
    await builtCheckout();
    await utimes(path.join(folder, 'src-main/index.ts'), new Date(), new Date());
    expect(isFresh(folder)).toBe(true);
  });

  test('a changed, added, renamed or removed source makes it stale', async () => {
    await builtCheckout();
    await put('src-main/index.ts', 'two');
    expect(isFresh(folder)).toBe(false);
    await put('src-main/index.ts', 'one');
    expect(isFresh(folder)).toBe(true);
    await put('src-renderer/new.tsx', '');
    expect(isFresh(folder)).toBe(false);
    await rm(path.join(folder, 'src-renderer/new.tsx'));
    await rm(path.join(folder, 'src-main/index.ts'));
    await put('src-main/other.ts', 'one');
    expect(isFresh(folder)).toBe(false);
  });

  test('a missing output makes it stale', async () => {
    await builtCheckout();
    await rm(path.join(folder, 'out/renderer/index.html'));
    expect(isFresh(folder)).toBe(false);
  });

  test('two files are told from one with the contents of both', async () => {
    await put('src-main/a', 'x');
    await put('src-main/b', 'y');
    const apart = hashOf(folder);
    await rm(path.join(folder, 'src-main/b'));
    await put('src-main/a', 'xy');
    expect(hashOf(folder)).not.toBe(apart);
  });

  test('packages installed by hand are accepted if they match the lock file', () => {
    const locked = {
      packages: {
        '': { version: '0.1.0' },
        'node_modules/a': { version: '1.0.0' },
        'node_modules/a-win32': { version: '1.0.0', optional: true },
      },
    };
    const installed = { packages: { 'node_modules/a': { version: '1.0.0' } } };
    expect(holdsWhatIsLocked(locked, installed)).toBe(true);
    expect(holdsWhatIsLocked(locked, { packages: {} })).toBe(false);
    expect(holdsWhatIsLocked(locked, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false);
    const more = { packages: { ...installed.packages, 'node_modules/b': { version: '1.0.0' } } };
    expect(holdsWhatIsLocked(locked, more)).toBe(false);
  });
});

describe('one maker at a time', () => {
  test('work behind one lock never overlaps', async () => {
    const file = path.join(folder, 'a.lock');
    let inside = 0;
    let most = 0;
    const work = () =>
      withLock(file, async () => {
        inside++;
        most = Math.max(most, inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside--;
      });
    await Promise.all([work(), work(), work()]);
    expect(most).toBe(1);
    expect(existsSync(file)).toBe(false);
  });

  test('a lock is given back when the work fails', async () => {
    const file = path.join(folder, 'a.lock');
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  test('a lock left behind by a crash is taken over', async () => {
    await put('a.lock', '');
    const long = new Date(Date.now() - 60_000);
    await utimes(path.join(folder, 'a.lock'), long, long);
    expect(await withLock(path.join(folder, 'a.lock'), async () => 'done')).toBe('done');
  });
});

describe('running programs', () => {
  const node = (code: string) => [process.execPath, ['-e', code]] as const;

  test('exit codes and signals are passed on as a shell would', async () => {
    expect(await passThrough(...node('process.exit(7)'))).toBe(7);
    expect(await passThrough(...node('process.kill(process.pid, "SIGTERM")'))).toBe(143);
    expect(exitCode(null, 'SIGKILL')).toBe(137);
  });

  test('the output of a failing tool is shown', async () => {
    const work = quietly(...node('console.log("out"); console.error("err"); process.exit(3)'));
    await expect(work).rejects.toThrow(/out[\s\S]*err[\s\S]*exit code 3/);
  });

  test('a request to end reaches the program behind the script', async () => {
    const run = new URL('../../scripts/prepare/run.mjs', import.meta.url).href;
    const inner = `process.on('SIGTERM', () => process.exit(5)); console.log('up'); setInterval(() => {}, 1000)`;
    const outer = `import { passThrough } from ${JSON.stringify(run)};
      process.exitCode = await passThrough(process.execPath, ['-e', ${JSON.stringify(inner)}]);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', outer], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(5);
  });
});

describe('under npm', () => {
  // npm sends SIGTERM to the shell that it started the script with; the shell dies, and the script must notice.
  test('a script whose shell was ended ends its program too', async () => {
    const run = new URL('../../scripts/prepare/run.mjs', import.meta.url).href;
    const inner = `process.on('SIGTERM', () => { console.log('asked'); process.exit(0); });
      console.log('up'); setInterval(() => {}, 1000)`;
    const outer = `import { passThrough } from ${JSON.stringify(run)};
      await passThrough(process.execPath, ['-e', ${JSON.stringify(inner)}]);`;
    await put('outer.mjs', outer);
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${path.join(folder, 'outer.mjs')}"; true`], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, npm_lifecycle_event: 'start' },
    });
    let said = '';
    const closed = new Promise((resolve) => shell.stdout.once('close', resolve)); // when the last of them has ended
    const up = new Promise<void>((resolve) =>
      shell.stdout.on('data', (part: Buffer) => {
        said += part.toString();
        if (said.includes('up')) resolve();
      }),
    );
    await up;
    shell.kill('SIGTERM');
    await closed;
    expect(said).toContain('asked');
  });
});

describe('the system', () => {
  test('only Linux without a display needs a virtual one', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':1' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });

  test('the cache is where the environment says, else where the user keeps caches', () => {
    expect(cacheFolder({ GATEHOUSE_CACHE: folder, XDG_CACHE_HOME: '/elsewhere' })).toBe(folder);
    expect(cacheFolder({ XDG_CACHE_HOME: folder })).toBe(path.join(folder, 'gatehouse'));
    expect(cacheFolder({})).toMatch(/[\\/]\.cache[\\/]gatehouse$/);
  });

  test('Debian and its derivatives are recognized by their release file', () => {
    expect(isDebianLike('NAME="Debian"\nID=debian\n')).toBe(true);
    expect(isDebianLike('ID=linuxmint\nID_LIKE="ubuntu debian"\n')).toBe(true);
    expect(isDebianLike('ID=fedora\nHOME_URL="https://debian.example.org"\n')).toBe(false);
  });

  test('the command that installs packages is given exactly as it is typed', () => {
    expect(installCommand(['xvfb', 'libnss3'])).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb libnss3',
    );
  });
});
