import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { GatehouseError } from '#contract/errors.ts';
import { refuseAgents } from './agents.ts';
import { assetAddress, readAssets, serveAssets } from './assets.ts';
import { changeLanguage } from './change-language.ts';
import { portalCookies } from './cookies.ts';
import { answerError, SentFromElsewhere, sendFailure, type ViewOf } from './failures.ts';
import { strictHeaders } from './headers.ts';
import type { House } from './house.ts';
import { wordsFor } from './language.ts';
import { limitRequests } from './limits.ts';
import { answerUnreadable, createListener, type Listener } from './listener.ts';
import type { Portal, PortalOptions } from './options.ts';
import { whoIsProxy } from './proxies.ts';
import { serveForgotten } from './routes/forgotten.ts';
import { serveGuests } from './routes/guests.ts';
import { serveInbox } from './routes/inbox.ts';
import { serveInvitations } from './routes/invitation.ts';
import { serveLooks } from './routes/looks.ts';
import { serveOrganizations } from './routes/organizations.ts';
import { serveProfile } from './routes/profile.ts';
import { serveSessions } from './routes/session.ts';
import { serveTwoFactor } from './routes/two-factor.ts';
import { mayBeOurs } from './same-site.ts';
import { onlyHttps, wayToHttps } from './to-https.ts';

const bodyBytes = 16 * 1024;
const isUnused = (): never => {
  throw new Error('routes have no schemas: the contract checks what they are given');
};
/** Fastify would load its compilers of schemas at every start. */
const noSchemas = { buildValidator: isUnused, buildSerializer: isUnused };
/** What the contract accepts; anything longer is no link of ours. */
const longestToken = 200;

/**
 * Serves the pages where invited people land.
 * @throws GatehouseError `port-in-use`, `cannot-listen`
 */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { dispatch, address, report } = options;
  const base = options.baseUrl ? new URL(options.baseUrl) : undefined;
  const basePath = base?.pathname.replace(/\/+$/, '') ?? '';
  const assets = await readAssets(options.resourcesFolder);
  const addresses = {
    base: basePath,
    styleAddress: assetAddress(basePath, assets.style),
    scriptAddress: assetAddress(basePath, assets.script),
  };
  const tls = options.tls ?? null;
  const always = tls !== null || base?.protocol === 'https:';
  const isProxy = whoIsProxy(options.trustedProxies ?? [], base !== undefined && tls === null);
  const isHttps = (request: FastifyRequest) => always || request.protocol === 'https';
  const cookies = portalCookies(isHttps);
  let listener: Listener | undefined;
  const viewOf: ViewOf = (request) => ({
    ...wordsFor(request, cookies.language.read(request)),
    ...addresses,
  });

  const app = fastify({
    logger: false, // paths hold tokens
    bodyLimit: bodyBytes,
    forceCloseConnections: true,
    serverFactory(handler) {
      listener = createListener(handler, { tls, isProxy, connections: options.connections ?? {} });
      return listener.server;
    },
    trustProxy: (address) => isProxy(address),
    routerOptions: { maxParamLength: longestToken },
    schemaController: { compilersFactory: noSchemas },
    rewriteUrl: ({ url = '/' }) => (basePath && url.startsWith(`${basePath}/`) ? url.slice(basePath.length) : url),
    frameworkErrors(error, request, reply) {
      const cause = changedLink(request.url) ?? error;
      void sendFailure(reply.headers(strictHeaders), answerError(viewOf(request), cause, report));
    },
    clientErrorHandler: answerUnreadable,
  });
  app.server.on('checkExpectation', (_request, response) => response.writeHead(417, strictHeaders).end());
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(strictHeaders);
    if (isHttps(request)) reply.header('strict-transport-security', onlyHttps);
    const elsewhere = wayToHttps(request, base, isProxy);
    if (elsewhere) return reply.redirect(elsewhere, 303);
    if (request.method === 'POST' && !mayBeOurs(request.headers, base?.origin)) throw new SentFromElsewhere();
  });
  app.setErrorHandler((error, request, reply) => {
    if (reply.sent) return;
    return sendFailure(reply, answerError(viewOf(request), error, report));
  });
  app.removeAllContentTypeParsers();
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: bodyBytes });
  const limits = await limitRequests(app, options.limits);
  const house: House = {
    dispatch,
    viewOf,
    limits,
    cookies,
    base: basePath,
  };
  app.addHook('preHandler', async (request) => {
    const token = house.cookies.session(request);
    if (token) await options.seen(token);
  });
  // first, so that somebody who is refused a page can read why in their own language
  changeLanguage(app, house);
  refuseAgents(app, house);
  serveAssets(app, assets);
  serveLooks(app, house);
  serveInvitations(app, house);
  serveSessions(app, house);
  serveForgotten(app, house);
  serveInbox(app, house);
  serveOrganizations(app, house);
  serveProfile(app, house);
  serveGuests(app, house);
  serveTwoFactor(app, house);

  await listen(app, address, options.port);
  const { port } = app.server.address() as AddressInfo;
  const host = address.includes(':') ? `[${address}]` : address;
  return {
    url: (options.baseUrl ?? `${tls ? 'https' : 'http'}://${host}:${port}`).replace(/\/+$/, ''),
    port,
    renew: (next) => listener?.renew(next),
    close: () => app.close(),
  };
}

/** An unreadable path, where links lead, is a link that was damaged on its way. */
function changedLink(path: string): GatehouseError | undefined {
  if (path.startsWith('/i/')) return new GatehouseError('link-unknown', {});
  if (path.startsWith('/reset/')) return new GatehouseError('reset-dead', {});
  return undefined;
}

async function listen(app: FastifyInstance, address: string, port: number): Promise<void> {
  try {
    await app.listen({ host: address, port });
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new GatehouseError('port-in-use', { address, port });
    if (code) throw new GatehouseError('cannot-listen', { address, port, reason: code });
    throw error;
  }
}
