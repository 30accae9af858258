import { app, type Session } from 'electron';
import { devServer } from './dev-server.ts';
import { urlOf } from './url-of.ts';

/** An origin that a session may ask; the console's page needs none, its files are answered by the main process. */
type Allowed = (url: URL) => boolean;

/** What needs no network: the page's own files, what a page holds itself, and the tools of developers. */
const local = new Set(['app:', 'data:', 'blob:', 'devtools:', 'about:']);

const isDevServer = (url: URL) => {
  if (!devServer) return false;
  const { host } = new URL(devServer);
  return url.host === host && ['http:', 'ws:'].includes(url.protocol);
};

/** Every session there will ever be is guarded from its beginning. Call before Electron is ready. */
export const guardSessions = () => void app.on('session-created', (session) => guardSession(session, () => false));

/**
 * Grants no permission, saves no file, and lets nothing leave the computer but what `allowed` names.
 * Calling it again for a session puts another rule in the place of the one before.
 */
export function guardSession(session: Session, allowed: Allowed): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // on Linux and Windows a dictionary would be downloaded as soon as somebody types
  session.setSpellCheckerEnabled(false);
  session.removeListener('will-download', refuseDownload);
  session.on('will-download', refuseDownload);
  session.webRequest.onBeforeRequest((request, answer) => {
    const url = urlOf(request.url);
    answer({ cancel: !url || !(local.has(url.protocol) || isDevServer(url) || allowed(url)) });
  });
}

/** Files are saved through a dialog of the main process. */
const refuseDownload = (event: Electron.Event) => event.preventDefault();
