import { type BrowserWindow, powerMonitor } from 'electron';
import { createIdleLock } from './idle-lock.ts';

const everyMilliseconds = 5000;

/** Lets a window lock itself when it is left alone. Ends with the window. */
export function watchIdle(window: BrowserWindow, minutes: () => number, lock: () => void): void {
  const idle = createIdleLock({ minutes, now: Date.now, lock });
  window.webContents.on('input-event', idle.touched);
  powerMonitor.on('suspend', idle.away);
  powerMonitor.on('lock-screen', idle.away);
  powerMonitor.on('resume', idle.check);
  const timer = setInterval(idle.check, everyMilliseconds);
  window.once('closed', () => {
    clearInterval(timer);
    powerMonitor.off('suspend', idle.away);
    powerMonitor.off('lock-screen', idle.away);
    powerMonitor.off('resume', idle.check);
  });
}
