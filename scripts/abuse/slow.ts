import { connect, type Socket } from 'node:net';

const heads = [
  'GET /sign-in HTTP/1.1\r\nhost: x\r\nx-slow: ',
  'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 4000\r\n\r\nemail=',
];
const dripMilliseconds = 1000;
const again = 200;

export interface SlowOnes {
  /** How many are open now. */
  readonly open: () => number;
  /** How often one was disconnected and came back. */
  readonly returned: () => number;
  readonly close: () => void;
}

/** Opens connections that send a byte a second, half in the head and half in the body; those dropped come back. */
export async function slowConnections(port: number, count: number): Promise<SlowOnes> {
  const sockets = new Set<Socket>();
  const opening: Promise<void>[] = [];
  let closed = false;
  let returned = 0;
  const begin = (n: number): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        sockets.add(socket);
        socket.write(heads[n % heads.length] ?? '');
        resolve();
      });
      socket.resume();
      socket.on('error', () => resolve());
      socket.on('close', () => {
        sockets.delete(socket);
        if (closed) return;
        returned++;
        setTimeout(() => closed || void begin(n), again).unref();
      });
    });
  for (let n = 0; n < count; n++) opening.push(begin(n));
  await Promise.all(opening);
  const drip = setInterval(() => {
    for (const socket of sockets) socket.write('a');
  }, dripMilliseconds);
  return {
    open: () => sockets.size,
    returned: () => returned,
    close() {
      closed = true;
      clearInterval(drip);
      for (const socket of sockets) socket.destroy();
    },
  };
}
