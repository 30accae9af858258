import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server outside the window, on this computer only, that writes down every request. */
export async function startListener() {
  const heard: string[] = [];
  const server = createServer(({ url }, response) => {
    heard.push(url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/html' });
    response.end('<title>outside</title>');
  });
  server.on('upgrade', ({ url }, socket) => {
    heard.push(url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    heard,
    url: `http://127.0.0.1:${port}`,
    socketUrl: `ws://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
export type Listener = Awaited<ReturnType<typeof startListener>>;
