import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { wornLook } from '#contract/look.ts';
import type { Language } from '#contract/messages/languages.ts';
import { language } from '#contract/values.ts';
import type { Caller } from '../../kernel/context.ts';

/** What the page after an acceptance tells. It is in a cookie because an address in a URL ends up in histories and logs. */
const joined = z.object({
  email: z.string().max(320),
  organization: z.string().max(120),
  leftOut: z.array(z.string().max(120)).max(10),
  look: wornLook.optional(),
});
export type Joined = z.infer<typeof joined>;

/** What was done just now, for the page that comes after. */
const told = z.discriminatedUnion('what', [
  z.object({ what: z.literal('left'), organization: z.string().max(120) }),
  z.object({ what: z.enum(['saved', 'password', 'signed-out', 'reset']) }),
]);
export type Told = z.infer<typeof told>;

const joinedSeconds = 600;
const toldSeconds = 60;
/** As long as the house waits for the code. */
const attemptSeconds = 300;
const yearSeconds = 31_536_000;

/** A cookie that keeps a value; nobody answers for what a browser sends back, so it is read as if it were a stranger's. */
export interface Jar<T> {
  readonly read: (request: FastifyRequest) => T | undefined;
  readonly put: (reply: FastifyReply, value: T) => void;
  readonly drop: (reply: FastifyReply) => void;
}

export interface Cookies {
  readonly caller: (request: FastifyRequest) => Caller;
  readonly session: (request: FastifyRequest) => string | undefined;
  readonly keepSession: (reply: FastifyReply, token: string) => void;
  readonly endSession: (reply: FastifyReply) => void;
  /** The token of a sign-in that waits for its code. */
  readonly attempt: Jar<string>;
  readonly joined: Jar<Joined>;
  readonly told: Jar<Told>;
  /** The organization that somebody switched to. */
  readonly organization: Jar<number>;
  /** What the pages are written in, where it was chosen. */
  readonly language: Jar<Language>;
}

/**
 * Cookies that no script reads and no form of another site makes the browser send. The session comes along where a link
 * in a mail leads here (SameSite=Lax). Under https their names carry `__Host-`, so that no neighbouring host can set them
 * (RFC 6265bis, 4.1.3.2).
 * @param isHttps whether the browser came by https, as far as the portal or a proxy that it believes knows
 */
export function portalCookies(isHttps: (request: FastifyRequest) => boolean): Cookies {
  const nameIn = (request: FastifyRequest, plain: string) => (isHttps(request) ? `__Host-${plain}` : plain);
  const session = 'portal-session';
  const optionsIn = (request: FastifyRequest): CookieSerializeOptions => ({
    ...{ path: '/', httpOnly: true, sameSite: 'lax' },
    secure: isHttps(request),
  });
  const jar = <T>(cookie: string, schema: z.ZodType<T>, maxAge?: number): Jar<T> => ({
    read(request) {
      // what could not be read as a request has none at all
      const text = request.cookies?.[nameIn(request, cookie)];
      if (!text) return undefined;
      try {
        return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
      } catch {
        return undefined;
      }
    },
    put(reply, value) {
      const text = Buffer.from(JSON.stringify(value)).toString('base64url');
      put(reply, cookie, text, maxAge === undefined ? {} : { maxAge });
    },
    drop: (reply) => drop(reply, cookie),
  });
  const put = (reply: FastifyReply, cookie: string, text: string, more: CookieSerializeOptions = {}) =>
    void reply.setCookie(nameIn(reply.request, cookie), text, { ...optionsIn(reply.request), ...more });
  const drop = (reply: FastifyReply, cookie: string) =>
    void reply.clearCookie(nameIn(reply.request, cookie), optionsIn(reply.request));
  const tokenIn = (request: FastifyRequest) => request.cookies[nameIn(request, session)] || undefined;
  const joinedJar = jar('portal-joined', joined, joinedSeconds);
  return {
    caller(request) {
      const token = tokenIn(request);
      return { face: 'portal', credentials: token ? { kind: 'session', token } : { kind: 'anonymous' } };
    },
    session: tokenIn,
    keepSession: (reply, token) => put(reply, session, token),
    endSession: (reply) => drop(reply, session),
    attempt: jar('portal-attempt', z.string().max(100), attemptSeconds),
    joined: {
      ...joinedJar,
      // a cookie of more than 4096 octets is dropped
      put: (reply, { leftOut, ...more }) =>
        joinedJar.put(reply, { ...more, leftOut: leftOut.slice(0, 10).map((s) => s.slice(0, 40)) }),
    },
    told: jar('portal-told', told, toldSeconds),
    organization: jar('portal-organization', z.int().positive()),
    language: jar('portal-language', language, yearSeconds),
  };
}
