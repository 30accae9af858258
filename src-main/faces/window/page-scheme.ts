import { protocol, session } from 'electron';
import { devServer } from './dev-server.ts';
import { pageOrigin, pageScheme, servePageFiles } from './page-files.ts';

/** Where the console's page is. */
export const pageAddress = devServer ?? `${pageOrigin}/`;
const ownOrigin = devServer ? new URL(devServer).origin : pageOrigin;

/** Makes `app:` a scheme like `https:`, with its own origin. Electron accepts this only before it is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves this folder's files to the console's own session only. */
export const servePage = (folder: string): void =>
  session.defaultSession.protocol.handle(pageScheme, servePageFiles(folder));

/** Whether a frame is the console's page itself: not a frame within it, nor anything from elsewhere. */
export const isOwnPage = (frame: Electron.WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && frame.origin === ownOrigin;
