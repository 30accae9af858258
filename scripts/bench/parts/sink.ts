// An SMTP server that accepts everything and keeps nothing, in a thread of its own so that it does not share the event loop
// being measured. Its answers can be delayed, as on a distant server.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

export interface Sink {
  readonly port: number;
  readonly close: () => Promise<unknown>;
}

/** Starts one on a free port; each of its answers is delayed by `delay` ms. */
export async function startSink(delay: number): Promise<Sink> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { delay } });
  const [port] = (await once(worker, 'message')) as [number];
  return { port, close: () => worker.terminate() };
}

if (!isMainThread) listen((workerData as { delay: number }).delay);

function listen(delay: number): void {
  const server = createServer((socket) => serve(socket, delay));
  server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
}

function serve(socket: Socket, delay: number): void {
  const answer = (text: string) => (delay > 0 ? setTimeout(() => socket.write(text), delay) : socket.write(text));
  let waiting = '';
  let inBody = false;
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  answer('220 sink\r\n');
  socket.on('data', (chunk) => {
    waiting += chunk.toString('latin1');
    let replies = '';
    for (;;) {
      const end = waiting.indexOf(inBody ? '\r\n.\r\n' : '\r\n');
      if (end < 0) break;
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + (inBody ? 5 : 2));
      if (inBody) inBody = false;
      else if (line.startsWith('EHLO')) replies += '250-sink\r\n250-PIPELINING\r\n';
      else if (line === 'DATA') inBody = true;
      replies += inBody ? '354 go\r\n' : '250 ok\r\n';
    }
    if (replies) answer(replies);
  });
}
