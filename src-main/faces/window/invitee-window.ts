import { BrowserWindow, session } from 'electron';
import { closedIn } from './closed-in.ts';
import { letTravelWithin } from './guard-contents.ts';
import { guardSession } from './guard-session.ts';

/**
 * The demo's invitee: a separate browser beside the console, with its own session that is forgotten when it closes. So links
 * can be tried where no browser is set up, and never in one where somebody is signed in. It reaches the demo's portal and
 * nothing else, and has no preload script.
 */
export function openInvitee(url: string): void {
  const { origin } = new URL(url);
  const partition = `invitee-${Date.now()}`;
  guardSession(session.fromPartition(partition), (asked) => asked.origin === origin);
  const [parent] = BrowserWindow.getAllWindows();
  const window = new BrowserWindow({
    ...(parent ? { parent } : {}),
    width: 720,
    height: 860,
    autoHideMenuBar: true,
    webPreferences: { ...closedIn, partition },
  });
  letTravelWithin(window.webContents, origin);
  void window.loadURL(url);
}
