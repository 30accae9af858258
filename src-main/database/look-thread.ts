import { parentPort, workerData } from 'node:worker_threads';
import { GatehouseError } from '#contract/errors.ts';
import { connectToReadThrough } from './backup.ts';
import type { Look, LookedAt } from './look-through.ts';
import { sqliteTrouble } from './trouble.ts';

// The thread that checks a database (look-through.ts).

const { file } = workerData as Look;
parentPort?.postMessage(lookedAt());

function lookedAt(): LookedAt {
  try {
    check();
    return { ok: true };
  } catch (error) {
    const trouble = error instanceof GatehouseError ? error : sqliteTrouble(error, file);
    if (!trouble) return { ok: false, defect: String(error) };
    const { code, data } = trouble;
    return { ok: false, trouble: { code, data } };
  }
}

function check(): void {
  const connection = connectToReadThrough(file);
  const damaged = (detail: string) => new GatehouseError('file-damaged', { file, detail });
  try {
    const found = connection.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw damaged(String(found));
    const [loose] = connection.pragma('foreign_key_check') as { table: string; parent: string }[];
    if (loose) throw damaged(`a row of ${loose.table} refers to one of ${loose.parent} that is not there`);
  } finally {
    connection.close();
  }
}
