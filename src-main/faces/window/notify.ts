import type { DesktopPort } from './desktop/port.ts';

/**
 * Shows a system notification; a click brings the window to the front.
 * @param inSight the window already says it: nothing is shown while it has the focus
 * @returns once it is gone, whether it was clicked; false at once where none is shown
 */
export async function notify(port: DesktopPort, title: string, body: string, inSight: boolean): Promise<boolean> {
  if ((inSight && port.isFocused()) || !port.notificationsOffered()) return false;
  const clicked = await port.notify(title, body);
  if (clicked) port.showWindow();
  return clicked;
}
