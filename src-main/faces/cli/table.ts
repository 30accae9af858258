import type { OperationName } from '#contract/index.ts';
import type { Messages } from '#contract/messages/index.ts';
import { auditColumns } from '#contract/vocabulary/audit.ts';
import { invitableKinds } from '#contract/vocabulary/invitations.ts';
import type { OptionName, ValueKind } from './options.ts';

export interface Verb {
  /** What follows the name. */
  readonly operand?: { readonly value: ValueKind; readonly many?: boolean; readonly needed?: boolean };
  readonly options: readonly OptionName[];
  /** Where a verb takes fewer or other values than the option has. */
  readonly choices?: { readonly [O in OptionName]?: readonly string[] };
  /** The operations that it may call; `gatehouse operations NAME` describes each. */
  readonly operations: readonly OperationName[];
  /** Explained and completed here; its arguments are read by `arguments.ts`, or it needs no workspace. */
  readonly apart?: true;
}

const everywhere = ['workspace', 'organization', 'as', 'key-file', 'json'] as const;
/** For verbs that concern no single organization. */
const wholeWorkspace = everywhere.filter((option) => option !== 'organization');
/** Roles and what people belong to: given to those who are invited, or a condition for those who are listed. */
const belongings = ['role', 'team', 'group', 'product', 'line'] as const;
const people = ['kind', 'status', ...belongings, 'mail', 'access', 'search'] as const;
const bulk = ['file', 'all', ...people, 'yes', 'dry-run', ...everywhere] as const;
const messages = ['state', 'type', 'search'] as const;
const entries = ['actor', 'operation', 'outcome', 'face', 'target', 'from', 'to', 'search'] as const;
const saved = ['output', 'columns', 'yes', ...everywhere] as const;
const addresses = { value: 'address', many: true } as const;
const messageIds = { value: 'id', many: true } as const;

const listing = ['organizations.list', 'users.list'] as const;

export type VerbName = keyof Messages['cli']['verbs'];

/** Every command, in the order of the help. Help, completion, `docs/commands.md` and the reading of arguments follow it. */
export const verbs: Readonly<Record<VerbName, Verb>> = {
  invite: {
    operand: addresses,
    options: [
      ...(['file', 'kind', ...belongings, 'life', 'language', 'message', 'days', 'sponsor'] as const),
      ...(['account-manager', 'may-invite', 'draft', 'review', 'at', 'dry-run', ...everywhere] as const),
    ],
    operations: [
      ...(['invitations.preview', 'invitations.send', 'guests.preview', 'guests.invite', 'drafts.check'] as const),
      ...(['drafts.save', 'drafts.submit', 'drafts.schedule'] as const),
    ],
  },
  reinvite: {
    operand: addresses,
    options: bulk,
    operations: [...listing, 'invitations.reinviteMany', 'jobs.get', 'jobs.results'],
  },
  revoke: {
    operand: addresses,
    options: bulk,
    operations: [...listing, 'invitations.revokeMany', 'jobs.get', 'jobs.results'],
  },
  'guests renew': {
    operand: addresses,
    options: ['notify', ...bulk.filter((o) => o !== 'kind')],
    operations: [...listing, 'guests.renewMany', 'jobs.get', 'jobs.results'],
  },
  'users list': {
    options: [...people, 'sort', 'descending', 'columns', 'limit', 'csv', ...everywhere],
    operations: listing,
  },
  import: {
    operand: { value: 'file', needed: true },
    options: [
      ...(['sheet', 'heading', 'map', 'kind', ...belongings, 'life', 'language'] as const),
      ...(['result', 'dry-run', 'yes', ...everywhere] as const),
    ],
    choices: { kind: invitableKinds },
    operations: ['import.read', 'import.check', 'drafts.check', 'invitations.send'],
  },
  'export users': {
    options: [...people, ...saved],
    operations: ['users.exportMany', 'jobs.get', 'jobs.results'],
  },
  'export pending': {
    options: [...people.filter((o) => o !== 'status' && o !== 'access'), ...saved],
    operations: ['users.exportMany', 'jobs.get', 'jobs.results'],
  },
  'export guests': {
    options: [...people.filter((o) => o !== 'kind'), ...saved],
    operations: ['users.exportMany', 'jobs.get', 'jobs.results'],
  },
  'export audit': {
    options: [...entries, ...saved],
    choices: { columns: auditColumns },
    operations: ['audit.exportMany', 'jobs.get', 'jobs.results'],
  },
  'outbox list': {
    options: [...messages, 'limit', ...everywhere],
    operations: ['outbox.list', 'outbox.state'],
  },
  'outbox show': {
    operand: { value: 'id', needed: true },
    options: ['conversation', ...everywhere],
    operations: ['outbox.show', 'outbox.conversation'],
  },
  'outbox retry': {
    operand: messageIds,
    options: ['all', ...messages, 'yes', 'dry-run', ...everywhere],
    operations: ['outbox.list', 'outbox.retryMany'],
  },
  'outbox hold': {
    operand: messageIds,
    options: ['all', ...messages, 'dry-run', ...everywhere],
    operations: ['outbox.list', 'outbox.holdMany'],
  },
  'outbox release': {
    operand: messageIds,
    options: ['all', ...messages, 'dry-run', ...everywhere],
    operations: ['outbox.list', 'outbox.releaseMany'],
  },
  'outbox cancel': {
    operand: messageIds,
    options: ['all', ...messages, 'yes', 'dry-run', ...everywhere],
    operations: ['outbox.list', 'outbox.cancelMany'],
  },
  'outbox pause': {
    options: everywhere,
    operations: ['outbox.pause'],
  },
  'outbox resume': {
    options: everywhere,
    operations: ['outbox.resume'],
  },
  'backup make': {
    options: wholeWorkspace,
    operations: ['backups.make'],
  },
  'backup list': {
    options: wholeWorkspace,
    operations: ['backups.list'],
  },
  'backup restore': {
    operand: { value: 'backup', needed: true },
    options: ['passphrase-file', 'yes', 'dry-run', ...wholeWorkspace],
    operations: ['backups.inspect', 'backups.restore'],
  },
  'audit list': {
    options: [...entries, 'limit', ...everywhere],
    operations: ['audit.list'],
  },
  'audit verify': {
    options: everywhere,
    operations: ['audit.verify'],
  },
  'sign-in': { options: ['workspace', 'as', 'key-file', 'password-file'], operations: [], apart: true },
  recover: { options: ['workspace', 'as', 'key-file', 'password-file'], operations: ['recovery.recover'], apart: true },
  'sign-out': { options: ['workspace', 'as', 'key-file'], operations: [], apart: true },
  serve: {
    options: ['port', 'base-url', 'certificate', 'key', 'trusted-proxy', 'workspace', 'key-file'],
    operations: [],
    apart: true,
  },
  call: {
    operand: { value: 'operation', needed: true },
    options: ['workspace', 'as', 'key-file'],
    operations: [],
    apart: true,
  },
  operations: { operand: { value: 'operation' }, options: ['json'], operations: [], apart: true },
  completion: { operand: { value: 'choice', needed: true }, options: [], operations: [], apart: true },
  help: { operand: { value: 'command' }, options: [], operations: [], apart: true },
};

export const verbNames = Object.keys(verbs) as VerbName[];
/** What may be named as an argument, where that is a choice. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];
