// The lower bounds for any portal: Node's own server with fixed bytes, the hash of a password alone, and a row safely on
// disk; in a process of its own, as the portal is.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Options as HashOptions, hash } from '@node-rs/argon2';
import Database from 'better-sqlite3';
import { endWithProcess } from './leftovers.ts';

/** An answer as sent over the wire; names and values of the headers alternate. */
export interface Page {
  readonly headers: readonly string[];
  readonly body: string;
}
type Asked =
  | { readonly kind: 'serve'; readonly page: Page }
  | { readonly kind: 'hash'; readonly options: HashOptions; readonly password: string }
  | { readonly kind: 'commit' };

export interface BarePortal {
  readonly serve: (page: Page) => Promise<number>;
  /** @returns the milliseconds of one hash */
  readonly hash: (options: HashOptions, password: string) => Promise<number>;
  /** @returns the milliseconds of one commit */
  readonly commit: () => Promise<number>;
  readonly close: () => void;
}

export function startBarePortal(): BarePortal {
  const child = fork(import.meta.filename, ['serve']);
  const lost = once(child, 'exit').then((): never => {
    throw new Error('the bare server ended by itself');
  });
  lost.catch(() => undefined);
  const ask = async (asked: Asked) => {
    const answer = once(child, 'message').then(([number]) => number as number);
    child.send(asked);
    return Promise.race([answer, lost]);
  };
  return {
    serve: (page) => ask({ kind: 'serve', page }),
    hash: (options, password) => ask({ kind: 'hash', options, password }),
    commit: () => ask({ kind: 'commit' }),
    close: () => child.disconnect(),
  };
}

if (process.argv[2] === 'serve') {
  process.on('message', async (asked: Asked) => process.send?.(await answer(asked)));
  process.once('disconnect', () => process.exit(0));
}

async function answer(asked: Asked): Promise<number> {
  if (asked.kind === 'serve') return serve(asked.page);
  const work = asked.kind === 'hash' ? () => hash(asked.password, asked.options) : commit;
  const began = performance.now();
  await work();
  return performance.now() - began;
}

let row: Database.Statement | undefined;
function commit(): void {
  row ??= table().prepare('INSERT INTO one (text) VALUES (1)');
  row.run();
}

/** As durable as the workspace: whatever was committed is on disk. */
function table(): Database.Database {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-'));
  endWithProcess(() => rmSync(folder, { recursive: true, force: true }));
  const db = new Database(path.join(folder, 'bare.db'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) db.pragma(pragma);
  db.exec('CREATE TABLE one (text)');
  return db;
}

async function serve({ headers, body }: Page): Promise<number> {
  const bytes = Buffer.from(body);
  const server = createServer((_request, response) => response.writeHead(200, [...headers]).end(bytes));
  // otherwise it would have to accept fewer connections than the portal
  server.maxRequestsPerSocket = 1000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
