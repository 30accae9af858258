import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

const require = createRequire(import.meta.url);

/** Adds and removes people in small transactions, as fast as the disk allows, in a thread of its own. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const Database = require(workerData.library);
const db = new Database(workerData.file, { timeout: 10_000 });
db.pragma('synchronous = OFF');
const add = db.prepare("INSERT INTO person (email, email_key, name, created_at) VALUES (?, ?, ?, ?)");
const drop = db.prepare("DELETE FROM person WHERE id IN (SELECT id FROM person WHERE name LIKE 'writer%' ORDER BY id LIMIT ?)");
let n = 0;
const some = db.transaction(() => {
  for (let i = 0; i < 5; i++) { n++; const email = 'writer' + n + '@example.com'; add.run(email, email, 'writer ' + n + ' ' + 'x'.repeat(500), n); }
  if (n > 2000) drop.run(5);
});
let stop = false;
parentPort.on('message', () => { stop = true; });
const go = () => {
  if (stop) { db.close(); parentPort.postMessage(n); parentPort.close(); return; }
  some();
  if (n === 5) parentPort.postMessage('writing');
  setImmediate(go);
};
go();
`;

/** @returns once it is writing; `stop` returns how many people it has added */
export async function startWriter(file: string): Promise<{ stop: () => Promise<number> }> {
  const worker = new Worker(program, {
    eval: true,
    workerData: { file, library: require.resolve('better-sqlite3') },
  });
  onTestFinished(async () => void (await worker.terminate()));
  await once(worker, 'message');
  return {
    async stop() {
      const told = once(worker, 'message');
      worker.postMessage('stop');
      const [added] = (await told) as [number];
      return added;
    },
  };
}
