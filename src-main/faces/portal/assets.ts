import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';

interface Asset {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly version: string;
}

export interface Assets {
  readonly style: Asset;
  readonly script: Asset;
}

/** One stylesheet to the browser; later parts come after what they override. */
const styles = ['colours.css', 'page.css', 'form.css', 'signed-in.css', 'belongs.css', 'narrow.css'];
const yearSeconds = 31_536_000;

/** For what never changes under its address. */
export const keptForAYear = { 'cache-control': `public, max-age=${yearSeconds}, immutable` } as const;

/** The part of an address that changes with the text behind it. */
export const versionOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** Reads the stylesheet and the one script; a page names them by a hash of their content. */
export async function readAssets(resourcesFolder: string): Promise<Assets> {
  const read = async (name: string, type: string, files: readonly string[]): Promise<Asset> => {
    const texts = await Promise.all(files.map((file) => readFile(path.join(resourcesFolder, 'portal', file), 'utf8')));
    const text = texts.join('\n');
    return { name, type, text, version: versionOf(text) };
  };
  return {
    style: await read('style.css', 'text/css', styles),
    script: await read('portal.js', 'text/javascript', ['portal.js']),
  };
}

export const assetAddress = (base: string, { name, version }: Asset): string => `${base}/${name}?v=${version}`;

/** Cached for a year under the address that names the content; under any other not at all. */
export function serveAssets(app: FastifyInstance, assets: Assets): void {
  for (const asset of Object.values(assets))
    app.get<{ Querystring: { v?: unknown } }>(`/${asset.name}`, (request, reply) => {
      if (request.query.v === asset.version) reply.headers(keptForAYear);
      return reply.type(`${asset.type}; charset=utf-8`).send(asset.text);
    });
  // browsers ask for it on their own, and do not say for which organization
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
}
