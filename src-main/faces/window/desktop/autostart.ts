import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Says that the window may start hidden. */
export const hiddenSwitch = '--hidden';

/**
 * Starting at login where the system has no call for it: a file in the folder of the XDG Desktop Application Autostart
 * Specification, which every Linux desktop reads.
 */
export function xdgAutostart(command: readonly string[], env: NodeJS.ProcessEnv) {
  // the specification: a relative path is ignored
  const config = path.isAbsolute(env.XDG_CONFIG_HOME ?? '')
    ? (env.XDG_CONFIG_HOME ?? '')
    : path.join(homedir(), '.config');
  const file = path.join(config, 'autostart', 'gatehouse.desktop');
  return {
    /** A desktop's own settings may switch the entry off without removing it. */
    isOn: (): boolean =>
      existsSync(file) &&
      !/^(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(readFileSync(file, 'utf8')),
    set(on: boolean): void {
      if (!on) {
        rmSync(file, { force: true });
        return;
      }
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(file, entry(command));
    },
  };
}

const entry = (command: readonly string[]) =>
  `${[
    '[Desktop Entry]',
    'Type=Application',
    'Name=Gatehouse',
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
  ].join('\n')}\n`;

/**
 * By the Desktop Entry Specification: an argument in quotes escapes four characters, `%` is doubled, and since the value is
 * a string, each backslash is written twice.
 */
const quoted = (argument: string) =>
  /^[\w@:/.,+-]+$/.test(argument)
    ? argument
    : `"${argument
        .replaceAll(/["`$\\]/g, '\\$&')
        .replaceAll('\\', '\\\\')
        .replaceAll('%', '%%')}"`;
