import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { makeAuthority } from '../../support/certificate-authority.ts';
import { type Certificate, selfSigned } from '../../support/certificates.ts';
import { mailHouse, settingsFor } from '../../support/mail.ts';
import { standBetween } from '../../support/man-in-the-middle.ts';
import { startScripted } from '../../support/smtp-scripted.ts';
import { startSink } from '../../support/smtp-sink.ts';
import { freshWorkspace } from '../../support/workspace.ts';

const day = 86_400_000;
const [yesterday, tomorrow] = [new Date(Date.now() - day), new Date(Date.now() + day)];

const login = { login: 'gate', password: 'sesame-nobody-sees' };
const secret = new RegExp(`sesame|${Buffer.from('\0gate\0sesame-nobody-sees').toString('base64').slice(0, 20)}`);

/** A proper server that takes logins and mail; `logins` lists whoever tried. */
async function strict(certificate: Certificate, more: SMTPServerOptions = {}) {
  const logins: string[] = [];
  const sink = await startSink({
    ...certificate,
    authOptional: false,
    onAuth({ username = '' }, _, done) {
      logins.push(username);
      done(null, { user: username });
    },
    ...more,
  });
  return { ...sink, logins };
}

async function sendThrough(port: number, settings: Partial<Parameters<typeof settingsFor>[1]>) {
  const house = mailHouse(await freshWorkspace());
  await house.save(settingsFor(port, { host: 'localhost', security: 'starttls', ...login, ...settings }));
  await house.invite('ana@example.org');
  await house.startOutbox().idle();
  const { pause } = await house.call('mail.settings', { organizationId: house.organizationId });
  return { house, pause, row: await house.row('ana@example.org') };
}

const usualAuthorities = getCACertificates('default');
afterEach(() => setDefaultCACertificates(usualAuthorities));

/** An authority that this process trusts until the test ends. */
function trusted() {
  const authority = makeAuthority();
  setDefaultCACertificates([...usualAuthorities, authority.cert]);
  return authority;
}

describe('a certificate', () => {
  it('that a trusted authority signed for the server’s name lets mail through, over TLS and after a login', async () => {
    const server = await strict(trusted().sign('localhost', tomorrow));
    const { row, pause } = await sendThrough(server.port, {});
    expect([row.state, pause]).toEqual(['sent', null]);
    expect(server.logins).toEqual(['gate']);
    expect(server.messages.map(({ secure, to }) => [secure, to])).toEqual([[true, ['ana@example.org']]]);
  });

  it.each([
    ['has expired', () => trusted().sign('localhost', yesterday), /CERT_HAS_EXPIRED/],
    ['is for another name', () => trusted().sign('mail.other.example', tomorrow), /ALTNAME/],
    ['is self-signed', () => selfSigned('localhost'), /SELF_SIGNED/],
    [
      'comes from an authority that nobody knows',
      () => makeAuthority().sign('localhost', tomorrow),
      /UNABLE_TO_VERIFY|SELF_SIGNED|UNABLE_TO_GET/,
    ],
  ] as const)(
    'that %s ends the conversation before login and mail, over STARTTLS and over TLS alike',
    async (_, make, words) => {
      const certificate = make();
      for (const security of ['starttls', 'tls'] as const) {
        const server = await strict(certificate, { secure: security === 'tls' });
        const { row, pause } = await sendThrough(server.port, { security });
        expect(row.state).toBe('queued');
        expect(pause).toMatchObject({ reason: 'tls', answer: expect.stringMatching(words) });
        expect(server.logins).toEqual([]);
        expect(server.messages).toEqual([]);
      }
    },
  );
});

describe('a man in the middle', () => {
  const withoutOffer = (said: string) => said.replace(/250([- ])STARTTLS/, '250$1AUTH PLAIN LOGIN');

  it('who strips STARTTLS from the server’s offer hears nothing more: it is demanded all the same', async () => {
    const server = await strict(trusted().sign('localhost', tomorrow));
    const middle = await standBetween(server.port, withoutOffer);
    const { row } = await sendThrough(middle.port, {});
    expect(row.state).toBe('sent');
    expect(server.messages.map(({ secure }) => secure)).toEqual([true]);
    expect(middle.heard()).toMatch(/^EHLO \S+\r\nSTARTTLS\r\n/);
    expect(middle.heard()).not.toMatch(/AUTH|MAIL FROM|ana@example\.org/);
  });

  it.each(['502 5.5.1 Not here', '454 4.7.0 TLS not now'])(
    'who strips it and answers it with %s hears no login, no address and no mail',
    async (answer) => {
      const server = await strict(trusted().sign('localhost', tomorrow));
      const middle = await standBetween(server.port, (said) => withoutOffer(said).replace(/^220 .*TLS/, answer));
      const { row, pause } = await sendThrough(middle.port, {});
      expect([row.state, pause?.reason]).toEqual(['queued', 'tls']);
      expect(middle.heard()).toMatch(/^EHLO \S+\r\nSTARTTLS\r\n/);
      expect(middle.heard()).not.toMatch(/AUTH|MAIL FROM|ana@example\.org/);
      expect(middle.heard()).not.toMatch(secret);
      expect([server.logins, server.messages]).toEqual([[], []]);
    },
  );

  it('who appends answers to the one to STARTTLS has none of them believed once the line is secured', async () => {
    // CVE-2011-0411 from the other side: what came in clear must not be read as what the secured server says
    const certificate = trusted().sign('localhost', tomorrow);
    const server = await startScripted({}, { certificate });
    const injected = '220 2.0.0 Go ahead\r\n250-evil.example\r\n250 AUTH PLAIN LOGIN\r\n';
    const middle = await standBetween(server.port, (said) => (said.startsWith('220 2.0.0 Go ahead') ? injected : said));
    const { pause } = await sendThrough(middle.port, {});
    // the server itself offers no login: whoever believed the man in the middle would have sent one
    expect(pause).toMatchObject({ reason: 'login', answer: 'NO-AUTH The server offers no login.' });
    expect(server.verbs).toEqual(['connect', 'EHLO', 'STARTTLS', 'EHLO']);
  });

  it('who begins an answer in clear does not get it joined to the first secured one', async () => {
    const certificate = trusted().sign('localhost', tomorrow);
    const server = await startScripted({}, { certificate, login: true });
    const middle = await standBetween(server.port, (said) =>
      said.startsWith('220 2.0.0 Go ahead') ? `${said}250-AUTH XOAUTH2` : said,
    );
    const { row } = await sendThrough(middle.port, {});
    expect(row.state).toBe('sent');
    expect(server.accepted).toHaveLength(1);
    expect(server.verbs.slice(0, 5)).toEqual(['connect', 'EHLO', 'STARTTLS', 'EHLO', 'AUTH']);
  });

  it('never hears the login in clear, even if the server offers it before STARTTLS', async () => {
    const certificate = trusted().sign('localhost', tomorrow);
    const server = await startScripted({}, { certificate, login: true });
    const middle = await standBetween(server.port, (said) => said);
    const { row } = await sendThrough(middle.port, {});
    expect(row.state).toBe('sent');
    const inClear = middle.heard().slice(0, middle.heard().indexOf('STARTTLS') + 8);
    expect(inClear).toMatch(/^EHLO \S+\r\nSTARTTLS$/);
    expect(middle.heard()).not.toMatch(/AUTH|ana@example\.org/);
    expect(server.verbs.slice(0, 5)).toEqual(['connect', 'EHLO', 'STARTTLS', 'EHLO', 'AUTH']);
  });
});
