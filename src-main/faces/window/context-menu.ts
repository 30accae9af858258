import { clipboard, Menu, type WebContents } from 'electron';
import type { Messages } from '#contract/messages/index.ts';
import { contextMenuOf } from './context-items.ts';

/** Shows the system's own context menu on texts and links. */
export function offerContextMenu(contents: WebContents, words: () => Messages): void {
  contents.on('context-menu', (_event, params) => {
    const items = contextMenuOf(params, words(), (text) => clipboard.writeText(text));
    if (items.length > 0) Menu.buildFromTemplate([...items]).popup();
  });
}
