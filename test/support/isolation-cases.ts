import type { ErrorCode } from '#contract/errors.ts';
import type { InputOf, OperationName } from '#contract/index.ts';
import { prefix } from '#contract/operation.ts';
import { spans } from '#contract/vocabulary/overview.ts';
import { memberKinds } from '#contract/vocabulary/user-filter.ts';
import type { Populated } from './two-organizations.ts';

type InOrganization = {
  // for an input without fields, every name is a key
  [N in OperationName]: string extends keyof InputOf<N> ? never : 'organizationId' extends keyof InputOf<N> ? N : never;
}[OperationName];

interface Case<N extends OperationName> {
  /** Calls that are valid within an organization. */
  readonly own: (of: Populated) => readonly InputOf<N>[];
  /** Calls in `here` that name a row of `there` in each place that takes an id. */
  readonly foreign?: (here: Populated, there: Populated) => readonly InputOf<N>[];
  /** How the latter are refused, by default with `not-found`; `nobody`: they succeed and find nobody. */
  readonly foreignIs?: ErrorCode | 'nobody';
  /** A query whose answer does not contain the organization's word. */
  readonly numbersOnly?: true;
}

const at = ({ organizationId }: Populated) => ({ organizationId });
const alone = (of: Populated) => [at(of)];

/** The ids of all of an organization's people. */
const people = ({ ids }: Populated) => [ids.active, ids.pending, ids.guest, ids.agent, ids.suspended, ids.shared];
/** Operations on one person. */
const onOne = {
  own: (of: Populated) => people(of).map((membershipId) => ({ ...at(of), membershipId })),
  foreign: (here: Populated, there: Populated) => people(there).map((membershipId) => ({ ...at(here), membershipId })),
};
const onOneThing = <M extends object>(kind: 'teams' | 'groups' | 'products' | 'lines' | 'role' | 'view', more: M) => ({
  own: (of: Populated) => [{ ...at(of), id: of.ids[kind], ...more }],
  foreign: (here: Populated, there: Populated) => [{ ...at(here), id: there.ids[kind], ...more }],
});
const onOneMessage = {
  own: (of: Populated) => of.ids.messages.map((id) => ({ ...at(of), id })),
  foreign: (here: Populated, there: Populated) => there.ids.messages.map((id) => ({ ...at(here), id })),
};
const onOneDraft = <M extends object>(more: M) => ({
  own: (of: Populated) => [{ ...at(of), id: of.ids.draft, ...more }],
  foreign: (here: Populated, there: Populated) => [{ ...at(here), id: there.ids.draft, ...more }],
});
const asGuests = (sponsorMembershipId: number) => ({ kind: 'guest' as const, sponsorMembershipId });
const eve = { email: 'eve@example.net' };
const later = Date.UTC(2026, 10, 21);
const onOneJob = {
  own: (of: Populated) => [{ ...at(of), jobId: of.ids.job }],
  foreign: (here: Populated, there: Populated) => [{ ...at(here), jobId: there.ids.job }],
};

/** Reports that name somebody in an organization. */
const bouncesOf = (of: Populated) => [{ ...at(of), text: `pending@${of.word}.test` }];

const relations = ['roles', 'teams', 'groups', 'products', 'lines'] as const;
const idOf = ({ ids }: Populated, relation: (typeof relations)[number]) =>
  ids[relation === 'roles' ? 'role' : relation];
/** One filter for each relation by which people can be filtered. */
const filters = (by: Populated) => relations.map((relation) => ({ [relation]: [idOf(by, relation)] }));
const chosen = (of: Populated) => ({ kind: 'chosen' as const, membershipIds: people(of) });
const matching = (by: Populated) => filters(by).map((filter) => ({ kind: 'matching' as const, filter }));
/** A file that names somebody in an organization. */
const fileOf = ({ word }: Populated) => ({
  base64: Buffer.from(`agent@${word}.test\npending@${word}.test\n`).toString('base64'),
});
const columnsOf = (of: Populated) => ({ file: fileOf(of), fields: ['email' as const] });

const ofMessages = (of: Populated) => ({ kind: 'chosen' as const, ids: [...of.ids.messages] });
const onManyMessages = {
  own: (of: Populated) => [{ ...at(of), choice: ofMessages(of) }],
  foreign: (here: Populated, there: Populated) => [
    { ...at(here), choice: ofMessages(there) },
    { ...at(here), choice: { kind: 'matching' as const, filter: { search: there.word } } },
  ],
  foreignIs: 'nobody' as const,
};

/** A job only acts on chosen people who are there: those of another organization count as nobody. */
const onMany = {
  own: (of: Populated) => [{ ...at(of), choice: chosen(of) }],
  foreign: (here: Populated, there: Populated) =>
    [chosen(there), ...matching(there)].map((choice) => ({ ...at(here), choice })),
  foreignIs: 'nobody' as const,
};

const structure = (kind: 'teams' | 'groups' | 'products' | 'lines') => ({
  list: { own: (of: Populated) => [{ ...at(of), archived: true }] },
  create: { own: (of: Populated) => [{ ...at(of), name: 'New' }] },
  rename: onOneThing(kind, { name: 'New' }),
  archive: onOneThing(kind, {}),
  restore: onOneThing(kind, {}),
  merge: {
    own: (of: Populated) => [{ ...at(of), id: of.ids[kind], into: of.ids[kind] }],
    foreign: (here: Populated, there: Populated) => [
      { ...at(here), id: here.ids[kind], into: there.ids[kind] },
      { ...at(here), id: there.ids[kind], into: here.ids[kind] },
    ],
  },
});

const server = { host: '127.0.0.1', port: 1, security: 'none' as const, sender: 'it@example.com' };

/** Every operation on an organization, with calls within its own and across to another. */
export const cases: { readonly [N in InOrganization]: Case<N> } = {
  'organizations.get': { own: alone },
  'organizations.seats': { own: alone, numbersOnly: true },
  'organizations.update': { own: (of) => [{ ...at(of), name: 'New', seatLimit: 1 }] },
  'users.list': {
    own: (of) => [
      { ...at(of), kinds: [...memberKinds] },
      { ...at(of), search: 'sentinel' },
      { ...at(of), search: 'example.com' },
      ...filters(of).map((filter) => ({ ...at(of), ...filter })),
    ],
    foreign: (here, there) => filters(there).map((filter) => ({ ...at(here), ...filter })),
    foreignIs: 'nobody',
  },
  'users.counts': { own: (of) => [{ ...at(of), kinds: [...memberKinds] }], numbersOnly: true },
  'users.erase': {
    own: (of) => onOne.own(of).map((one) => ({ ...one, email: eve.email })),
    foreign: (here, there) => onOne.foreign(here, there).map((one) => ({ ...one, email: eve.email })),
  },
  'users.get': onOne,
  'users.activity': {
    own: onOne.own,
    foreign: (here, there) => [
      ...onOne.foreign(here, there),
      { ...at(here), membershipId: there.ids.active, before: 9999 },
    ],
  },
  'users.update': {
    own: (of) => [{ ...at(of), membershipId: of.ids.active, teams: { remove: [of.ids.teams] } }],
    foreign: (here, there) => [
      { ...at(here), membershipId: there.ids.active, teams: { add: [here.ids.teams] } },
      ...relations.flatMap((relation) => [
        { ...at(here), membershipId: here.ids.active, [relation]: { add: [idOf(there, relation)] } },
        { ...at(here), membershipId: here.ids.active, [relation]: { remove: [idOf(there, relation)] } },
        { ...at(here), membershipId: there.ids.active, [relation]: { add: [idOf(there, relation)] } },
      ]),
    ],
  },
  'users.suspend': onOne,
  'users.reactivate': onOne,
  'users.remove': onOne,
  'users.updateMany': {
    own: (of) => [{ ...at(of), choice: chosen(of), teams: { remove: [of.ids.teams] } }],
    foreign: (here, there) =>
      onMany.foreign(here, there).map((input) => ({ ...input, teams: { add: [here.ids.teams] } })),
    foreignIs: 'nobody',
  },
  'users.suspendMany': onMany,
  'users.reactivateMany': onMany,
  'users.removeMany': onMany,
  'users.exportMany': onMany,
  'invitations.preview': { own: (of) => [{ ...at(of), text: `pending@${of.word}.test` }] },
  'invitations.send': { own: (of) => [{ ...at(of), entries: [{ email: 'eve@example.net', roles: ['Member'] }] }] },
  'invitations.reinvite': onOne,
  'invitations.reinviteMany': onMany,
  'invitations.revokeMany': onMany,
  'invitations.extend': onOne,
  'invitations.extendMany': onMany,
  'invitations.sendAgain': onOne,
  'invitations.revoke': onOne,
  'invitations.copyLink': onOne,
  'invitations.copyLinks': onMany,
  'drafts.list': { own: alone },
  'drafts.counts': { own: alone, numbersOnly: true },
  'drafts.get': onOneDraft({}),
  'drafts.check': {
    own: (of) => [{ ...at(of), terms: { kind: 'user' }, entries: [{ email: `pending@${of.word}.test` }] }],
    foreign: (here, there) => [
      { ...at(here), terms: asGuests(there.ids.active), entries: [eve] },
      { ...at(here), terms: asGuests(there.ids.shared), entries: [eve] },
    ],
    numbersOnly: true,
  },
  'drafts.save': {
    own: (of) => [{ ...at(of), name: 'New', terms: { kind: 'user' }, entries: [eve] }],
    foreign: (here, there) => [
      { ...at(here), name: 'New', terms: asGuests(there.ids.active), entries: [eve] },
      { ...at(here), name: 'New', terms: asGuests(there.ids.shared), entries: [eve] },
    ],
  },
  'drafts.change': {
    own: onOneDraft({ name: 'New' }).own,
    foreign: (here, there) => [
      ...onOneDraft({ name: 'New' }).foreign(here, there),
      ...onOneDraft({ remove: [there.ids.draftRow] }).foreign(here, there),
      { ...at(here), id: here.ids.draft, terms: asGuests(there.ids.active) },
      { ...at(here), id: here.ids.draft, remove: [there.ids.draftRow] },
      { ...at(here), id: here.ids.draft, change: [{ id: there.ids.draftRow, entry: eve }] },
    ],
  },
  'drafts.submit': onOneDraft({}),
  'drafts.approve': onOneDraft({ version: 1 }),
  'drafts.return': onOneDraft({}),
  'drafts.schedule': onOneDraft({ sendAt: later }),
  'drafts.unschedule': onOneDraft({}),
  'drafts.send': onOneDraft({}),
  'drafts.discard': onOneDraft({}),
  'import.read': { own: (of) => [{ ...at(of), file: fileOf(of) }] },
  'import.check': { own: (of) => [{ ...at(of), ...columnsOf(of) }] },
  'import.compare': {
    own: (of) => [{ ...at(of), ...columnsOf(of) }],
    foreign: (here, there) => filters(there).map((filter) => ({ ...at(here), ...columnsOf(here), filter })),
    foreignIs: 'nobody',
  },
  'guests.preview': { own: (of) => [{ ...at(of), text: `guest@${of.word}.test` }] },
  'guests.invite': {
    own: (of) => [{ ...at(of), emails: ['eve@example.net'] }],
    foreign: (here, there) => [
      { ...at(here), emails: ['eve@example.net'], sponsorMembershipId: there.ids.active },
      { ...at(here), emails: ['eve@example.net'], sponsorMembershipId: there.ids.shared },
    ],
  },
  'guests.inviteAgain': onOne,
  'guests.update': {
    own: onOne.own,
    foreign: (here, there) => [
      ...onOne.foreign(here, there),
      { ...at(here), membershipId: here.ids.guest, sponsorMembershipId: there.ids.active },
    ],
  },
  'guests.renew': onOne,
  'guests.renewMany': onMany,
  'guests.setSponsorMany': {
    own: (of) => onMany.own(of).map((input) => ({ ...input, sponsorMembershipId: of.ids.active })),
    foreign: (here, there) =>
      onMany.foreign(here, there).map((input) => ({ ...input, sponsorMembershipId: here.ids.active })),
    foreignIs: 'nobody',
  },
  'guests.remove': onOne,
  'guests.makeUser': onOne,
  'guests.makeGuest': {
    own: onOne.own,
    foreign: (here, there) => [
      ...onOne.foreign(here, there),
      { ...at(here), membershipId: here.ids.active, sponsorMembershipId: there.ids.active },
    ],
  },
  'guests.expiring': { own: alone, numbersOnly: true },
  'overview.attention': { own: alone, numbersOnly: true },
  'overview.history': { own: (of) => spans.map((span) => ({ ...at(of), span })), numbersOnly: true },
  'roles.list': { own: alone },
  'roles.create': { own: (of) => [{ ...at(of), name: 'New' }] },
  'roles.update': onOneThing('role', { name: 'New' }),
  'roles.remove': {
    own: onOneThing('role', {}).own,
    foreign: (here, there) => [
      ...onOneThing('role', {}).foreign(here, there),
      { ...at(here), id: here.ids.role, replaceWith: there.ids.role },
    ],
  },
  ...prefix('teams', structure('teams')),
  ...prefix('groups', structure('groups')),
  ...prefix('products', structure('products')),
  ...prefix('lines', structure('lines')),
  'mail.settings': { own: alone },
  'mail.save': { own: (of) => [{ ...at(of), ...server }] },
  'mail.test': { own: (of) => [{ ...at(of), ...server }] },
  'outbox.list': {
    own: alone,
    foreign: (here, there) => there.ids.messages.map((id) => ({ ...at(here), before: id + 1 })),
    foreignIs: 'nobody',
  },
  'outbox.state': { own: alone, numbersOnly: true },
  'outbox.show': onOneMessage,
  'outbox.conversation': onOneMessage,
  'outbox.retry': onOneMessage,
  'outbox.retryMany': onManyMessages,
  'outbox.hold': onOneMessage,
  'outbox.holdMany': onManyMessages,
  'outbox.release': onOneMessage,
  'outbox.releaseMany': onManyMessages,
  'outbox.cancel': onOneMessage,
  'outbox.cancelMany': onManyMessages,
  'outbox.pause': { own: alone },
  'bounces.preview': { own: bouncesOf },
  'bounces.import': { own: bouncesOf },
  'bounces.markMany': {
    own: (of) => onMany.own(of).map((input) => ({ ...input, why: 'no such person' })),
    foreign: (here, there) => onMany.foreign(here, there).map((input) => ({ ...input, why: 'no such person' })),
    foreignIs: 'nobody',
  },
  'bounces.unmarkMany': onMany,
  'bounces.unmark': onOneMessage,
  'outbox.resume': { own: alone },
  'wording.list': { own: alone, numbersOnly: true },
  'wording.get': { own: (of) => [{ ...at(of), kind: 'invitation' }] },
  'wording.preview': { own: (of) => [{ ...at(of), kind: 'invitation' }] },
  'wording.save': { own: (of) => [{ ...at(of), kind: 'reminder', subject: 'New', body: '{link}' }] },
  'wording.reset': { own: (of) => [{ ...at(of), kind: 'invitation' }] },
  'wording.testSend': { own: (of) => [{ ...at(of), kind: 'invitation', to: 'eve@example.net' }] },
  'wording.look': { own: alone, numbersOnly: true },
  'wording.saveLook': { own: (of) => [{ ...at(of), accent: '#123456' }] },
  // there is one portal for the whole workspace, so its answer belongs to no organization
  'portal.settings': { own: alone, numbersOnly: true },
  'portal.save': { own: (of) => [{ ...at(of), address: '127.0.0.1', port: 0, baseUrl: null }] },
  'audit.verify': { own: alone, numbersOnly: true },
  'audit.expiry': { own: (of) => [{ ...at(of), days: 30 }], numbersOnly: true },
  'audit.list': {
    own: (of) => [
      at(of),
      { ...at(of), search: 'example.com' },
      { ...at(of), search: of.word },
      { ...at(of), outcomes: ['done'] },
    ],
    foreign: (here) => [{ ...at(here), before: 9999 }],
    foreignIs: 'nobody',
  },
  'audit.actors': { own: alone },
  'audit.exportMany': { own: alone },
  'jobs.get': { ...onOneJob, numbersOnly: true },
  'jobs.list': { own: alone, numbersOnly: true },
  'jobs.results': onOneJob,
  'jobs.cancel': onOneJob,
  'views.list': { own: alone },
  'views.save': {
    own: (of) => [{ ...at(of), name: 'New', query: { filter: {} } }],
    foreign: (here, there) => filters(there).map((filter) => ({ ...at(here), name: 'New', query: { filter } })),
    foreignIs: 'nobody',
  },
  'views.remove': onOneThing('view', {}),
  'twofactor.reset': onOne,
  'profile.leave': { own: alone },
};

/** Operations that name no organization, and why nothing of one can leak into another through them. */
export const free: { readonly [N in Exclude<OperationName, InOrganization>]: string } = {
  'organizations.create': 'makes a new one',
  'organizations.add': 'makes a new one',
  'organizations.list': 'lists those that the caller belongs to',
  'session.state': 'tells of the caller, and of the organizations that they belong to',
  'session.signIn': 'is about the account, which is one for the workspace',
  'session.giveCode': 'is about the account of the attempt that it goes on with',
  'session.signOut': 'is about the session of the caller',
  'session.lock': 'is about the session of the caller',
  'session.unlock': 'is about the session of the caller',
  'session.forgotPassword': 'says the same to everybody',
  'session.openReset': 'tells who has the secret link the address that it was mailed to',
  'session.resetPassword': 'is about the account that the secret link belongs to',
  'invitations.open': 'tells who has the secret link of its one organization',
  'invitations.accept': 'joins the one organization of the secret link',
  'portal.logo': 'shows who was given its address the picture that an organization puts on its pages, and nothing else',
  'profile.get': 'is about the caller',
  'profile.update': 'is about the caller: what they say of themselves holds everywhere',
  'profile.chooseLanguage': 'is about the caller: mails of every organization speak to them in it',
  'profile.changePassword': 'is about the account of the caller',
  'profile.organizations': 'lists those that the caller belongs to',
  'profile.signOutEverywhere': 'is about the sessions of the caller',
  'twofactor.state': 'is about the account of the caller',
  'twofactor.begin': 'is about the account of the caller',
  'twofactor.confirm': 'is about the account of the caller',
  'twofactor.renewCodes': 'is about the account of the caller',
  'twofactor.turnOff': 'is about the account of the caller',
  'recovery.state': 'is about the account of the caller',
  'recovery.renew': 'is about the account of the caller',
  'recovery.recover': 'is about the account of whoever has its secret code',
  'inbox.list': 'is the mail of one person, each notice with its organization',
  'inbox.markRead': 'is the mail of one person',
  'demo.inbox': 'is there in a throw-away workspace only, whose mail is invented',
  'demo.message': 'is there in a throw-away workspace only, whose mail is invented',
  'backups.list': 'lists files of the whole workspace, for owners; nothing of any organization is in it',
  'backups.make': 'copies the whole workspace, for owners; the answer has numbers of all together',
  'backups.settings': 'is about the whole workspace, for owners',
  'backups.saveSettings': 'is about the whole workspace, for owners',
  'backups.inspect': 'names only those that the caller belongs to; of others numbers, for owners',
  'backups.restore': 'replaces the whole workspace, for owners',
  'key.state': 'is about the key of the whole workspace, for owners; nothing of any organization is in it',
  'key.move': 'is about the key of the whole workspace, for owners',
  'key.saveRecovery': 'is about the key of the whole workspace, for owners',
  'key.recover': 'is refused while the workspace can be opened',
  'key.begin': 'is refused while the workspace can be opened',
};
