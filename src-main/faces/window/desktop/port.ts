/** How far long work has come, as a taskbar can show it. */
export interface Progress {
  readonly mode: 'none' | 'normal' | 'indeterminate' | 'paused' | 'error';
  /** From 0 to 1. */
  readonly value: number;
}

/** An entry of the tray's menu; without `run` it is only a text. */
export interface TrayItem {
  readonly label: string;
  readonly run?: () => void;
}

export interface Tray {
  readonly tooltip: string;
  /** Groups of entries, with a line between them. */
  readonly groups: readonly (readonly TrayItem[])[];
  /** What a click on the icon does, on systems where it does not open the menu. */
  readonly onClick: () => void;
}

/**
 * All that Gatehouse asks of the desktop around its window. The callers decide what to ask and when, and are tested for it;
 * the implementations decide nothing.
 */
export interface DesktopPort {
  /** Whether something on this desktop shows tray icons. */
  readonly trayOffered: () => Promise<boolean>;
  /** Shows the icon, or replaces its menu. */
  readonly showTray: (tray: Tray) => void;
  readonly hideTray: () => void;
  /** On the window's button in the taskbar; on macOS on the icon in the dock. */
  readonly showProgress: (progress: Progress) => void;
  /** A count on the icon in the dock; 0 removes it. */
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
  /** Says something that must be read, in a dialog over the window; resolves when it was. */
  readonly say: (title: string, text: string) => Promise<void>;
  /** The computer goes to sleep, or its screen is locked. @returns what stops listening */
  readonly onAway: (listener: () => void) => () => void;
  /** The computer wakes up. @returns what stops listening */
  readonly onBack: (listener: () => void) => () => void;
  readonly quit: () => void;
}
