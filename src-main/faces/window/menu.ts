import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { channels } from '#contract/desktop.ts';
import type { Messages } from '#contract/messages/index.ts';
import { devServer } from './dev-server.ts';

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/**
 * The usual deeds of text and windows, in the language of the window: outside of macOS Electron names its roles in English
 * alone. Its preset would add a Help menu that leads to its website; ours asks the page for the help that belongs to it. Developers' tools only while the page comes from the
 * development server.
 */
export function setMenu({ desktop: { menu: say } }: Messages): void {
  const mac = process.platform === 'darwin';
  const developing = devServer !== undefined;
  const tools: Item[] = [{ role: 'reload' }, { role: 'toggleDevTools' }, line];
  const edit: Item[] = [
    { role: 'undo', label: say.undo },
    { role: 'redo', label: say.redo },
    line,
    { role: 'cut', label: say.cut },
    { role: 'copy', label: say.copy },
    { role: 'paste', label: say.paste },
    { role: 'delete', label: say.delete },
    line,
    { role: 'selectAll', label: say.selectAll },
  ];
  const view: Item[] = [
    { role: 'resetZoom', label: say.resetZoom },
    { role: 'zoomIn', label: say.zoomIn },
    { role: 'zoomOut', label: say.zoomOut },
    line,
    { role: 'togglefullscreen', label: say.fullScreen },
  ];
  const closing: Item = mac ? { role: 'close', label: say.close } : { role: 'quit', label: say.quit };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ label: app.name, role: 'appMenu' as const }] : []),
      { label: say.file, submenu: [closing] },
      { label: say.edit, submenu: edit },
      { label: say.view, submenu: [...(developing ? tools : []), ...view] },
      {
        label: say.window,
        submenu: [
          { role: 'minimize', label: say.minimize },
          { role: 'close', label: say.close },
        ],
      },
      { label: say.help, role: 'help', submenu: [{ label: say.helpPages, accelerator: 'F1', click: askForHelp }] },
    ]),
  );
}

/** The page in front, or the only one when none has the focus, shows its help. */
function askForHelp(): void {
  const windows = BrowserWindow.getAllWindows().filter((window) => !window.getParentWindow());
  const front = windows.find((window) => window.isFocused()) ?? windows[0];
  front?.webContents.send(channels.help);
}
