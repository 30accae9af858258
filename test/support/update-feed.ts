import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a feed says about one file. */
interface Announced {
  readonly version: string;
  readonly name: string;
  readonly content: Buffer;
  readonly notes?: string;
}

/** A feed as electron-builder writes it; JSON is YAML. */
export function feedText({ version, name, content, notes }: Announced): string {
  const sha512 = createHash('sha512').update(content).digest('base64');
  const files = [{ url: name, sha512, size: content.length }];
  const releaseDate = '2026-11-20T09:00:00.000Z';
  return JSON.stringify({ version, files, path: name, sha512, releaseDate, ...(notes ? { releaseNotes: notes } : {}) });
}

export const sha512Of = (content: Buffer) => createHash('sha512').update(content).digest('base64');

/** A real file server on the loopback address, with the key that signs its feed. */
export async function startFeed() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const files = new Map<string, Buffer>();
  const asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[] = [];
  /** Custom answers for some paths. */
  const answers = new Map<string, (response: ServerResponse) => void>();
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace('/updates/', '');
    asked.push({ path, headers: request.headers });
    const own = answers.get(path);
    if (own) return own(response);
    const file = files.get(path);
    if (!file) return void response.writeHead(404).end('nothing here');
    response.writeHead(200, { 'content-length': file.length, 'content-type': 'application/octet-stream' }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const feedName = process.arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${process.arch}.yml`;
  const put = (text: string, key: KeyObject = privateKey) => {
    const bytes = Buffer.from(text);
    files.set(feedName, bytes);
    files.set(`${feedName}.sig`, Buffer.from(`${sign(null, bytes, key).toString('base64')}\n`));
  };
  return {
    address: `http://127.0.0.1:${port}/updates/`,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    feedName,
    files,
    answers,
    asked,
    /** Signs and serves a text as the feed. */
    put,
    /** Serves a version: its feed, signed, and its file. */
    release(what: Announced) {
      files.set(what.name, what.content);
      put(feedText(what));
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
export type FeedServer = Awaited<ReturnType<typeof startFeed>>;
