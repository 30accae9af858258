import { createTransport } from 'nodemailer';
import { expect, onTestFinished, test } from 'vitest';
import { startCatcher } from '../../src-main/demo/catcher.ts';
import type { CaughtMail } from '../../src-main/kernel/context.ts';
import { jpeg } from '../support/pictures.ts';

async function withCatcher() {
  const catcher = await startCatcher();
  const transport = createTransport({ host: '127.0.0.1', port: catcher.port, secure: false, ignoreTLS: true });
  onTestFinished(async () => {
    transport.close();
    await catcher.close();
  });
  const send = (to: string) =>
    transport.sendMail({
      from: '"Halden Marine" <people@halden.example.com>',
      to,
      subject: 'Grüße',
      text: 'Open https://join.example.com/i/1.1.abc\nto join.',
      html: '<a href="https://join.example.com/i/1.1.abc">Open</a>',
    });
  return { catcher, send };
}

test('the catcher keeps what it receives, newest first, with the links in it', async () => {
  const { catcher, send } = await withCatcher();
  const heard: CaughtMail[] = [];
  catcher.onMessage((message) => heard.push(message));
  await send('ada@example.org');
  await send('bob@example.org');
  expect(catcher.messages().map((m) => m.to)).toEqual(['bob@example.org', 'ada@example.org']);
  expect(catcher.message(1)).toMatchObject({
    from: 'Halden Marine <people@halden.example.com>',
    subject: 'Grüße',
    links: ['https://join.example.com/i/1.1.abc'],
  });
  expect(heard.map((m) => m.id)).toEqual([1, 2]);
});

test('some addresses are refused for good and some for now, so that every delivery state can be tried', async () => {
  const { catcher, send } = await withCatcher();
  await expect(send('bounce.me@example.org')).rejects.toMatchObject({
    responseCode: 550,
    response: '550 5.1.1 No such mailbox here',
  });
  await expect(send('later@example.org')).rejects.toMatchObject({ responseCode: 451 });
  expect(catcher.messages()).toEqual([]);
});

test('mail that is delayed on purpose arrives at once when the catcher has to hurry', async () => {
  const { catcher, send } = await withCatcher();
  const slow = send('slow@example.org');
  await send('ada@example.org');
  expect(catcher.messages()).toHaveLength(1);
  catcher.hurry();
  await slow;
  expect(catcher.messages()).toHaveLength(2);
});

test('a picture within a mail is shown in its page, and an unknown reference is left alone', async () => {
  const { catcher } = await withCatcher();
  const transport = createTransport({ host: '127.0.0.1', port: catcher.port, secure: false, ignoreTLS: true });
  onTestFinished(() => transport.close());
  await transport.sendMail({
    from: 'people@halden.example.com',
    to: 'ada@example.org',
    html: '<img src="cid:logo@halden.example.com"><img src="cid:unknown">',
    attachments: [{ content: jpeg, contentType: 'image/jpeg', cid: 'logo@halden.example.com' }],
  });
  const shown = `<img src="data:image/jpeg;base64,${jpeg.toString('base64')}"><img src="cid:unknown">`;
  expect(catcher.message(1)?.html).toContain(shown);
});
