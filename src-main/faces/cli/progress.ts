import { visible } from './output.ts';

export interface Progress {
  readonly show: (done: number, total: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const width = 24;

/** How far something long is, on one line of standard error that renews itself; nothing at all where that is no terminal. */
export function createProgress(label: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY || process.env.TERM === 'dumb') return { show: () => undefined, end: () => undefined };
  let shown = false;
  return {
    show(done, total) {
      if (total === 0) return;
      const full = Math.min(width, Math.floor((done / total) * width));
      stream.write(`\r\u001b[K${visible(label)} [${'#'.repeat(full)}${'.'.repeat(width - full)}] ${done}/${total}`);
      shown = true;
    },
    end() {
      if (shown) stream.write('\r\u001b[K');
    },
  };
}
