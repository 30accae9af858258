import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Answer = (response: ServerResponse, form: URLSearchParams) => void;

export interface TokenEndpoint {
  readonly url: string;
  /** What was asked, oldest first. */
  readonly asked: URLSearchParams[];
  /** How it answers; may be changed while it runs. */
  answer: Answer;
  /** The most requests that were open at once. */
  most: number;
  /** Is gone, like a host that is down; and comes back, on the same port. */
  readonly leave: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
}

export const json =
  (status: number, body: unknown): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** A local stand-in for a provider's token endpoint (RFC 6749, 3.2), unencrypted. */
export async function openTokenEndpoint(first: Answer): Promise<TokenEndpoint> {
  let open = 0;
  const server = createServer(async (request, response) => {
    open += 1;
    state.most = Math.max(state.most, open);
    response.once('close', () => {
      open -= 1;
    });
    const form = new URLSearchParams(await text(request));
    state.asked.push(form);
    state.answer(response, form);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const state: TokenEndpoint = {
    url: `http://127.0.0.1:${port}/token`,
    asked: [],
    answer: first,
    most: 0,
    async leave() {
      server.closeAllConnections();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
    async comeBack() {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
  };
  return state;
}
