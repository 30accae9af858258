/** How far long work is, as a taskbar can show it. */
export interface Progress {
  readonly mode: 'none' | 'normal' | 'indeterminate' | 'paused' | 'error';
  /** From 0 to 1. */
  readonly value: number;
}

/** An entry of the tray's menu; without `run` it only says something. */
export interface TrayItem {
  readonly label: string;
  readonly run?: () => void;
}

export interface Tray {
  readonly tooltip: string;
  /** Groups of entries, with a line between them. */
  readonly groups: readonly (readonly TrayItem[])[];
  /** What a click on the icon does, where the system has no menu come of it. */
  readonly onClick: () => void;
}

/**
 * All that Gatehouse asks of the desktop around its window. What is asked when is decided by who calls it, and tested there;
 * whoever implements it decides nothing.
 */
export interface DesktopPort {
  /** Whether something on this desktop shows icons of programs. */
  readonly trayOffered: () => Promise<boolean>;
  /** Shows the icon, or puts another menu in the place of the one before. */
  readonly showTray: (tray: Tray) => void;
  readonly hideTray: () => void;
  /** In the taskbar, on the window's button; on macOS on the icon in the dock. */
  readonly showProgress: (progress: Progress) => void;
  /** How many wait, on the icon in the dock; 0 takes it away. */
  readonly showBadge: (count: number) => void;
  /** Null where the system has no such thing. */
  readonly startsAtLogin: () => boolean | null;
  /** @throws where it cannot be written */
  readonly setStartAtLogin: (on: boolean) => void;
  readonly notificationsOffered: () => boolean;
  /** Shows a notification. @returns once it is gone, whether it was clicked */
  readonly notify: (title: string, body: string) => Promise<boolean>;
  /** Whether somebody works in the window. */
  readonly isFocused: () => boolean;
  /** Brings the console's window to the front, wherever it is. */
  readonly showWindow: () => void;
  readonly hideWindow: () => void;
  /** Says something that must be read, over the window; resolves when it was. */
  readonly say: (title: string, text: string) => Promise<void>;
  /** The computer goes to sleep, or its screen is locked. @returns how to stop listening */
  readonly onAway: (listener: () => void) => () => void;
  /** The computer wakes up. @returns how to stop listening */
  readonly onBack: (listener: () => void) => () => void;
  readonly quit: () => void;
}
