import type { FastifyInstance } from 'fastify';
import { keptForAYear, versionOf } from '../assets.ts';
import { notFound } from '../failures.ts';
import type { House } from '../house.ts';
import { accentStyle } from '../look.ts';

const nobody = { face: 'portal', credentials: { kind: 'anonymous' } } as const;

/**
 * The logos that organizations wear now, and the stylesheets of their colours. There is a stylesheet for every possible
 * colour, so getting one tells nothing.
 */
export function serveLooks(app: FastifyInstance, { dispatch }: House): void {
  app.get<{ Params: { address: string } }>('/logo/:address', async (request, reply) => {
    const { logo } = await dispatch(nobody, 'portal.logo', { address: request.params.address });
    if (!logo) throw notFound();
    return reply.headers(keptForAYear).type(logo.type).send(Buffer.from(logo.base64, 'base64'));
  });

  app.get<{ Params: { file: string }; Querystring: { v?: unknown } }>('/look/:file', (request, reply) => {
    const [, colour] = /^([0-9a-f]{6})\.css$/.exec(request.params.file) ?? [];
    if (!colour) throw notFound();
    const text = accentStyle(`#${colour}`);
    if (request.query.v === versionOf(text)) reply.headers(keptForAYear);
    return reply.type('text/css; charset=utf-8').send(text);
  });
}
