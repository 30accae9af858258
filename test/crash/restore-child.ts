// Runs under plain Node: lets a staged workspace take its place, and is killed by itself at the named point.
import { applyRestore, finishRestore } from '../../src-main/features/backups/swap.ts';

const { folder, point, begun } = JSON.parse(process.argv[2] ?? '') as {
  readonly folder: string;
  readonly point: string;
  /** An earlier process was killed while it did this. */
  readonly begun: boolean;
};
const reach = (at: string) => {
  if (at === point) process.kill(process.pid, 'SIGKILL');
};
if (begun) finishRestore(folder, reach);
else applyRestore(folder, Date.UTC(2026, 10, 20), reach);
