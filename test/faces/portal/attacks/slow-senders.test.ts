import { connect, type Socket } from 'node:net';
import { connect as secureConnect } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Portal } from '../../../../src-main/faces/portal/options.ts';
import { selfSigned } from '../../../support/certificates.ts';
import { freshWorkspace } from '../../../support/workspace.ts';
import { ask, openPortal } from '../support.ts';

const post = 'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n';

/** A connection that says this and then no more. */
function quiet(portal: Portal, said = '') {
  let got = '';
  const socket: Socket = connect(portal.port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const open = new Promise<void>((resolve) => socket.once('connect', () => socket.write(said, () => resolve())));
  socket.on('data', (data) => {
    got += data.toString('latin1');
  });
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(got)));
  return { socket, open, closed };
}

describe('a client that sends slowly', () => {
  it('is disconnected with the head unfinished, or the body', async () => {
    const portal = await openPortal(await freshWorkspace(), { connections: { headTime: 100, requestTime: 200 } });
    const [head, body] = [
      quiet(portal, 'GET / HTTP/1.1\r\nx: '),
      quiet(portal, `${post}content-length: 99\r\n\r\nemail=`),
    ];
    // a byte now and then does not keep it connected
    await head.open;
    const drip = setInterval(() => head.socket.write('a'), 10);
    onTestFinished(() => clearInterval(drip));
    for (const { closed } of [head, body]) expect(await closed).toMatch(/^HTTP\/1\.1 408 |^$/);
    expect((await ask(portal, '/sign-in')).status).toBe(200);
  });

  it('is disconnected before TLS has begun', async () => {
    const portal = await openPortal(await freshWorkspace(), {
      ...{ tls: selfSigned('join.example.com'), baseUrl: 'https://join.example.com' },
      connections: { headTime: 100, requestTime: 200 },
    });
    const nothing = quiet(portal);
    await nothing.closed;
    const silent = secureConnect({ port: portal.port, host: '127.0.0.1', rejectUnauthorized: false });
    onTestFinished(() => void silent.destroy());
    silent.on('error', () => undefined);
    silent.resume();
    await new Promise<void>((resolve) => silent.once('close', () => resolve()));
  });
});

describe('connections', () => {
  it('are limited for one client; others still get theirs', async () => {
    const portal = await openPortal(await freshWorkspace(), { connections: { perClient: 3 } });
    const three = [quiet(portal), quiet(portal), quiet(portal)];
    for (const { open } of three) await open;
    expect(await quiet(portal).closed).toBe('');
    three[0]?.socket.destroy();
    await three[0]?.closed;
    await expect
      .poll(() =>
        ask(portal, '/sign-in').then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
    // all of 127.0.0.0/8 is this computer, on Linux
    if (process.platform === 'linux') {
      const last = quiet(portal);
      await last.open;
      expect((await ask(portal, '/sign-in', { from: '127.0.0.2' })).status).toBe(200);
    }
  });

  it('are not limited for a trusted proxy', async () => {
    const portal = await openPortal(await freshWorkspace(), {
      ...{ connections: { perClient: 2 }, trustedProxies: ['127.0.0.1'] },
    });
    const many = Array.from({ length: 8 }, () => quiet(portal));
    for (const { open } of many) await open;
    expect((await ask(portal, '/sign-in')).status).toBe(200);
  });

  it('that are waiting make room, the oldest first, when all are taken', async () => {
    const portal = await openPortal(await freshWorkspace(), { connections: { total: 4 } });
    const four = [
      quiet(portal, 'GET'),
      quiet(portal, `${post}content-length: 9\r\n\r\na`),
      quiet(portal),
      quiet(portal),
    ];
    for (const { open } of four) await open;
    for (const { closed } of four) {
      expect((await ask(portal, '/sign-in', { headers: { connection: 'keep-alive' } })).status).toBe(200);
      if (closed === four[0]?.closed) await closed;
    }
    expect(four[3]?.socket.destroyed).toBe(false);
  });
});
