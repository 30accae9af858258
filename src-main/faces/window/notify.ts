import { BrowserWindow, Notification } from 'electron';

/** Those on screen: nothing else keeps them until they are clicked. */
const shown = new Set<Notification>();

/**
 * Shows a notification of the system; a click brings the window to the front.
 * @param inSight the window says it already: nothing is shown while it has the focus
 * @returns once it is gone, whether it was clicked; false at once where none is shown
 */
export function notify(title: string, body: string, inSight: boolean): Promise<boolean> {
  const focused = BrowserWindow.getFocusedWindow() !== null;
  if ((inSight && focused) || !Notification.isSupported()) return Promise.resolve(false);
  const notification = new Notification({ title, body });
  shown.add(notification);
  return new Promise((resolve) => {
    const end = (clicked: boolean) => {
      shown.delete(notification);
      if (clicked) toFront();
      resolve(clicked);
    };
    notification.once('click', () => end(true));
    notification.once('close', () => end(false));
    notification.once('failed', () => end(false));
    notification.show();
  });
}

/** Brings the console's window to the front, wherever it is. */
export function toFront(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}
