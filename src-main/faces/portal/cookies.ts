import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { wornLook } from '#contract/look.ts';
import type { Language } from '#contract/messages/languages.ts';
import { language } from '#contract/values.ts';
import type { Caller } from '../../kernel/context.ts';

/** What the page after an acceptance says. It is in a cookie because an address in a URL ends up in histories and logs. */
const joined = z.object({
  email: z.string().max(320),
  organization: z.string().max(120),
  leftOut: z.array(z.string().max(120)).max(10),
  look: wornLook.optional(),
});
export type Joined = z.infer<typeof joined>;

/** What was just done, for the next page. */
const told = z.discriminatedUnion('what', [
  z.object({ what: z.literal('left'), organization: z.string().max(120) }),
  z.object({ what: z.enum(['saved', 'password', 'signed-out', 'reset']) }),
]);
export type Told = z.infer<typeof told>;

const joinedSeconds = 600;
const toldSeconds = 60;
/** How long a sign-in waits for its code. */
const attemptSeconds = 300;
const yearSeconds = 31_536_000;

/** A cookie that keeps a value; what a browser sends back cannot be trusted, so it is parsed like any stranger's input. */
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
  /** The token of a sign-in that is waiting for its code. */
  readonly attempt: Jar<string>;
  readonly joined: Jar<Joined>;
  readonly told: Jar<Told>;
  /** The organization that somebody switched to. */
  readonly organization: Jar<number>;
  /** The language of the pages, where one was chosen. */
  readonly language: Jar<Language>;
}

/**
 * Cookies that no script can read and no other site's form makes the browser send. The session is sent along when a link in
 * a mail leads here (SameSite=Lax). Under https their names carry `__Host-`, so that no neighbouring host can set them
 * (RFC 6265bis, 4.1.3.2).
 * @param isHttps whether the browser came by https, as far as the portal or a proxy that it trusts knows
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
      // what could not be parsed as a request has no cookies at all
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
      // browsers drop a cookie of more than 4096 octets
      put: (reply, { leftOut, ...more }) =>
        joinedJar.put(reply, { ...more, leftOut: leftOut.slice(0, 10).map((s) => s.slice(0, 40)) }),
    },
    told: jar('portal-told', told, toldSeconds),
    organization: jar('portal-organization', z.int().positive()),
    language: jar('portal-language', language, yearSeconds),
  };
}
