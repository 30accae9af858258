import { BrowserWindow } from 'electron';
import { channels } from '#contract/desktop.ts';
import type { Tag } from '#contract/operation.ts';
import type { Asked } from '#contract/shell.ts';
import type { UpdateState } from '#contract/updates.ts';
import { isOwnPage } from './page-scheme.ts';

function send(channel: string, what: unknown): void {
  for (const window of BrowserWindow.getAllWindows())
    if (!window.isDestroyed() && isOwnPage(window.webContents.mainFrame)) window.webContents.send(channel, what);
}

/** Tells every window what changed. */
export const tellPages = (tags: readonly Tag[]) => send(channels.changes, tags);

/** Asks the page for something that was chosen outside it. */
export const askPage = (asked: Asked) => send(channels.asked, asked);

/** Tells every window the state of updates. */
export const tellUpdates = (state: UpdateState) => send(channels.updates, state);
