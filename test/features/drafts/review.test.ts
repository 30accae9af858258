import { beforeEach, describe, expect, it } from 'vitest';
import { ben, cleo, type Desk, desk, members } from '../../support/drafts.ts';
import { inviteGuest, joinGuest, portalOf } from '../../support/guests.ts';
import { invite, member } from '../../support/invitees.ts';
import { auditOf } from '../../support/members.ts';
import { freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

let w: Workspace;
let d: Desk;
const here = () => ({ organizationId: w.organizationId });
const require = (approvalRequired: boolean) => w.call('organizations.update', { ...here(), approvalRequired });
const code = (wanted: string, data?: object) => ({ code: wanted, ...(data ? { data } : {}) });
/** A draft in review, and the version that is to be approved. */
async function submitted(who = ['ana@example.org'], by = owner.email, sendAt?: number) {
  const id = await d.draft(who, { by });
  await d.by(by, 'drafts.submit', { id, ...(sendAt === undefined ? {} : { sendAt }) });
  return { id, version: (await d.get(id)).version };
}

beforeEach(async () => {
  w = await freshWorkspace();
  d = await desk(w);
});

describe('the policy that a second operator approves', () => {
  it('cannot be switched on while nobody could approve', async () => {
    const alone = await freshWorkspace();
    const policy = { organizationId: alone.organizationId, approvalRequired: true };
    await expect(alone.call('organizations.update', policy)).rejects.toMatchObject(code('approver-needed'));
    expect(await alone.call('organizations.get', { organizationId: alone.organizationId })).toMatchObject({
      approvalRequired: false,
    });
    await require(true);
    // once it is on, it does not stand in the way of other settings
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db.updateTable('membership').set({ status: 'suspended' }).where('email_key', 'in', [ben, cleo]).execute(),
    );
    await w.call('organizations.update', { ...here(), approvalRequired: true, nameRequired: false });
  });

  it('refuses whatever would invite somebody without approval, on the command line and in the portal', async () => {
    const entry = { email: 'eve@example.org', roles: ['Member'] };
    const guest = await joinGuest(w, 'gus@example.org', { mayInviteGuests: true });
    expect(guest).toBeGreaterThan(0);
    await require(true);
    const refused = code('approval-needed');
    await expect(w.call('invitations.send', { ...here(), entries: [entry] })).rejects.toMatchObject(refused);
    await expect(inviteGuest(w, 'eve@example.org')).rejects.toMatchObject(refused);
    await expect(
      w.callAs(await portalOf(w, 'gus@example.org'), 'guests.invite', { ...here(), emails: ['eve@example.org'] }),
    ).rejects.toMatchObject(refused);
    const id = await d.draft(['eve@example.org']);
    await expect(d.by(owner.email, 'drafts.send', { id })).rejects.toMatchObject(refused);
    await expect(d.by(owner.email, 'drafts.schedule', { id, sendAt: w.clock.time + hour })).rejects.toMatchObject(
      refused,
    );
    await d.by(owner.email, 'drafts.submit', { id });
    await expect(d.by(ben, 'drafts.send', { id })).rejects.toMatchObject(refused);
    expect(await d.invited()).toEqual([]);
    const denied = await w.core.store.read
      .selectFrom('audit')
      .select(['operation', 'detail'])
      .where('outcome', '=', 'denied')
      .where('operation', '=', 'invitations.send')
      .execute();
    expect(denied).toMatchObject([{ detail: expect.stringContaining('approval-needed') }]);
  });

  it('leaves earlier invitations alone: they can be extended, sent again and reinvited', async () => {
    const ana = await invite(w, 'ana@example.org');
    await w.call('invitations.copyLink', member(w, ana.membershipId));
    await require(true);
    await w.call('invitations.extend', member(w, ana.membershipId));
    await w.call('invitations.sendAgain', member(w, ana.membershipId));
    await w.call('invitations.reinvite', member(w, ana.membershipId));
  });

  it('stops what was scheduled without approval, and returns it to its author', async () => {
    const id = await d.draft(['ana@example.org']);
    await d.by(owner.email, 'drafts.schedule', { id, sendAt: w.clock.time + hour });
    await require(true);
    w.clock.advance(hour);
    await d.sender().look();
    expect(await d.invited()).toEqual([]);
    expect(await d.get(id)).toMatchObject({ state: 'draft', sendAt: null, refusal: { code: 'approval-needed' } });
    expect(await d.by(owner.email, 'drafts.counts', {})).toMatchObject({ returned: 1 });
    expect(await d.by(ben, 'drafts.counts', {})).toMatchObject({ returned: 0 });
  });
});

describe('an approval', () => {
  beforeEach(() => require(true));

  it('is another operator’s to give: neither the author’s nor the last editor’s', async () => {
    const { id, version } = await submitted();
    expect(await d.by(owner.email, 'drafts.counts', {})).toMatchObject({ counts: { review: 1 }, forYou: 0 });
    expect(await d.by(ben, 'drafts.counts', {})).toMatchObject({ forYou: 1 });
    expect((await d.get(id)).reviewers).toEqual([ben, cleo]);
    await expect(d.by(owner.email, 'drafts.approve', { id, version })).rejects.toMatchObject(
      code('approval-not-yours', { why: 'author' }),
    );
    await d.by(ben, 'drafts.change', { id, add: [{ email: 'eve@example.org' }] });
    expect(await d.get(id)).toMatchObject({ state: 'draft' });
    await d.by(owner.email, 'drafts.submit', { id });
    await expect(d.by(ben, 'drafts.approve', { id, version: version + 1 })).rejects.toMatchObject(
      code('approval-not-yours', { why: 'editor' }),
    );
    expect(await d.by(ben, 'drafts.list', {})).toMatchObject({ rows: [{ forYou: false }] });
    expect(await d.by(cleo, 'drafts.list', {})).toMatchObject({ rows: [{ forYou: true, problems: 0 }] });
    const { outcome } = await d.by(cleo, 'drafts.approve', { id, version: version + 1 });
    expect(outcome?.invited).toHaveLength(2);
    expect(await d.invited()).toEqual(['ana@example.org', 'eve@example.org']);
    const [one] = outcome?.invited ?? [];
    // the inviter is the author; the approver is in the audit
    expect(await w.call('users.get', member(w, one?.membershipId ?? 0))).toMatchObject({
      invitedBy: { name: owner.name },
    });
    expect(await auditOf(w, 'drafts.approve', 'ana@example.org')).toMatchObject([
      { actor: cleo, outcome: 'done', detail: { draft: 'New people' } },
    ]);
    const denied = await w.core.store.read
      .selectFrom('audit')
      .select('actor')
      .where('operation', '=', 'drafts.approve')
      .where('outcome', '=', 'denied')
      .execute();
    expect(denied.map(({ actor }) => actor)).toEqual([owner.email, ben]);
    expect((await w.call('drafts.list', here())).sent).toMatchObject([{ invited: 2, plannedAt: null }]);
  });

  it('is for what was reviewed: what has changed meanwhile must be reviewed again', async () => {
    const { id, version } = await submitted();
    await d.by(owner.email, 'drafts.change', { id, add: [{ email: 'eve@example.org' }] });
    await expect(d.by(ben, 'drafts.approve', { id, version })).rejects.toMatchObject(
      code('draft-state', { state: 'draft', wanted: 'review' }),
    );
    await d.by(owner.email, 'drafts.submit', { id });
    await expect(d.by(ben, 'drafts.approve', { id, version })).rejects.toMatchObject(code('draft-changed'));
    expect(await d.invited()).toEqual([]);
  });

  it('gives what the approver may give, and no more', async () => {
    const id = await d.draft([{ email: 'ana@example.org', roles: ['Admin'] }, 'bela@example.org'], { by: cleo });
    await d.by(cleo, 'drafts.submit', { id });
    const { version } = await d.get(id);
    // Cleo may not make an admin; Ben, who approves, may
    const { outcome } = await d.by(ben, 'drafts.approve', { id, version });
    expect(outcome).toMatchObject({ kept: 0, refused: [] });

    const strong = await d.draft([{ email: 'carl@example.org', roles: ['Owner'] }], { by: cleo });
    await d.by(cleo, 'drafts.submit', { id: strong });
    const answer = await d.by(ben, 'drafts.approve', { id: strong, version: 1 });
    expect(answer.outcome).toMatchObject({ kept: 1, refused: [{ reason: 'role-not-yours-to-give', detail: 'Owner' }] });
  });

  it('may set a time, or keep the one that was asked for; any change of the draft drops it', async () => {
    const at = w.clock.time + 5 * hour;
    const { id, version } = await submitted(['ana@example.org'], owner.email, at);
    expect(await d.by(ben, 'drafts.approve', { id, version })).toEqual({ outcome: null, sendAt: at });
    expect(await d.get(id)).toMatchObject({ state: 'scheduled', sendAt: at, approver: { email: ben } });
    // another time is no change of what was approved
    await d.by(owner.email, 'drafts.schedule', { id, sendAt: at + hour });
    expect(await d.get(id)).toMatchObject({ state: 'scheduled', sendAt: at + hour, approver: { email: ben } });
    await d.by(owner.email, 'drafts.change', { id, add: [{ email: 'eve@example.org' }] });
    expect(await d.get(id)).toMatchObject({ state: 'draft', sendAt: null, approver: null });
    await expect(d.by(owner.email, 'drafts.send', { id })).rejects.toMatchObject(code('approval-needed'));
    w.clock.advance(9 * hour);
    await d.sender().look();
    expect(await d.invited()).toEqual([]);

    await d.by(owner.email, 'drafts.submit', { id });
    const again = await d.get(id);
    await d.by(ben, 'drafts.approve', { id, version: again.version, sendAt: w.clock.time + hour });
    await d.by(ben, 'drafts.unschedule', { id });
    await expect(d.by(owner.email, 'drafts.send', { id })).rejects.toMatchObject(code('approval-needed'));
    expect(await d.get(id)).toMatchObject({ state: 'draft', approver: null });
  });

  it('that comes after the time that was asked for sends at once; an approved draft can be sent early', async () => {
    const late = await submitted(['ana@example.org'], owner.email, w.clock.time + hour);
    w.clock.advance(2 * hour);
    expect((await d.by(ben, 'drafts.approve', late)).outcome?.invited).toHaveLength(1);
    const early = await submitted(['bela@example.org'], owner.email, w.clock.time + hour);
    await d.by(ben, 'drafts.approve', early);
    expect((await d.by(owner.email, 'drafts.send', { id: early.id })).invited).toHaveLength(1);
    expect(await d.invited()).toEqual(['ana@example.org', 'bela@example.org']);
  });
});

describe('a review', () => {
  it('can end with a comment for the author, who corrects the draft and submits it again', async () => {
    const { id } = await submitted();
    await d.by(ben, 'drafts.return', { id, comment: 'Bela is missing.' });
    expect(await d.get(id)).toMatchObject({ state: 'draft', returned: { comment: 'Bela is missing.' } });
    expect(await d.by(owner.email, 'drafts.counts', {})).toMatchObject({
      returned: 1,
      counts: { draft: 1, review: 0 },
    });
    expect(await auditOf(w, 'drafts.return', 'New people')).toMatchObject([{ actor: ben }]);
    await d.by(owner.email, 'drafts.change', { id, add: [{ email: 'bela@example.org' }] });
    // it can still be read meanwhile
    expect(await d.get(id)).toMatchObject({ returned: { comment: 'Bela is missing.' } });
    await d.by(owner.email, 'drafts.submit', { id });
    expect(await d.get(id)).toMatchObject({ state: 'review', returned: null });
    await d.by(owner.email, 'drafts.return', { id });
    expect(await d.get(id)).toMatchObject({ state: 'draft', returned: null });
  });

  it('is possible without the policy, but is not binding then', async () => {
    const { id } = await submitted();
    expect((await d.by(owner.email, 'drafts.send', { id })).invited).toHaveLength(1);
  });

  it.each([
    ['approve', 'draft', 'review'],
    ['return', 'draft', 'review'],
    ['unschedule', 'draft', 'scheduled'],
    ['submit', 'review', 'draft'],
    ['unschedule', 'review', 'scheduled'],
    ['submit', 'scheduled', 'draft'],
    ['return', 'scheduled', 'review'],
    ['approve', 'scheduled', 'review'],
  ] as const)('refuses to %s a draft in the state %s', async (verb, state, wanted) => {
    const id = await d.draft(['ana@example.org']);
    if (state === 'review') await d.by(owner.email, 'drafts.submit', { id });
    if (state === 'scheduled') await d.by(owner.email, 'drafts.schedule', { id, sendAt: w.clock.time + hour });
    const call =
      verb === 'approve' ? d.by(ben, 'drafts.approve', { id, version: 1 }) : d.by(ben, `drafts.${verb}`, { id });
    await expect(call).rejects.toMatchObject(code('draft-state', { state, wanted }));
  });

  it('names those who could approve, if there are any', async () => {
    const id = await d.draft(['ana@example.org']);
    expect((await d.get(id)).reviewers).toHaveLength(2);
    const guests = await d.draft(['gus@example.org'], { terms: { kind: 'guest' } });
    expect((await d.get(guests)).reviewers).toHaveLength(1);
    const alone = await freshWorkspace();
    const { organizationId } = alone;
    const own = await alone.call('drafts.save', { organizationId, name: 'x', terms: members, entries: [] });
    expect(await alone.call('drafts.get', { organizationId, id: own.id })).toMatchObject({ reviewers: [] });
  });
});
