import { expect, test } from 'vitest';
import { now, refused, run } from '../../support/command-line.ts';
import { settingsFor } from '../../support/mail.ts';
import { png } from '../../support/pictures.ts';
import { startSink } from '../../support/smtp-sink.ts';

test('F5: a mail is worded, previewed, tested and reset by `gatehouse call`, with logo and colour', async () => {
  const w = await now();
  const sink = await startSink();
  const kind = 'invitation' as const;
  const wording = { subject: 'Join {organization}', body: '[{inviter} waits for you.]\n\n{link}' };
  expect(await refused(w, 'wording.save', { kind, ...wording, body: 'Join {orgnization}' })).toMatchObject({
    code: 'invalid-input',
    issues: [
      { path: ['body'], message: expect.stringContaining('Did you mean {organization}?') },
      { path: ['body'], message: 'The mail needs its link: put {link} on a line of its own.' },
    ],
  });
  await run(w, 'wording.save', { kind, ...wording });
  const logo = { base64: png(64, 64).toString('base64') };
  await run(w, 'wording.saveLook', { accent: '#0b7285', logo });
  const { letter } = await run(w, 'wording.preview', { kind });
  expect(letter).toMatchObject({
    subject: 'Join Example Logistics',
    text: expect.stringContaining('Olive Owner waits for you.'),
    html: expect.stringContaining('#0b7285'),
  });
  expect(await refused(w, 'wording.testSend', { kind, to: 'ana@example.org' })).toMatchObject({
    code: 'mail-not-set-up',
  });
  await run(w, 'mail.save', settingsFor(sink.port));
  expect(await run(w, 'wording.testSend', { kind, to: 'ana@example.org' })).toMatchObject({ ok: true });
  expect((await sink.parsed())[0]).toMatchObject({
    subject: '[Test] Join Example Logistics',
    attachments: [{ mimeType: 'image/png' }],
  });
  await run(w, 'wording.reset', { kind });
  const { rows } = await run(w, 'wording.list', {});
  expect(rows.filter((row) => row.changed)).toEqual([]);
});
