import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { xdgAutostart } from '../../../../src-main/faces/window/desktop/autostart.ts';

let config: string;
beforeEach(() => {
  config = mkdtempSync(path.join(tmpdir(), 'gatehouse-autostart-'));
});
afterEach(() => rmSync(config, { recursive: true, force: true }));
const fileIn = (folder: string) => path.join(folder, 'autostart', 'gatehouse.desktop');

it('writes the file that Linux desktops read at login, and removes it again', () => {
  const login = xdgAutostart(['/opt/gatehouse/gatehouse', '--hidden'], { XDG_CONFIG_HOME: config });
  expect(login.isOn()).toBe(false);
  login.set(true);
  expect(login.isOn()).toBe(true);
  expect(readFileSync(fileIn(config), 'utf8')).toBe(
    [
      '[Desktop Entry]',
      'Type=Application',
      'Name=Gatehouse',
      'Exec=/opt/gatehouse/gatehouse --hidden',
      'Terminal=false',
      'X-GNOME-Autostart-enabled=true',
      '',
    ].join('\n'),
  );
  login.set(false);
  login.set(false);
  expect(login.isOn()).toBe(false);
});

it.each([
  ['/opt/my apps/gate', '"/opt/my apps/gate"'],
  ['/opt/100%/gate', '"/opt/100%%/gate"'],
  ['/opt/a"b/gate', '"/opt/a\\\\"b/gate"'],
  ['/opt/$HOME/`id`', '"/opt/\\\\$HOME/\\\\`id\\\\`"'],
  ['/opt/a\\b', '"/opt/a\\\\\\\\b"'],
])('quotes the program %s so that neither a shell nor the desktop entry reads more into it', (program, expected) => {
  xdgAutostart([program], { XDG_CONFIG_HOME: config }).set(true);
  expect(/^Exec=(.*)$/m.exec(readFileSync(fileIn(config), 'utf8'))?.[1]).toBe(expected);
});

it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('is off where a desktop’s settings wrote %s', (line) => {
  const login = xdgAutostart(['/opt/gate'], { XDG_CONFIG_HOME: config });
  login.set(true);
  writeFileSync(fileIn(config), `[Desktop Entry]\nExec=/opt/gate\n${line}\n`);
  expect(login.isOn()).toBe(false);
  login.set(true);
  expect(login.isOn()).toBe(true);
});
