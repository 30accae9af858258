import { expect, it } from 'vitest';
import { accept, invite } from '../../../support/invitees.ts';
import { freshWorkspace } from '../../../support/workspace.ts';
import { ask, openPortal, signUp } from '../support.ts';
import { countedPasswords } from './support.ts';

const known = 'ana@example.org';
const invited = 'bob@example.org';
const nobody = 'zoe@example.org';

/** One person with an account, one who was invited and has none, and one whom nobody knows. */
async function house() {
  const { passwords, count } = countedPasswords();
  const w = await freshWorkspace({ passwords });
  const portal = await openPortal(w, { limits: { posts: 1e6, requests: 1e6 } });
  await accept(w, (await invite(w, known)).token);
  await invite(w, invited);
  /** What comes back, without the address, and how often a password was hashed or compared for it. */
  const seen = async (route: string, email: string, more: Record<string, string> = {}) => {
    const before = count.hash + count.verify;
    const answer = await ask(portal, route, { form: { email, ...more } });
    const { date: _, 'content-length': __, ...headers } = answer.headers;
    const body = answer.body.replaceAll(email, '');
    return { status: answer.status, headers, body, hashed: count.hash + count.verify - before };
  };
  return { w, seen };
}

it('answers a wrong password, a missing account and an open invitation alike, after the same hashing', async () => {
  const { seen } = await house();
  const answers = [];
  for (const email of [known, invited, nobody, 'no address at all', 'ANA@EXAMPLE.ORG'])
    answers.push(await seen('/sign-in', email, { password: 'a wrong password' }));
  expect(answers[0]).toMatchObject({ status: 422, hashed: 1 });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

it('makes guesses at an account wait in the same way, whether it exists or not', async () => {
  const { seen } = await house();
  const course = async (email: string) => {
    const answers = [];
    for (let n = 0; n < 8; n++) answers.push(await seen('/sign-in', email, { password: `guess ${n}` }));
    return answers;
  };
  const [there, not] = [await course(known), await course(nobody)];
  expect(not).toEqual(there);
  // it really came to waiting, during which nothing is compared
  expect(there.map(({ hashed }) => hashed)).toEqual([1, 1, 1, 1, 1, 0, 0, 0]);
});

it('answers a forgotten password alike for every address, without hashing for any', async () => {
  const { seen } = await house();
  const answers = [];
  for (const email of [known, invited, nobody, 'no address at all']) answers.push(await seen('/forgot', email));
  expect(answers[0]).toMatchObject({ status: 200, hashed: 0 });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

it('does not tell by a guessed link whether an address has an account', async () => {
  const { w, seen } = await house();
  const other = await w.call('organizations.create', {
    name: 'Brightwater',
    owner: { name: 'Olive Owner', email: 'owner@example.com', password: 'a sentence to sign in with' },
  });
  await w.call('invitations.send', {
    organizationId: other.organizationId,
    entries: [{ email: known, roles: ['Member'] }],
  });
  const guessed = [];
  for (const token of ['2.1', '3.1', '9.1']) guessed.push(await seen(`/i/${token}.${'A'.repeat(43)}`, known, signUp));
  expect(guessed[0]).toMatchObject({ status: 404, hashed: 0 });
  for (const answer of guessed) expect(answer).toEqual(guessed[0]);
});
