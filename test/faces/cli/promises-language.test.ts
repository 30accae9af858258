import { expect, test } from 'vitest';
import { refused, run } from '../../support/command-line.ts';
import { accept, invite } from '../../support/invitees.ts';
import { asOperator, freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const subjects = {
  en: `${owner.name} invites you to Example Logistics`,
  de: `${owner.name} lädt Sie zu Example Logistics ein`,
};

/** The subject of the mail that waits for an address. */
async function subjectTo(w: Workspace, email: string): Promise<string> {
  const { rows } = await run(w, 'outbox.list', {});
  const id = rows.find(({ toEmail }) => toEmail === email)?.id ?? 0;
  return (await run(w, 'outbox.show', { id })).subject;
}

test('F5: mails are in the language of the organization or of the invitation; people choose their own in their profile', async () => {
  const w = await freshWorkspace();
  const send = (email: string, language?: 'en' | 'de') =>
    run(w, 'invitations.send', { entries: [{ email, roles: ['Member'] }], ...(language && { language }) });
  await send('ana@example.org');
  expect(await subjectTo(w, 'ana@example.org')).toBe(subjects.en);
  await run(w, 'organizations.update', { language: 'de' });
  // it is still waiting, so it is written anew
  expect(await subjectTo(w, 'ana@example.org')).toBe(subjects.de);
  await send('jon@example.org', 'en');
  expect(await subjectTo(w, 'jon@example.org')).toBe(subjects.en);
  expect(await refused(w, 'organizations.update', { language: 'xx' })).toMatchObject({ code: 'invalid-input' });

  const kim = 'kim@example.org';
  await accept(w, (await invite(w, kim)).token);
  const asKim = asOperator(kim);
  expect(await w.callAs(asKim, 'profile.get', {})).toMatchObject({ language: null });
  await w.callAs(asKim, 'profile.chooseLanguage', { language: 'en' });
  expect(await w.callAs(asKim, 'profile.get', {})).toMatchObject({ language: 'en' });
});
