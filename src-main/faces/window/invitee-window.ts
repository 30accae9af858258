import { BrowserWindow } from 'electron';

/**
 * The demo's invitee: a browser of its own beside the console, with a session that nobody else has and that is forgotten
 * with it. So links can be tried where no browser is set up, and never in the one where somebody is signed in.
 */
export function openInvitee(url: string): void {
  const [parent] = BrowserWindow.getAllWindows();
  const window = new BrowserWindow({
    ...(parent ? { parent } : {}),
    width: 720,
    height: 860,
    autoHideMenuBar: true,
    webPreferences: {
      partition: `invitee-${Date.now()}`,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  const { origin } = new URL(url);
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event, to) => {
    if (new URL(to).origin !== origin) event.preventDefault();
  });
  void window.loadURL(url);
}
