import type { BrowserWindow } from 'electron';
import type { DesktopPort } from './desktop/port.ts';
import { createIdleLock } from './idle-lock.ts';

const everyMilliseconds = 5000;

/** Lets a window lock itself when it is left alone. Ends with the window. */
export function watchIdle(port: DesktopPort, window: BrowserWindow, minutes: () => number, lock: () => void): void {
  const idle = createIdleLock({ minutes, now: Date.now, lock });
  window.webContents.on('input-event', idle.touched);
  const stops = [port.onAway(idle.away), port.onBack(idle.check)];
  const timer = setInterval(idle.check, everyMilliseconds);
  window.once('closed', () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  });
}
