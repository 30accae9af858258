import assert from 'node:assert/strict';
import { connect } from 'node:net';
import path from 'node:path';
import fc from 'fast-check';
import { strictHeaders } from '../../../src-main/faces/portal/headers.ts';
import { startPortal } from '../../../src-main/faces/portal/server.ts';
import type { Caller } from '../../../src-main/kernel/context.ts';
import { portalHouse } from '../../../src-main/portal-house.ts';
import { png } from '../../support/pictures.ts';
import { anyBytes, asBytes, asText, mutated, pieces, token } from '../odd.ts';
import type { Fed, Target } from '../target.ts';
import { asOwner, openHouse, owner } from './house.ts';

const resourcesFolder = path.join(import.meta.dirname, '../../../resources');
const asStranger: Caller = { face: 'portal', credentials: { kind: 'anonymous' } };
/** Stand for what exists only once the portal runs. */
const [session, link, logo] = ['SESSION', 'LINK', 'LOGO'];

const routes = [
  ...['/', '/sign-in', '/sign-out', '/forgot', '/inbox', '/profile', '/profile/password', '/organizations', '/guests'],
  ...[
    '/guests/invite',
    '/language',
    `/i/${link}`,
    '/i/1.1.x',
    '/reset/1.1.x',
    '/style.css',
    '/portal.js?v=1',
    '/favicon.ico',
    `/logo/${logo}`,
    `/logo/${'a'.repeat(64)}.x`,
    '/look/3d5bc6.css?v=1',
    '/look/x',
  ],
  ...[
    '/%',
    '/%00',
    '/..%2f..%2fpackage.json',
    '//evil.test/',
    '/\\evil.test',
    '*',
    'http://evil.test/',
    '/__proto__',
    '/i/',
  ],
  ...[
    `/i/${'a'.repeat(300)}`,
    '/?__proto__[x]=1',
    '/?v[]=1&v=2',
    '/sign-in?next=//evil.test',
    '/sign-in?email=%0d%0ax-evil:1',
  ],
];
const methods = [
  'GET',
  'GET',
  'GET',
  'POST',
  'POST',
  'POST',
  'HEAD',
  'PUT',
  'DELETE',
  'OPTIONS',
  'PATCH',
  'PROPFIND',
  'TRACE',
  'G',
  '',
];
const headers = [
  ...[
    'cookie: portal-session=x',
    `cookie: portal-session=${session}`,
    `cookie: portal-session=${session}; portal-language=ImRlIg`,
  ],
  ...[
    'cookie: portal-told=eyJ3aGF0IjoibGVmdCIsIm9yZ2FuaXphdGlvbiI6IjxzY3JpcHQ-In0',
    'cookie: portal-joined=bnVsbA',
    'cookie: __proto__=1',
  ],
  ...[
    'cookie: =;=;;,',
    `cookie: a=${'b'.repeat(4000)}`,
    'cookie: portal-organization=MQ',
    'cookie: portal-organization=LTE',
  ],
  ...[
    'accept-language: de-AT;q=0.8, *;q=x',
    `accept-language: ${'a,'.repeat(2000)}`,
    'sec-fetch-site: cross-site',
    'origin: null',
  ],
  ...[
    'origin: http://evil.test',
    'referer: http://evil.test/',
    'x-forwarded-for: 1.2.3.4, x',
    'x-forwarded-host: evil.test',
  ],
  ...[
    'forwarded: for=x;host=evil.test',
    'transfer-encoding: chunked',
    'transfer-encoding: gzip, chunked',
    'content-length: -1',
  ],
  ...[
    'content-length: 5',
    'content-length: 99999999999',
    'content-encoding: gzip',
    'expect: 100-continue',
    'expect: x',
    'upgrade: h2c',
  ],
  ...[
    'connection: upgrade',
    'te: trailers',
    'range: bytes=0-0',
    'if-none-match: *',
    'host: a\r\nhost: b',
    'x: y\r\n z',
    'no colon',
  ],
  ...[
    'x-http-method-override: DELETE',
    'content-type: text/plain',
    'content-type: application/json',
    'content-type: ;;',
  ],
  ...[
    'content-type: multipart/form-data; boundary=b',
    'content-type: multipart/form-data',
    'content-type: application/x-www-form-urlencoded; charset=utf-7',
  ],
];
const fields = [
  ...[
    'email=owner%40example.com',
    `password=${encodeURIComponent(owner.password)}`,
    'password=x',
    'account=new',
    'account=have',
  ],
  ...[
    'firstName=Ana',
    'lastName=%3Cscript%3Ealert(1)%3C/script%3E',
    'phone=01+555+0136',
    'country=IE',
    'country=__',
    'passwordAgain=x',
  ],
  ...[
    'email=a&email=b',
    '__proto__=1',
    '__proto__[polluted]=1',
    'constructor[prototype][polluted]=1',
    'a[b][c]=1',
    '%',
    '%zz=%ff',
  ],
  ...[
    'language=de',
    'language=xx',
    'emails=ana%40example.org%0d%0aBcc:x',
    'days=-1',
    'days=1e9',
    'note=%00',
    'next=//evil.test',
    '=',
    '&&',
  ],
  ...[
    'organizationId=1',
    'organization=1',
    'role=Owner',
    'id=1',
    `firstName=${'a'.repeat(5000)}`,
    'current=x',
    `a=${'%41'.repeat(6000)}`,
  ],
];
const multipart = '--b\r\ncontent-disposition: form-data; name="email"\r\n\r\na\r\n--b--\r\n';

const body = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...fields), { maxLength: 8 }).map((some) => some.join('&')) },
  { weight: 2, arbitrary: pieces(fields, 10) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(multipart, '{"email":{"__proto__":1}}', '5\r\nemail\r\n0\r\n\r\n', 'fffffffff\r\n'),
  },
  { weight: 1, arbitrary: anyBytes },
);
const form = 'content-type: application/x-www-form-urlencoded';
/** A request as browsers make it, or nearly: bytes outside Latin-1 go as UTF-8. */
const request = fc
  .tuple(
    fc.constantFrom(...methods),
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...routes) },
      pieces(routes, 3),
      mutated(fc.constantFrom(...routes)),
    ),
    fc.array(fc.constantFrom(...headers), { maxLength: 4 }),
    body,
    fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', ''),
  )
  .map(([method, route, some, given, version]) => {
    const sent = asText(Buffer.from(given));
    const usual = [
      'host: 127.0.0.1',
      'connection: close',
      form,
      ...(method === 'GET' ? [] : [`content-length: ${sent.length}`]),
    ];
    // of a header given twice, the parser decides which counts
    const all = some.some((line) => /^(host|transfer|content-t|content-length)/.test(line))
      ? [...usual.slice(0, 2), ...some]
      : [...usual, ...some];
    return `${asText(Buffer.from(`${method} ${route} ${version}\r\n${all.join('\r\n')}\r\n\r\n`))}${sent}`;
  });
/** What a member's browser sends. */
const ordinary = fc
  .tuple(fc.constantFrom(...routes.slice(0, 13)), fc.option(fc.array(fc.constantFrom(...fields), { maxLength: 6 })))
  .map(([route, some]) => {
    const sent = some?.join('&') ?? '';
    const usual = `host: 127.0.0.1\r\nconnection: close\r\ncookie: portal-session=${session}\r\n${form}`;
    const [method, length] = some ? ['POST', `\r\ncontent-length: ${sent.length}`] : ['GET', ''];
    return `${method} ${route} HTTP/1.1\r\n${usual}${length}\r\n\r\n${sent}`;
  });
const signs = fc.oneof(
  token.map((text) => asText(Buffer.from(text))),
  fc.constantFrom('\r\nx-evil: 1', ...headers.slice(0, 8)),
);

/** How long the client waits for an answer before it says that nothing more will come, in milliseconds. */
const patience = 25;

/** Requests, and what is none, to the real portal over a socket. */
export const http: Target<string> = {
  name: 'http',
  renewAfter: 5000,
  inputs: fc.oneof(
    { weight: 5, arbitrary: request },
    { weight: 3, arbitrary: ordinary },
    { weight: 2, arbitrary: mutated(request, signs) },
    { weight: 2, arbitrary: mutated(ordinary, signs) },
    {
      weight: 1,
      arbitrary: fc.tuple(request, request).map(([one, two]) => one.replace('connection: close', 'x: y') + two),
    },
    { weight: 1, arbitrary: anyBytes },
  ),
  async open(later) {
    const { core, organizationId, membershipId, sound } = await openHouse(later);
    const reported: unknown[] = [];
    const portal = await startPortal({
      ...portalHouse(core),
      address: '127.0.0.1',
      port: 0,
      resourcesFolder,
      limits: { posts: 1e9, requests: 1e9 },
      report: (_reference, error) => void reported.push(error),
    });
    later(() => portal.close());
    const signIn = { email: owner.email, password: owner.password };
    const { token: cookie } = await core.dispatch(asStranger, 'session.signIn', signIn);
    const { link: address } = await core.dispatch(asOwner, 'invitations.copyLink', { organizationId, membershipId });
    const invited = address.slice(address.lastIndexOf('/') + 1);
    const picture = { base64: png(64, 20).toString('base64') };
    await core.dispatch(asOwner, 'wording.saveLook', { organizationId, accent: '#ffd43b', logo: picture });
    const { organization } = await core.dispatch(asStranger, 'invitations.open', { token: invited });
    return async (text) => {
      const bytes = asBytes(
        text
          .replaceAll(session, cookie)
          .replaceAll(link, invited)
          .replaceAll(logo, organization.look.logo?.address ?? ''),
      );
      const { said, milliseconds } = await exchange(portal.port, bytes);
      sound();
      assert.deepEqual(reported.splice(0), []);
      return { taken: judge(said), milliseconds };
    };
  },
};

/** @returns whether it showed a page or redirected to one */
function judge(said: string): boolean {
  if (said === '') return false;
  const [head = ''] = said.split('\r\n\r\n', 1);
  const [, status = ''] = /^HTTP\/1\.1 (\d{3}) /.exec(head) ?? [];
  assert.match(status, /^[1-4]\d\d$/, head);
  if (status === '100') return judge(said.slice(head.length + 4));
  const lower = head.toLowerCase();
  for (const [name, value] of Object.entries(strictHeaders))
    if (name !== 'cache-control')
      assert.ok(lower.includes(`\r\n${name}: ${value.toLowerCase()}`), `${name} in ${head}`);
  assert.doesNotMatch(lower, /^x-evil/m);
  assert.doesNotMatch(lower, /^location: (?!\/[^/\\]|\/$|\/\r)/m);
  assert.doesNotMatch(said, /<script>/);
  return status.startsWith('2') || status.startsWith('3');
}

/** Sends the bytes on a connection of their own. */
function exchange(port: number, bytes: Buffer): Promise<Required<Pick<Fed, 'milliseconds'>> & { said: string }> {
  return new Promise((resolve, reject) => {
    let said = '';
    let waited = 0;
    const began = performance.now();
    const socket = connect(port, '127.0.0.1');
    const impatient = setTimeout(() => {
      waited = patience;
      socket.end();
    }, patience);
    socket.setEncoding('latin1');
    socket.on('data', (more: string) => {
      said += more;
      if (isWhole(said)) socket.end();
    });
    // a server may hang up on what it refuses while more is on its way
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    socket.on('close', () => {
      clearTimeout(impatient);
      resolve({ said, milliseconds: performance.now() - began - waited });
    });
    socket.write(bytes);
  });
}

function isWhole(said: string): boolean {
  const end = said.indexOf('\r\n\r\n');
  if (end < 0 || said.startsWith('HTTP/1.1 100')) return false;
  const [, length] = /^content-length: (\d+)/im.exec(said.slice(0, end)) ?? [];
  return length === undefined || said.length - end - 4 >= Number(length);
}
