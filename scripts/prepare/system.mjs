import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { inRoot } from './paths.mjs';
import { step, Trouble } from './report.mjs';
import { quietly } from './run.mjs';

/** A thing the system must have, how to detect it, and the Debian packages that provide it. */
/** @typedef {{what: string, packages: readonly string[], has: () => boolean}} Need */

/** Libraries that Electron loads, by the name the linker knows. A second package name: since Debian 13, Ubuntu 24.04. */
const libraries = {
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdrm.so.2': ['libdrm2'],
  'libgbm.so.1': ['libgbm1'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnotify.so.4': ['libnotify4'],
  'libnss3.so': ['libnss3'],
  'libsecret-1.so.0': ['libsecret-1-0'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXrandr.so.2': ['libxrandr2'],
};

/** What a Debian package with a window has to depend on; one of each. */
export const libraryPackages = Object.values(libraries);

/** The Debian packages of commands whose package has a different name. */
const packageOfCommand = new Map([
  ['Xvfb', 'xvfb'],
  ['dbus-run-session', 'dbus'],
  ['dpkg-deb', 'dpkg'],
  ['gnome-keyring-daemon', 'gnome-keyring'],
  ['xdg-open', 'xdg-utils'],
  ['xz', 'xz-utils'],
]);

/** What an Electron window needs, including a virtual display if there is none. @param {{display: boolean}} has */
export async function ensureWindowSystem({ display }) {
  if (process.platform !== 'linux') return;
  const commands = display ? [] : [commandNeed('Xvfb')];
  await ensure([...libraryNeeds(), ...commands], 'to open a window');
}

/**
 * @param {readonly string[]} commands programs that must be on the PATH
 * @param {string} why
 */
export async function ensureCommands(commands, why) {
  if (process.platform !== 'linux') return;
  await ensure(commands.map(commandNeed), why);
}

/** Chromium for the portal's tests (elsewhere Playwright's own is used, see playwright.config.ts). */
export async function ensureChromium() {
  if (process.platform !== 'linux' || isUbuntu(osRelease())) return;
  await ensure([{ what: 'Chromium', packages: ['chromium'], has: () => Boolean(findChromium()) }], 'for the tests');
}

/** A session bus and a keyring on it, for the tests of a key stored in one. */
export const ensureKeyring = () => ensureCommands(['dbus-run-session', 'gnome-keyring-daemon'], 'for the tests');

/** The third-party SMTP server that the mail tests talk to. */
export async function ensureForeignSmtpServer() {
  if (process.platform !== 'linux') return;
  const what = 'aiosmtpd of Python';
  await ensure([{ what, packages: ['python3-aiosmtpd'], has: () => Boolean(findPythonWithSmtp()) }], 'for the tests');
}

/** @returns {string | undefined} */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  return [named, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => file && existsSync(file));
}

/** A Python that can run aiosmtpd: a version manager's Python may hide the system's. @returns {string | undefined} */
export function findPythonWithSmtp() {
  return ['/usr/bin/python3', 'python3'].find(
    (python) => spawnSync(python, ['-c', 'import aiosmtpd'], { stdio: 'ignore' }).status === 0,
  );
}

/** @param {readonly Need[]} needs @param {string} why */
async function ensure(needs, why) {
  const missing = needs.filter((need) => !need.has());
  if (missing.length === 0) return;
  const names = missing.map((need) => need.what).join(', ');
  if (!isDebianLike(osRelease()))
    throw new Trouble(`Missing ${why}: ${names}. Install them with this system's package manager and start again.`);
  const packages = [...new Set(missing.map((need) => pickPackage(need.packages)))];
  if (process.getuid?.() !== 0)
    throw new Trouble(`Missing ${why}: ${names}. Install with:\n  ${installCommand(packages)}`);
  await withLock(inRoot('.cache', 'apt.lock'), () =>
    step(`Installing ${packages.join(', ')} (missing ${why})`, () => aptInstall(packages)),
  );
  const still = missing.filter((need) => !need.has());
  if (still.length > 0) throw new Trouble(`Still missing ${why}: ${still.map((need) => need.what).join(', ')}`);
}

/** @param {readonly string[]} packages */
export const installCommand = (packages) =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/** @param {readonly string[]} packages */
async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  await quietly('apt-get', [...wait, 'update'], { env }).catch(() => ''); // the existing lists may do
  await quietly('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], { env });
}

/** The first name this distribution knows; the last one if apt cannot tell. @param {readonly string[]} names */
function pickPackage(names) {
  const known = names.find((name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0);
  return known ?? /** @type {string} */ (names.at(-1));
}

/** @returns {Need[]} */
function libraryNeeds() {
  let known = linkerCache();
  if (known === undefined) return [];
  return Object.entries(libraries).map(([what, packages]) => ({
    what,
    packages,
    has: () => {
      const found = () => known?.includes(`\t${what} `) ?? true;
      if (!found()) known = linkerCache(); // it may have been installed since
      return found();
    },
  }));
}

/** What the linker knows; undefined on systems without ldconfig, which are then trusted. */
function linkerCache() {
  const tool = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file));
  if (!tool) return undefined;
  const { status, stdout } = spawnSync(tool, ['-p'], { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

/** @param {string} command @returns {Need} */
function commandNeed(command) {
  return {
    what: command,
    packages: [packageOfCommand.get(command) ?? command],
    has: () => (process.env.PATH ?? '').split(path.delimiter).some((folder) => isProgram(folder, command)),
  };
}

/** @param {string} folder @param {string} name */
function isProgram(folder, name) {
  try {
    accessSync(path.join(folder, name), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const osRelease = () => (existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '');

/** @param {string} release the text of /etc/os-release */
export const isDebianLike = (release) => /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);

/** Ubuntu's chromium package only points to a snap. @param {string} release */
const isUbuntu = (release) => /^ID=.*\bubuntu\b/m.test(release);
