import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import fc from 'fast-check';
import { classify } from '../../../src-main/mail/smtp/classify.ts';
import { SmtpFailure } from '../../../src-main/mail/smtp/failure.ts';
import { formsOf, hideSecrets } from '../../../src-main/mail/smtp/hide-secrets.ts';
import type { MailServer } from '../../../src-main/mail/smtp/server.ts';
import { openSession } from '../../../src-main/mail/smtp/session.ts';
import { createTranscript } from '../../../src-main/mail/smtp/transcript.ts';
import { anyBytes, asBytes, asText, mutated, token } from '../odd.ts';
import { refused, type Target, taken } from '../target.ts';

interface Input {
  readonly says: readonly string[];
  readonly security: MailServer['security'];
  readonly login: string;
}

const password = 'sesame-that-nobody-sees';
/** Stands for what the client said last. */
const echo = 'ECHO';

/** A good answer to each step of a message, with a login. */
const good = [
  '220 mx.example ESMTP\r\n',
  '250-mx.example\r\n250-AUTH PLAIN LOGIN\r\n250-SMTPUTF8\r\n250 SIZE 1000000\r\n',
  '235 2.7.0 Welcome\r\n',
  '250 2.1.0 Ok\r\n',
  '250 2.1.5 Ok\r\n',
  '354 Go on\r\n',
  '250 2.0.0 Taken\r\n',
  '221 Bye\r\n',
];
const replies = [
  ...good,
  ...[
    '250-mx.example\r\n250 PIPELINING\r\n',
    '250 Ok\r\n',
    '334 VXNlcm5hbWU6\r\n',
    '334 \r\n',
    `535 5.7.8 ${echo}\r\n`,
    `550 5.7.1 ${echo}\r\n`,
    '421 4.3.0 Closing\r\n',
  ],
  ...[
    '220 2.0.0 Ready to start TLS\r\n',
    '220 Ready\r\n250 AUTH PLAIN\r\n',
    '250-\r\n',
    '250-a\r\n250-b\r\n',
    '550',
    '\r\n',
    '\r',
  ],
  ...[
    '550 \x1b[2J\x1b]0;owned\x07 no\r\n',
    '550 \x9b31mred\r\n',
    `550 ${'x'.repeat(20_000)}\r\n`,
    '999 what\r\n',
    '000 \r\n',
    '5',
  ],
  ...[
    '2500 x\r\n',
    '25\r\n',
    '-1\r\n',
    '550-\u00e4\xff\xfe\r\n550 \0\r\n',
    `${'250-x\r\n'.repeat(500)}250 x\r\n`,
    '250 SIZE 1\r\n',
  ],
  ...[
    '250-mx\r\n250-AUTH=\r\n250-SIZE 99999999999999999999\r\n250 AUTH CRAM-MD5 XOAUTH2 __proto__\r\n',
    '250-mx\r\n250 STARTTLS\r\n',
  ],
  ...['554 5.7.1 see http://127.0.0.1:1/i/17.1.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq\r\n', 'x'.repeat(50_000)],
];
const reply = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...replies) },
  {
    weight: 3,
    arbitrary: mutated(
      fc.constantFrom(...replies),
      token.map((text) => asText(Buffer.from(text))),
    ),
  },
  { weight: 1, arbitrary: anyBytes },
);
/** A conversation that goes well up to some step. */
const conversation = fc
  .tuple(fc.nat({ max: good.length }), fc.array(reply, { maxLength: 5 }))
  .map(([well, then]) => [...good.slice(0, well), ...then]);

/** Everything that a mail server says; it hangs up once it has said all. */
export const smtp: Target<Input> = {
  name: 'smtp',
  inputs: fc.record({
    says: conversation,
    security: fc.constantFrom('none', 'none', 'none', 'starttls'),
    login: fc.constantFrom('gate', 'gate', ''),
  }),
  async open(later) {
    let input: Input = { says: [], security: 'none', login: '' };
    const server = createServer((socket) => talk(socket, input.says));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    later(() => server.close());
    const { port } = server.address() as AddressInfo;
    return async (given) => {
      input = given;
      const account = { login: given.login, password: given.login === '' ? '' : password };
      const transcript = createTranscript(account, () => 0);
      const told: string[] = [];
      try {
        const session = await openSession(
          { ...account, host: '127.0.0.1', port, security: given.security, acceptAnyCertificate: false },
          { connection: 2000, greeting: 2000, reply: 2000 },
          undefined,
          transcript,
        );
        const raw = Buffer.from('Subject: x\r\n\r\nx\r\n');
        try {
          told.push(hideSecrets(await session.send({ from: 'a@example.com', to: 'ana@example.org', raw })));
        } finally {
          session.destroy();
        }
        return taken;
      } catch (error) {
        if (!(error instanceof SmtpFailure)) throw error;
        told.push(classify(error).answer);
        return refused;
      } finally {
        told.push(...transcript.lines().map(({ text }) => text));
        for (const text of told) {
          assert.doesNotMatch(text, /[\p{Cc}\p{Zl}\p{Zp}]/u);
          assert.ok(text.length <= 500);
          for (const form of formsOf(account.login, account.password)) assert.ok(!text.includes(form), text);
        }
      }
    };
  },
};

/** How long a client may say nothing before it hears more, in milliseconds: it may be waiting for the rest of a reply. */
const silence = 4;

/** Answers whatever the client says with the next piece. */
function talk(socket: Socket, says: readonly string[]): void {
  let at = 0;
  let heard = '';
  let idle: NodeJS.Timeout | undefined;
  const say = () => {
    clearTimeout(idle);
    const next = says[at++];
    if (next === undefined) return void socket.end();
    socket.write(asBytes(next.replaceAll(echo, heard)));
    if (at >= says.length) return void socket.end();
    idle = setTimeout(say, silence);
  };
  socket.on('error', () => undefined);
  socket.on('close', () => clearTimeout(idle));
  socket.on('data', (bytes) => {
    heard = asText(bytes).trim().slice(0, 500);
    say();
  });
  say();
}
