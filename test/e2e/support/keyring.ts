import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ChromiumSetup } from './app.ts';

export interface Desktop {
  /** For windows that are to find the keyring. */
  readonly chromium: ChromiumSetup;
  /** Ends the session; another one with the same folder has the same keyring. */
  readonly close: () => Promise<void>;
}

// The session ends when our end of the pipe closes, also if we are killed and cannot tidy up. The daemon takes its name
// on the bus a moment after it has gone into the background: whoever asks before gets a second one, which is locked.
const session = `
  printf %s "$KEYRING_PASSWORD" | gnome-keyring-daemon --unlock --components=secrets >/dev/null || exit 1
  until dbus-send --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
    string:org.freedesktop.secrets | grep -q true; do sleep 0.05; done
  echo "$DBUS_SESSION_BUS_ADDRESS"
  cat >/dev/null`;

/**
 * A session bus with an unlocked GNOME keyring of its own, as a desktop has them after signing in.
 * @param folder where the keyring is kept
 */
export async function startKeyring(folder: string): Promise<Desktop> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // of this session alone: in the folder of the one before, its daemon might still answer
  const runtime = mkdtempSync(path.join(folder, 'run-'));
  const child = spawn('dbus-run-session', ['--', 'sh', '-c', session], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      XDG_DATA_HOME: path.join(folder, 'share'),
      XDG_RUNTIME_DIR: runtime,
      KEYRING_PASSWORD: 'a password of the desktop',
    },
  });
  const ended = once(child, 'close');
  let text = '';
  child.stdout.on('data', (part: Buffer) => {
    text += part.toString();
  });
  while (!text.includes('\n') && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), ended]);
  const address = text.trim();
  if (!address) throw new Error('the session with a keyring did not start');
  return {
    chromium: { switches: ['--password-store=gnome-libsecret'], env: { DBUS_SESSION_BUS_ADDRESS: address } },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}

/** As after a reset: the keyring of the next session is another one. */
export const forgetKeyring = (folder: string) =>
  rmSync(path.join(folder, 'share', 'keyrings'), { recursive: true, force: true });
