import { expect, it } from 'vitest';
import { accept, invite, newAccount } from '../support/invitees.ts';
import { mailHouse, settingsFor } from '../support/mail.ts';
import { startSink } from '../support/smtp-sink.ts';
import { asOperator, freshWorkspace, owner } from '../support/workspace.ts';

const subjects = {
  en: `${owner.name} invites you to Example Logistics`,
  de: `${owner.name} lädt Sie zu Example Logistics ein`,
};

/** A workspace whose mail goes to a real server, and the language in which each address was written to. */
async function house() {
  const w = mailHouse(await freshWorkspace());
  const sink = await startSink();
  await w.save(settingsFor(sink.port));
  const outbox = w.startOutbox();
  const send = async (email: string, language?: 'en' | 'de') => {
    const { organizationId } = w;
    const entries = [{ email, roles: ['Member'] }];
    const { invited } = await w.call('invitations.send', { organizationId, entries, ...(language && { language }) });
    return invited[0]?.membershipId ?? 0;
  };
  const languageOf = async (email: string, number = 1) => {
    const theirs = async () => (await sink.parsed()).filter((mail) => mail.to?.[0]?.address === email);
    await expect.poll(async () => (await theirs()).length, { timeout: 10_000 }).toBe(number);
    const mail = (await theirs())[number - 1];
    return mail?.headers.find(({ key }) => key === 'content-language')?.value;
  };
  return { w, sink, outbox, send, languageOf };
}

it('an invitation in German reaches a mail reader in German, in both its parts', async () => {
  const { w, sink, send, languageOf } = await house();
  await send('ana@example.org', 'de');
  expect(await languageOf('ana@example.org')).toBe('de');
  const [mail] = await sink.parsed();
  expect(mail?.subject).toBe(subjects.de);
  for (const part of [mail?.text, mail?.html]) {
    expect(part).toContain('Guten Tag,');
    expect(part).toContain(`${owner.name} lädt Sie ein, Example Logistics beizutreten.`);
    expect(part).toContain('Ihre Rolle wird Member.');
    expect(part).toContain('beachten Sie die E-Mail nicht weiter');
  }
  expect(mail?.text).toMatch(/bis \p{L}+, \d+\. November 2026 um \d\d:\d\d \(Europe\/Amsterdam\)\./u);
  expect(mail?.html).toContain('<html lang="de">');
  const { language } = await w.core.store.read
    .selectFrom('outbox')
    .select('fixed')
    .executeTakeFirstOrThrow()
    .then(({ fixed }) => JSON.parse(fixed ?? '{}') as { language?: string });
  expect(language).toBe('de');
});

it('the language of a mail is the person’s, else the invitation’s, else the organization’s', async () => {
  const { w, send, languageOf } = await house();
  const { organizationId, call } = w;
  await send('english@example.org');
  expect(await languageOf('english@example.org')).toBe('en');
  await call('organizations.update', { organizationId, language: 'de' });
  await send('german@example.org');
  expect(await languageOf('german@example.org')).toBe('de');
  const membershipId = await send('chosen@example.org', 'en');
  expect(await languageOf('chosen@example.org')).toBe('en');
  // a fresh link keeps the language of the one before
  await call('invitations.reinvite', { organizationId, membershipId });
  expect(await languageOf('chosen@example.org', 2)).toBe('en');

  const other = await call('organizations.create', { name: 'Brightwater', owner });
  const { token } = await invite({ ...w, organizationId: other.organizationId }, 'ana@example.org');
  await accept(w, token, newAccount);
  await w.callAs(asOperator('ana@example.org'), 'profile.chooseLanguage', { language: 'en' });
  await send('ana@example.org', 'de');
  expect(await languageOf('ana@example.org')).toBe('en');
});

it('a mail keeps the language of its first attempt, whatever is chosen before the next', async () => {
  const w = mailHouse(await freshWorkspace());
  let taken = 0;
  const sink = await startSink({
    onData(stream, _session, done) {
      stream.resume();
      stream.on('end', () => {
        taken += 1;
        done(Object.assign(new Error('4.3.0 later'), { responseCode: 451 }));
      });
    },
  });
  await w.save(settingsFor(sink.port));
  w.startOutbox();
  const { organizationId, call } = w;
  const id = async () => (await w.row('ana@example.org')).id;
  await w.invite('ana@example.org');
  await expect.poll(() => taken).toBe(1);
  await expect.poll(async () => (await w.row('ana@example.org')).state).toBe('deferred');
  await call('organizations.update', { organizationId, language: 'de' });
  expect((await call('outbox.show', { organizationId, id: await id() })).subject).toBe(subjects.en);
  await call('outbox.retry', { organizationId, id: await id() });
  await expect.poll(() => taken).toBe(2);
  expect((await call('outbox.show', { organizationId, id: await id() })).subject).toBe(subjects.en);
});

it('an organization founded in German keeps that language, and its built-in roles are named in it', async () => {
  const w = await freshWorkspace();
  const { organizationId } = await w.call('organizations.create', { name: 'Hafen', language: 'de', owner });
  expect(await w.call('organizations.get', { organizationId })).toMatchObject({ language: 'de' });
  const { rows } = await w.call('roles.list', { organizationId });
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['Inhaber', 'Gästebetreuer', 'Mitglied']));
});
