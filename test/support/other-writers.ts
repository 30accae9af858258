import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { usualBusyMilliseconds } from '../../src-main/database/open.ts';

const require = createRequire(import.meta.url);

/** Writes once when it is told to, and says how that ended. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const Database = require(workerData.library);
const db = new Database(workerData.file, { timeout: workerData.timeout });
const write = db.prepare("INSERT INTO change_log (at, tags) VALUES (1, 'jobs')");
parentPort.once('message', () => {
  let answer = 'written';
  try { write.run(); } catch (error) { answer = error.code; }
  db.close();
  parentPort.postMessage(answer);
});
parentPort.postMessage('ready');
`;

/**
 * Connections in threads of their own that wait for the lock of writing as another process does.
 * @returns once all are open; `write` tells how each of their attempts ended: `written` or the code of SQLite
 */
export async function otherWriters(file: string, n: number): Promise<{ write: () => Promise<string[]> }> {
  const workerData = { file, library: require.resolve('better-sqlite3'), timeout: usualBusyMilliseconds };
  const workers = Array.from({ length: n }, () => new Worker(program, { eval: true, workerData }));
  onTestFinished(async () => void (await Promise.all(workers.map((worker) => worker.terminate()))));
  const answers = () => Promise.all(workers.map(async (worker) => ((await once(worker, 'message')) as [string])[0]));
  await answers();
  return {
    write() {
      const answered = answers();
      for (const worker of workers) worker.postMessage('write');
      return answered;
    },
  };
}
