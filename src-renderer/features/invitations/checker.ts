import type { OutputOf } from '#contract/index.ts';
import type { PreviewEntry } from '#contract/invitations.ts';
import { longestText } from '#contract/vocabulary/invitations.ts';

/** What is known about a text. */
export interface Checked {
  readonly text: string;
  readonly entries: readonly PreviewEntry[];
  readonly headingLine?: number | undefined;
}
export interface CheckState {
  /** The newest answer; while `checking` it may still be about an earlier text. */
  readonly checked: Checked;
  readonly checking: boolean;
  readonly tooLong: boolean;
  readonly error: unknown;
}

type Check = (text: string) => Promise<OutputOf<'invitations.preview'>>;
interface Waiter {
  readonly resolve: (checked: Checked) => void;
  readonly reject: (reason: unknown) => void;
}

/** Pause in typing after which a check starts, in ms. */
export const checkDelay = 180;

/**
 * Keeps the verdicts close to what is typed. At most one check is under way, because the core would do them one after
 * the other anyway; what is typed meanwhile waits, and only the latest text is then checked.
 */
export class Checker {
  private state: CheckState = { checked: { text: '', entries: [] }, checking: false, tooLong: false, error: null };
  private readonly listeners = new Set<() => void>();
  private readonly waiters: Waiter[] = [];
  private wanted = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private stale = false;
  /** Something changed after the check under way began: its answer may be about how things were. */
  private outdated = false;
  private held = false;
  private readonly check: Check;

  constructor(check: Check) {
    this.check = check;
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly read = () => this.state;

  private tell(patch: Partial<CheckState>) {
    this.state = { ...this.state, ...patch };
    for (const listener of this.listeners) listener();
  }

  /** Takes the current text; it is checked after a pause in typing. */
  ask(text: string): void {
    if (text === this.wanted && !this.stale) return;
    this.wanted = text;
    clearTimeout(this.timer);
    if (text.trim() === '' || text.length > longestText) {
      this.stale = false;
      this.tell({ checked: { text, entries: [] }, checking: false, tooLong: text.length > longestText, error: null });
      this.settle();
      return;
    }
    this.stale = true;
    if (!this.state.checking || this.state.tooLong) this.tell({ checking: true, tooLong: false });
    this.timer = setTimeout(() => void this.run(), checkDelay);
  }

  /** Checks the same text again, because members or rules have changed. */
  again(): void {
    if (this.held || this.wanted.trim() === '' || this.state.tooLong) return;
    this.outdated = this.running;
    if (this.stale) return;
    this.stale = true;
    void this.run();
  }

  /** While a batch is being sent, its own changes do not cause checks; one check follows at the end. */
  hold(held: boolean): void {
    this.held = held;
    if (!held) this.again();
  }

  /** The verdicts on the latest text, at once if they are known already. @throws what the check threw */
  latest(): Promise<Checked> {
    if (!this.stale) return Promise.resolve(this.state.checked);
    clearTimeout(this.timer);
    const found = new Promise<Checked>((resolve, reject) => this.waiters.push({ resolve, reject }));
    void this.run();
    return found;
  }

  /** Forgets a check that has not begun. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.outdated = false;
    const text = this.wanted;
    try {
      const { entries, headingLine } = await this.check(text);
      this.finish(text, { checked: { text, entries, headingLine }, error: null });
    } catch (error) {
      this.finish(text, { error });
    }
  }

  private finish(text: string, patch: Partial<CheckState>): void {
    this.running = false;
    if (this.outdated && this.stale && text === this.wanted) {
      this.tell(patch);
      void this.run();
    } else if (text === this.wanted) {
      this.stale = false;
      this.tell({ ...patch, checking: false });
      this.settle();
    } else if (this.stale) {
      // the answer to a text in between is shown meanwhile: it is closer to the text than the one before
      this.tell(patch);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.run(), this.waiters.length > 0 ? 0 : checkDelay);
    }
  }

  private settle(): void {
    for (const { resolve, reject } of this.waiters.splice(0)) {
      if (this.state.error === null) resolve(this.state.checked);
      else reject(this.state.error);
    }
  }
}
