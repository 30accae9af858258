import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pageHeaders, pagePolicy } from './page-policy.ts';
import { urlOf } from './url-of.ts';

/** The page is a site of its own: no other page shares its origin, and it cannot reach the computer's files. */
export const pageScheme = 'app';
const pageHost = 'gatehouse';
export const pageOrigin = `${pageScheme}://${pageHost}`;

/** Marks the place in the built page (`html.cspNonce` of electron.vite.config.ts) where an answer's nonce goes. */
const noncePlaceholder = 'nonce-of-this-answer';

/** The kinds of file in a build of the page. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Answers requests for `app://gatehouse/…` with the files of one folder. A path that leads out of it, another host, another
 * method or an unknown kind of file all get the same 404.
 */
export function servePageFiles(folder: string): (request: Request) => Promise<Response> {
  const root = path.resolve(folder);
  return async ({ method, url }) => {
    const file = method === 'GET' ? fileOf(root, url) : undefined;
    const type = file && types[path.extname(file)];
    const content = type && (await readFile(file).catch(() => undefined));
    if (!type || !content) return new Response('', { status: 404, headers: { ...pageHeaders } });
    const headers = { ...pageHeaders, 'Content-Type': type };
    if (path.extname(file) !== '.html') return new Response(new Uint8Array(content), { headers });
    const nonce = randomBytes(18).toString('base64');
    return new Response(content.toString('utf8').replaceAll(noncePlaceholder, nonce), {
      headers: { ...headers, 'Content-Security-Policy': pagePolicy(nonce) },
    });
  };
}

/** @returns the file within the root, whether or not it exists; nothing for an address that names none */
function fileOf(root: string, address: string): string | undefined {
  const url = urlOf(address);
  if (!url || url.protocol !== `${pageScheme}:` || url.host !== pageHost || url.username || url.password) return;
  const name = decoded(url.pathname);
  // a name that the system could read differently from us is none of ours
  if (name === undefined || /[\0\\:]|\/\/|%/.test(name) || name.split('/').includes('..')) return;
  const file = path.join(root, name === '/' ? 'index.html' : name);
  return file.startsWith(root + path.sep) ? file : undefined;
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
