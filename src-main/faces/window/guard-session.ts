import { app, type Session } from 'electron';
import { devServer } from './dev-server.ts';
import { urlOf } from './url-of.ts';

/** Whether a session may request a URL; the console's page needs none, since the main process serves its files. */
type Allowed = (url: URL) => boolean;

/** What needs no network: the page's own files, what a page holds itself, and the developer tools. */
const local = new Set(['app:', 'data:', 'blob:', 'devtools:', 'about:']);

const isDevServer = (url: URL) => {
  if (!devServer) return false;
  const { host } = new URL(devServer);
  return url.host === host && ['http:', 'ws:'].includes(url.protocol);
};

/** Every session is guarded from the start. Call before Electron is ready. */
export const guardSessions = () => void app.on('session-created', (session) => guardSession(session, () => false));

/**
 * Grants no permission, saves no file, and lets no request leave the computer except those that `allowed` permits.
 * Calling it again for a session replaces the rule.
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
