import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The usual deeds of text and windows, in the system's own words; Electron's preset would add a Help menu that leads to
 * its website. Developers' tools only while the page comes from the development server.
 */
export function setMenu(): void {
  const mac = process.platform === 'darwin';
  const developing = Boolean(process.env.ELECTRON_RENDERER_URL);
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  const tools: MenuItemConstructorOptions[] = [{ role: 'reload' }, { role: 'toggleDevTools' }, { type: 'separator' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ label: app.name, role: 'appMenu' as const }] : []),
      { role: 'fileMenu' },
      { role: 'editMenu' },
      { role: 'viewMenu', submenu: [...(developing ? tools : []), ...view] },
      { role: 'windowMenu' },
    ]),
  );
}
