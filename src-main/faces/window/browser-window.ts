import path from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { closedIn } from './closed-in.ts';
import { pageAddress } from './page-scheme.ts';
import type { Bounds, PreferenceStore } from './preferences.ts';

const usual = { width: 1280, height: 800 };
const least = { width: 900, height: 600 };

interface Opening {
  /** Begins out of sight: the tray brings it back. */
  readonly hidden: boolean;
  /** Asked when the window is told to close: false where it is hidden, or the user is asked, instead. */
  readonly closing: () => boolean;
}

/** The console's window, at its last place, shown once there is something to see. */
export function openWindow(preferences: PreferenceStore, { hidden, closing }: Opening): BrowserWindow {
  const { bounds, maximized } = preferences.place();
  const window = new BrowserWindow({
    ...(bounds && onScreen(bounds) ? bounds : usual),
    minWidth: least.width,
    minHeight: least.height,
    useContentSize: true,
    show: false,
    autoHideMenuBar: true,
    title: 'Gatehouse',
    // elsewhere the program's own file holds the icon
    ...(process.platform === 'linux'
      ? { icon: path.join(app.getAppPath(), 'resources', 'icons', 'gatehouse', '256.png') }
      : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#191b20' : '#ffffff',
    webPreferences: {
      ...closedIn,
      zoomFactor: preferences.get().zoom ?? 1,
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
    },
  });
  if (maximized) window.maximize();
  if (!hidden) window.once('ready-to-show', () => window.show());
  // Chromium keeps its own zoom for the address, and may have forgotten ours or kept another
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(preferences.get().zoom ?? 1));
  window.on('close', (event) => {
    const { x, y } = window.getNormalBounds();
    const [width = usual.width, height = usual.height] = window.getContentSize();
    preferences.savePlace({ bounds: { x, y, width, height }, maximized: window.isMaximized() });
    if (!closing()) event.preventDefault();
  });
  void window.loadURL(pageAddress);
  return window;
}

/** A screen may be gone since the window was last closed. */
function onScreen({ x, y, width, height }: Bounds): boolean {
  const { workArea } = screen.getDisplayMatching({ x, y, width, height });
  return (
    x + width > workArea.x && x < workArea.x + workArea.width && y >= workArea.y && y < workArea.y + workArea.height
  );
}
