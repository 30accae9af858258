import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { Messages } from '#contract/messages/index.ts';

type Item = MenuItemConstructorOptions;
type Params = Pick<ContextMenuParams, 'isEditable' | 'editFlags' | 'linkURL' | 'selectionText'>;

/** The actions for what was clicked; none where there is nothing to do. The page itself shows the menus of rows. */
export function contextMenuOf(params: Params, { desktop }: Messages, copy: (text: string) => void): readonly Item[] {
  const { menu: say } = desktop;
  const { isEditable, editFlags, linkURL, selectionText } = params;
  if (isEditable) {
    return [
      { role: 'undo', label: say.undo, enabled: editFlags.canUndo },
      { role: 'redo', label: say.redo, enabled: editFlags.canRedo },
      { type: 'separator' },
      { role: 'cut', label: say.cut, enabled: editFlags.canCut },
      { role: 'copy', label: say.copy, enabled: editFlags.canCopy },
      { role: 'paste', label: say.paste, enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: say.selectAll, enabled: editFlags.canSelectAll },
    ];
  }
  const items: Item[] = [];
  const address = addressIn(linkURL);
  if (address) items.push({ label: say.copyAddress, click: () => copy(address) });
  if (selectionText.trim()) items.push({ role: 'copy', label: say.copy, enabled: editFlags.canCopy });
  return items;
}

/** What somebody would paste elsewhere; a link within the window is no address. */
function addressIn(link: string): string | undefined {
  if (link.startsWith('mailto:')) return decoded(link.slice('mailto:'.length).split('?')[0] ?? '');
  return /^https?:/.test(link) ? link : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
