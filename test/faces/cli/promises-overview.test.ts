import { expect, test } from 'vitest';
import { now, run } from '../../support/command-line.ts';

test('F11: what needs attention and the history of invitations can be read', async () => {
  const w = await now();
  const { invited } = await run(w, 'invitations.send', { entries: [{ email: 'ana@example.org', roles: ['Member'] }] });
  await run(w, 'invitations.copyLink', { membershipId: invited[0]?.membershipId ?? 0 });
  // links live for three days
  expect(await run(w, 'overview.attention', {})).toMatchObject({ ending: 0, unanswered: 0 });
  const { slots } = await run(w, 'overview.history', { span: 'weeks' });
  expect(slots).toHaveLength(52);
  expect(slots.at(-1)).toMatchObject({ sent: 1, accepted: 0, guests: 0 });
});
