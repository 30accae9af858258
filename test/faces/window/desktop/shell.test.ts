import { beforeEach, describe, expect, it } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import type { Asked } from '#contract/shell.ts';
import { createShell } from '../../../../src-main/faces/window/desktop/shell.ts';
import { notify } from '../../../../src-main/faces/window/notify.ts';
import { recordingPort } from './recording-port.ts';

const words = messagesIn('en');
const { tray: say } = words.desktop;
const failed = { title: '2 mails could not be delivered', href: '/outbox?state=failed' };
const expiring = { title: '4 guests lose access soon', href: '/guests?guests=expiring' };

function setting(wanted: boolean, given: { tray?: boolean } = {}) {
  const { port, desk, since } = recordingPort(given);
  const kept = { tray: wanted, told: false };
  const asked: Asked[] = [];
  const shell = createShell({
    port,
    words: () => words,
    remembered: { tray: () => kept.tray, toldOfTray: () => kept.told, saveToldOfTray: () => (kept.told = true) },
    ask: (what) => void asked.push(what),
    quit: port.quit,
  });
  return { shell, desk, since, kept, asked };
}
const choose = (desk: ReturnType<typeof setting>['desk'], label: string) =>
  desk.shown?.groups
    .flat()
    .find((item) => item.label === label)
    ?.run?.();

describe('the tray', () => {
  let s: ReturnType<typeof setting>;
  beforeEach(async () => {
    s = setting(true);
    await s.shell.begin();
  });

  it('says nothing of what is due while nobody is signed in', () => {
    expect(s.since()).toEqual([['showTray', `Gatehouse: ${say.closed}`, [[say.closed], [say.open, say.quit]]]]);
  });

  it('shows what is due with the count on the icon, once for each change', () => {
    s.since();
    s.shell.tell({ due: [failed, expiring] });
    s.shell.tell({ due: [{ ...failed }, { ...expiring }] });
    expect(s.since()).toEqual([
      [
        'showTray',
        `Gatehouse: ${say.due(2)}`,
        [
          [failed.title, expiring.title],
          [say.open, say.quit],
        ],
      ],
      ['showBadge', 2],
    ]);
    s.shell.tell({ due: [] });
    expect(s.since()).toEqual([
      ['showTray', `Gatehouse: ${say.nothing}`, [[say.nothing], [say.open, say.quit]]],
      ['showBadge', 0],
    ]);
  });

  it('leads to the page that settles it, opens the window, and quits the application', () => {
    s.shell.tell({ due: [failed] });
    s.since();
    choose(s.desk, failed.title);
    expect(s.since()).toEqual([['showWindow']]);
    expect(s.asked).toEqual([{ href: failed.href }]);
    choose(s.desk, say.open);
    choose(s.desk, say.quit);
    expect(s.since()).toEqual([['showWindow'], ['quit']]);
  });

  it('forgets what is due when the window is locked or the page begins anew, and goes when its setting is turned off', () => {
    s.shell.tell({ due: [failed] });
    s.since();
    s.shell.tell({ due: null });
    expect(s.since().map(([name]) => name)).toEqual(['showTray', 'showBadge']);
    s.shell.tell({ due: [failed] });
    s.since();
    s.shell.forget();
    expect(s.since().map(([name]) => name)).toEqual(['showTray', 'showBadge']);
    s.kept.tray = false;
    s.shell.refresh();
    s.shell.refresh();
    expect(s.since()).toEqual([['hideTray']]);
  });

  it('is not there where the setting is off or the desktop has none', async () => {
    for (const other of [setting(false), setting(true, { tray: false })]) {
      await other.shell.begin();
      other.shell.tell({ due: [failed] });
      expect(other.since()).toEqual([]);
      expect(other.shell.staying()).toBe(false);
    }
  });

  it('goes and comes back with the desktop’s own tray', async () => {
    s.since();
    s.desk.tray = false;
    expect(await s.shell.surroundings()).toEqual({ tray: false, startsAtLogin: false });
    expect(s.since()).toEqual([['hideTray']]);
    expect(s.shell.closing()).toBe(true);
    s.desk.tray = true;
    await s.shell.surroundings();
    expect(s.since().map(([name]) => name)).toEqual(['showTray']);
  });
});

describe('closing the window', () => {
  it('only hides it while the tray is on, and says so once', async () => {
    const { shell, since } = setting(true);
    await shell.begin();
    since();
    expect(shell.closing()).toBe(false);
    await Promise.resolve();
    expect(since()).toEqual([['say', say.stays.title], ['hideWindow']]);
    expect(shell.closing()).toBe(false);
    expect(since()).toEqual([['hideWindow']]);
  });

  it('quits the application without a tray, and when somebody chose to quit', async () => {
    const without = setting(false);
    await without.shell.begin();
    expect(without.shell.closing()).toBe(true);
    const { shell } = setting(true);
    await shell.begin();
    shell.leave();
    expect(shell.closing()).toBe(true);
  });

  it('asks first if something is typed and not saved, unless the application ends by itself', async () => {
    const { shell, since, asked } = setting(true);
    await shell.begin();
    shell.tell({ unsaved: true });
    since();
    shell.leave();
    expect(shell.closing()).toBe(false);
    expect([since(), asked]).toEqual([[['showWindow']], [{ closing: true }]]);
    // they stayed, and the window's corner only hides it again
    expect(shell.closing()).toBe(false);
    await Promise.resolve();
    expect(since().at(-1)).toEqual(['hideWindow']);
    shell.tell({ works: [] });
    shell.leave();
    expect(shell.closing()).toBe(false);
    shell.forget();
    shell.leave();
    expect(shell.closing()).toBe(true);
    shell.tell({ unsaved: true });
    shell.end();
    expect(shell.closing()).toBe(true);
  });
});

describe('long work', () => {
  const running = (done: number, total: number | null) => ({ done, total, state: 'running' as const });

  it('is shown from its beginning to its end, a percent at a time', () => {
    const { shell, since } = setting(false);
    for (const done of [0, 1, 9, 10, 500, 1000]) shell.tell({ works: [running(done, 1000)] });
    shell.tell({ works: [] });
    shell.tell({ works: [] });
    expect(since()).toEqual([
      ...[0, 0.01, 0.5, 1].map((value) => ['showProgress', { mode: 'normal', value }]),
      ['showProgress', { mode: 'none', value: 0 }],
    ]);
  });

  it('is cleared when the page that reported it is gone', () => {
    const { shell, since } = setting(false);
    shell.tell({ works: [running(0, null)] });
    shell.forget();
    expect(since()).toEqual([
      ['showProgress', { mode: 'indeterminate', value: 0 }],
      ['showProgress', { mode: 'none', value: 0 }],
    ]);
  });
});

describe('a notification', () => {
  it('brings the window to the front when it is clicked, and is not shown while the window has the focus', async () => {
    const { port, desk, since } = recordingPort();
    expect(await notify(port, 'Example', '4 guests', true)).toBe(true);
    expect(since()).toEqual([['notify', 'Example', '4 guests'], ['showWindow']]);
    desk.focused = true;
    expect(await notify(port, 'Example', '4 guests', true)).toBe(false);
    expect(since()).toEqual([]);
    expect(await notify(port, 'Example', '4 guests', false)).toBe(true);
  });
});
