import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { clientAt } from './connections.ts';
import { notFound, TooMany } from './failures.ts';
import { type Limits, usualLimits } from './options.ts';

const minute = 60_000;

/** What routes that check a password put into their `config.rateLimit`. */
export interface PostLimits {
  readonly signIn: RateLimitOptions;
  readonly accept: RateLimitOptions;
}

/** Clients that hung up before their request was handled no longer have an address: they count as one. */
const clientOf = ({ ip }: FastifyRequest) => (ip ? clientAt(ip) : '');

/**
 * Counts requests per client (an IPv6 network of 64 bits counts as one). Posts to a link are counted per link, so that a
 * company behind one address can sign up on one morning: tokens cannot be guessed, whereas an account's password could be.
 */
export async function limitRequests(app: FastifyInstance, limits: Partial<Limits> = {}): Promise<PostLimits> {
  const { posts, requests } = { ...usualLimits, ...limits };
  const hidden = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };
  await app.register(rateLimit, {
    max: requests,
    timeWindow: minute,
    keyGenerator: clientOf,
    addHeaders: hidden,
    addHeadersOnExceeding: hidden,
    errorResponseBuilder: (_request, { ttl }) => new TooMany(Math.max(1, Math.ceil(ttl / 1000))),
  });
  // before anything else handles the request, as on every other route
  app.setNotFoundHandler({ preValidation: app.rateLimit() }, () => {
    throw notFound();
  });
  return {
    signIn: { max: posts, timeWindow: minute },
    accept: {
      max: posts,
      timeWindow: minute,
      keyGenerator: (request) => `${clientOf(request)} ${(request.params as { token: string }).token.slice(0, 80)}`,
    },
  };
}
