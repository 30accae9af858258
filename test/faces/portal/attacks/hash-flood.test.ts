import { expect, it } from 'vitest';
import { createPasswords } from '../../../../src-main/kernel/passwords.ts';
import { invite } from '../../../support/invitees.ts';
import { freshWorkspace, owner } from '../../../support/workspace.ts';
import { ask, openPortal, signUp } from '../support.ts';

const unlimited = { limits: { posts: 1e6, requests: 1e6 } };

it('turns sign-ups away for some seconds when too many come at once, and their links still work', async () => {
  const w = await freshWorkspace({ passwords: createPasswords(undefined, 4) });
  const portal = await openPortal(w, unlimited);
  const people = Array.from({ length: 48 }, (_, n) => ({ email: `person${n}@example.org`, roles: ['Member'] }));
  const tokens: string[] = [];
  for (const { email } of people) tokens.push((await invite(w, email)).token);
  const answers = await Promise.all(tokens.map((token) => ask(portal, `/i/${token}`, { form: signUp })));
  const away = answers.flatMap((answer, n) => (answer.status === 503 ? [{ answer, token: tokens[n] }] : []));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 503]));
  for (const { answer } of away) {
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.body).toContain('Many people at once');
  }
  // nobody's link is spoilt: the same form goes through afterwards
  expect((await ask(portal, `/i/${away[0]?.token}`, { form: signUp })).status).toBe(303);
});

it('lets a password typed into the window go first, and never turns it away', async () => {
  const w = await freshWorkspace({ passwords: createPasswords(undefined, 64) });
  const portal = await openPortal(w, unlimited);
  const form = (n: number) => ({ email: `nobody${n}@example.org`, password: 'a guess of somebody' });
  let answered = 0;
  const flood = Array.from({ length: 96 }, (_, n) =>
    ask(portal, '/sign-in', { form: form(n) }).then(({ status }) => {
      answered++;
      return status;
    }),
  );
  await flood[0];
  const nobody = { face: 'window', credentials: { kind: 'anonymous' } } as const;
  await w.callAs(nobody, 'session.signIn', { email: owner.email, password: owner.password });
  // strangers who came before still wait
  expect(answered).toBeLessThan(flood.length);
  expect(new Set(await Promise.all(flood))).toEqual(new Set([422, 503]));
});

it('does not count a guess that was turned away, whoever it was at', async () => {
  const w = await freshWorkspace({ passwords: createPasswords(undefined, 0) });
  const portal = await openPortal(w, unlimited);
  const guesses = Array.from({ length: 40 }, (_, n) => ({ email: n % 2 ? owner.email : `nobody${n}@example.org` }));
  const answers = await Promise.all(
    guesses.map(({ email }) => ask(portal, '/sign-in', { form: { email, password: 'a guess' } })),
  );
  const compared = answers.filter(({ status }) => status === 422).length;
  const rows = await w.core.store.read.selectFrom('wrong_password').select('failures').execute();
  expect(answers.some(({ status }) => status === 503)).toBe(true);
  expect(rows.reduce((sum, { failures }) => sum + failures, 0)).toBeLessThanOrEqual(compared);
});
