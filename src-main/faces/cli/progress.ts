import { visible } from './output.ts';

export interface Progress {
  readonly show: (done: number, total: number) => void;
  /** Removes the line. */
  readonly end: () => void;
}

const width = 24;

/** How far something long has come, on one updating line of standard error; nothing where that is not a terminal. */
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
