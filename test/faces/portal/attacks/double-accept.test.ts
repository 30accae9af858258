import { expect, it } from 'vitest';
import { invite } from '../../../support/invitees.ts';
import { freshWorkspace } from '../../../support/workspace.ts';
import { ask, openPortal, signUp } from '../support.ts';

const rounds = 10;
const together = 64;

it(`lets exactly one of ${together} simultaneous posts accept, in each of ${rounds} rounds`, async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w, { limits: { posts: 1e6, requests: 1e6 } });
  for (let round = 1; round <= rounds; round++) {
    const { token } = await invite(w, `person${round}@example.org`);
    // each with a password of its own: only the winner's may work
    const forms = Array.from({ length: together }, (_, n) => {
      const password = `sentence ${n} of round ${round}`;
      return { ...signUp, password, passwordAgain: password };
    });
    const answers = await Promise.all(forms.map((form) => ask(portal, `/i/${token}`, { form })));
    const won = answers.flatMap(({ status }, n) => (status === 303 ? [n] : []));
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(together - 1);
    const email = `person${round}@example.org`;
    const signIn = (n: number) =>
      ask(portal, '/sign-in', { form: { email, password: `sentence ${n} of round ${round}` } });
    expect((await signIn(won[0] ?? -1)).status).toBe(303);
    expect((await signIn(won[0] === 0 ? 1 : 0)).status).toBe(422);
  }
  expect((await w.call('users.counts', { organizationId: w.organizationId })).active).toBe(1 + rounds);
  const credentials = await w.core.store.read.selectFrom('credential').selectAll().execute();
  expect(credentials).toHaveLength(1 + rounds);
}, 120_000);
