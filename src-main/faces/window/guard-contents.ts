import { app, type WebContents } from 'electron';
import { devServer } from './dev-server.ts';
import { urlOf } from './url-of.ts';

/** Whatever shows a page is guarded from the start: it opens no window, holds no other page and stays where it is. */
export const guardAllContents = () =>
  void app.on('web-contents-created', (_event, contents) => guardContents(contents));

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!mayGo(contents, event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!mayGo(contents, event.url, event.isMainFrame)) event.preventDefault();
  });
}

/** Pages that may go from one address to another of the same origin: the demo's invitee walks through the portal. */
const travellers = new WeakMap<WebContents, string>();

/** Lets a page go anywhere within this origin. */
export const letTravelWithin = (contents: WebContents, origin: string) => void travellers.set(contents, origin);

function mayGo(contents: WebContents, address: string, isMainFrame: boolean): boolean {
  // a mail's preview is a frame whose content the page itself gives
  if (!isMainFrame) return address === 'about:srcdoc';
  const within = travellers.get(contents) ?? devServer;
  return within !== undefined && urlOf(address)?.origin === urlOf(within)?.origin;
}
