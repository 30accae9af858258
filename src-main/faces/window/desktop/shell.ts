import type { Messages } from '#contract/messages/index.ts';
import type { Asked, Due, Told } from '#contract/shell.ts';
import type { DesktopPort, Tray, TrayItem } from './port.ts';
import { progressOf } from './progress.ts';

interface Remembered {
  /** Whether the tray is wanted. */
  readonly tray: () => boolean;
  readonly toldOfTray: () => boolean;
  readonly saveToldOfTray: () => void;
}

interface ShellOptions {
  readonly port: DesktopPort;
  readonly words: () => Messages;
  readonly remembered: Remembered;
  /** Passes what was chosen in the tray on to the page. */
  readonly ask: (asked: Asked) => void;
  /** Ends the application, if its user agrees. */
  readonly quit: () => void;
}

/** Decides what the desktop shows for the page (progress, what is due), and what closing the window does. */
export function createShell({ port, words, remembered, ask, quit }: ShellOptions) {
  let offered = false;
  let leaving = false;
  let ending = false;
  let unsaved = false;
  let due: readonly Due[] | null = null;
  /** What is shown now; setting the same again may make a system flicker, or close an open menu. */
  let tray = '';
  let bar = JSON.stringify(progressOf([]));
  let badge = 0;

  const staying = () => offered && remembered.tray();

  function trayNow(): Tray {
    const { tray: say } = words().desktop;
    const entry = ({ title, href }: Due): TrayItem => ({
      label: title,
      run: () => {
        port.showWindow();
        ask({ href });
      },
    });
    const state = due === null ? say.closed : due.length === 0 ? say.nothing : say.due(due.length);
    return {
      tooltip: `${words().common.product}: ${state}`,
      groups: [
        due && due.length > 0 ? due.map(entry) : [{ label: state }],
        [
          { label: say.open, run: port.showWindow },
          { label: say.quit, run: quit },
        ],
      ],
      onClick: port.showWindow,
    };
  }

  function draw(): void {
    const wanted = staying() ? trayNow() : undefined;
    const look = wanted ? JSON.stringify(wanted) : '';
    if (look !== tray) {
      if (wanted) port.showTray(wanted);
      else port.hideTray();
      tray = look;
    }
    const count = wanted ? (due?.length ?? 0) : 0;
    if (count !== badge) port.showBadge(count);
    badge = count;
  }

  function showWorks(works: NonNullable<Told['works']>): void {
    const progress = progressOf(works);
    const look = JSON.stringify(progress);
    if (look !== bar) port.showProgress(progress);
    bar = look;
  }

  return {
    /** Finds out whether there is a tray, and shows the icon where it is wanted. */
    async begin(): Promise<void> {
      offered = await port.trayOffered();
      draw();
    },
    /** A tray comes and goes with the program that shows it. */
    async surroundings() {
      offered = await port.trayOffered();
      draw();
      return { tray: offered, startsAtLogin: port.startsAtLogin() };
    },
    tell(told: Pick<Told, 'works' | 'due' | 'unsaved'>): void {
      unsaved = told.unsaved ?? unsaved;
      if (told.works) showWorks(told.works);
      if (told.due === undefined) return;
      due = told.due;
      draw();
    },
    /** The page is gone or reloading: what it told no longer applies. */
    forget(): void {
      due = null;
      unsaved = false;
      showWorks([]);
      draw();
    },
    /** Preferences or the language changed. */
    refresh: draw,
    /** Whether a window may start hidden: only where the tray brings it back. */
    staying,
    /** Somebody wants the application to end, not only its window hidden. */
    leave(): void {
      leaving = true;
    },
    /** The application ends, without asking anybody. */
    end(): void {
      ending = true;
    },
    /**
     * The window was told to close.
     * @returns whether it does. With a tray it is only hidden, which is explained the first time, before it goes; where
     * something has been typed in it, the user is asked
     */
    closing(): boolean {
      if (ending) return true;
      if (leaving || !staying()) {
        leaving = false;
        if (!unsaved) return true;
        port.showWindow();
        ask({ closing: true });
        return false;
      }
      const { tray: say } = words().desktop;
      if (remembered.toldOfTray()) port.hideWindow();
      else {
        remembered.saveToldOfTray();
        void port.say(say.stays.title, say.stays.text).then(() => port.hideWindow());
      }
      return false;
    },
  };
}
export type Shell = ReturnType<typeof createShell>;
