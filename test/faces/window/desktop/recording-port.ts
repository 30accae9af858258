import type { DesktopPort, Tray } from '../../../../src-main/faces/window/desktop/port.ts';

/** A desktop that records what it is asked for, and does what a test says. */
export function recordingPort(given: { tray?: boolean } = {}) {
  const calls: unknown[][] = [];
  const desk = { tray: given.tray ?? true, shown: undefined as Tray | undefined, focused: false };
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args]);
  const port: DesktopPort = {
    trayOffered: async () => desk.tray,
    showTray(tray) {
      desk.shown = tray;
      calls.push(['showTray', tray.tooltip, tray.groups.map((group) => group.map(({ label }) => label))]);
    },
    hideTray: note('hideTray'),
    showProgress: note('showProgress'),
    showBadge: note('showBadge'),
    startsAtLogin: () => false,
    setStartAtLogin: note('setStartAtLogin'),
    notificationsOffered: () => true,
    async notify(...args) {
      calls.push(['notify', ...args]);
      return true;
    },
    isFocused: () => desk.focused,
    showWindow: note('showWindow'),
    hideWindow: note('hideWindow'),
    async say(title) {
      calls.push(['say', title]);
    },
    onAway: () => () => {},
    onBack: () => () => {},
    quit: note('quit'),
  };
  /** What was asked for since the last look. */
  const since = () => calls.splice(0);
  return { port, desk, since };
}
