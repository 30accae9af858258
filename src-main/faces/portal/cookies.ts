import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../../kernel/context.ts';

/** What the page after an acceptance tells. It is in a cookie because an address in a URL ends up in histories and logs. */
const joined = z.object({
  email: z.string().max(320),
  organization: z.string().max(120),
  leftOut: z.array(z.string().max(120)).max(10),
});
export type Joined = z.infer<typeof joined>;

const joinedSeconds = 600;

export interface Cookies {
  readonly caller: (request: FastifyRequest) => Caller;
  readonly hasSession: (request: FastifyRequest) => boolean;
  readonly keepSession: (reply: FastifyReply, token: string) => void;
  readonly endSession: (reply: FastifyReply) => void;
  readonly joined: (request: FastifyRequest) => Joined | undefined;
  readonly tellJoined: (reply: FastifyReply, joined: Joined) => void;
  readonly forgetJoined: (reply: FastifyReply) => void;
}

/**
 * Cookies that no script reads and no other site makes the browser send. Under https their names carry `__Host-`, so
 * that no neighbouring host can set them (RFC 6265bis, 4.1.3.2).
 */
export function portalCookies(https: boolean): Cookies {
  const name = (plain: string) => (https ? `__Host-${plain}` : plain);
  const session = name('portal-session');
  const note = name('portal-joined');
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'strict', secure: https };
  return {
    caller(request) {
      const token = request.cookies[session];
      return { face: 'portal', credentials: token ? { kind: 'session', token } : { kind: 'anonymous' } };
    },
    hasSession: (request) => Boolean(request.cookies[session]),
    keepSession: (reply, token) => void reply.setCookie(session, token, options),
    endSession: (reply) => void reply.clearCookie(session, options),
    joined(request) {
      try {
        return joined.parse(JSON.parse(Buffer.from(request.cookies[note] ?? '', 'base64url').toString('utf8')));
      } catch {
        return undefined;
      }
    },
    tellJoined(reply, { email, organization, leftOut }) {
      // a cookie of more than 4096 octets is dropped
      const value = JSON.stringify({ email, organization, leftOut: leftOut.slice(0, 10).map((s) => s.slice(0, 40)) });
      void reply.setCookie(note, Buffer.from(value).toString('base64url'), { ...options, maxAge: joinedSeconds });
    },
    forgetJoined: (reply) => void reply.clearCookie(note, options),
  };
}
