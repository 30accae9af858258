import { allLanguages } from '#contract/messages/languages.ts';
import { faces } from '#contract/operation.ts';
import { auditOutcomes } from '#contract/vocabulary/audit.ts';
import { deliveryStates } from '#contract/vocabulary/delivery.ts';
import { outboxKinds } from '#contract/vocabulary/outbox.ts';
import { guestStates, mailGroups, memberKinds, userStatuses } from '#contract/vocabulary/user-filter.ts';
import { exportColumns, invitationColumns, userSorts } from '#contract/vocabulary/users.ts';

/** What follows an option or is an argument: a word of `messages.cli.values`, and what a shell completes. */
export type ValueKind =
  | 'folder'
  | 'file'
  | 'name'
  | 'email'
  | 'text'
  | 'number'
  | 'time'
  | 'day'
  | 'url'
  | 'mapping'
  | 'id'
  | 'choice'
  | 'columns'
  | 'address'
  | 'operation'
  | 'json'
  | 'command'
  | 'backup';

interface OptionShape {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** May be given several times. */
  readonly multiple?: boolean;
  readonly value?: ValueKind;
  /** The only values it takes. */
  readonly choices?: readonly string[];
}

/** Every option of the verbs. `table.ts` says which of them a verb takes, `messages.cli.options` what they mean. */
export const options = {
  workspace: { type: 'string', value: 'folder' },
  organization: { type: 'string', value: 'name' },
  as: { type: 'string', value: 'email' },
  'key-file': { type: 'string', value: 'file' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  port: { type: 'string', value: 'number' },
  'base-url': { type: 'string', value: 'url' },
  'password-file': { type: 'string', value: 'file' },
  certificate: { type: 'string', value: 'file' },
  key: { type: 'string', value: 'file' },
  'trusted-proxy': { type: 'string', value: 'text' },
  'dry-run': { type: 'boolean', short: 'n' },
  yes: { type: 'boolean', short: 'y' },
  file: { type: 'string', short: 'f', value: 'file' },
  role: { type: 'string', multiple: true, value: 'name' },
  team: { type: 'string', multiple: true, value: 'name' },
  group: { type: 'string', multiple: true, value: 'name' },
  product: { type: 'string', multiple: true, value: 'name' },
  line: { type: 'string', multiple: true, value: 'name' },
  language: { type: 'string', value: 'choice', choices: allLanguages },
  life: { type: 'string', value: 'number' },
  message: { type: 'string', value: 'text' },
  days: { type: 'string', value: 'number' },
  sponsor: { type: 'string', value: 'email' },
  'account-manager': { type: 'boolean' },
  'may-invite': { type: 'boolean' },
  draft: { type: 'string', value: 'name' },
  review: { type: 'boolean' },
  at: { type: 'string', value: 'time' },
  all: { type: 'boolean' },
  kind: { type: 'string', multiple: true, value: 'choice', choices: memberKinds },
  status: { type: 'string', multiple: true, value: 'choice', choices: userStatuses },
  mail: { type: 'string', multiple: true, value: 'choice', choices: mailGroups },
  access: { type: 'string', multiple: true, value: 'choice', choices: guestStates },
  search: { type: 'string', value: 'text' },
  notify: { type: 'boolean' },
  sort: { type: 'string', value: 'choice', choices: userSorts },
  descending: { type: 'boolean' },
  columns: { type: 'string', value: 'columns', choices: [...exportColumns, ...invitationColumns] },
  csv: { type: 'boolean' },
  limit: { type: 'string', value: 'number' },
  sheet: { type: 'string', value: 'name' },
  heading: { type: 'string', value: 'number' },
  map: { type: 'string', multiple: true, value: 'mapping' },
  result: { type: 'string', value: 'file' },
  output: { type: 'string', short: 'o', value: 'file' },
  state: { type: 'string', value: 'choice', choices: deliveryStates },
  type: { type: 'string', multiple: true, value: 'choice', choices: outboxKinds },
  conversation: { type: 'boolean' },
  'passphrase-file': { type: 'string', value: 'file' },
  actor: { type: 'string', multiple: true, value: 'email' },
  operation: { type: 'string', multiple: true, value: 'operation' },
  outcome: { type: 'string', multiple: true, value: 'choice', choices: auditOutcomes },
  face: { type: 'string', multiple: true, value: 'choice', choices: faces },
  target: { type: 'string', value: 'text' },
  from: { type: 'string', value: 'day' },
  to: { type: 'string', value: 'day' },
} as const satisfies Readonly<Record<string, OptionShape>>;

export type OptionName = keyof typeof options;
type ValueOf<O extends OptionName> = (typeof options)[O] extends { type: 'boolean' }
  ? boolean
  : (typeof options)[O] extends { multiple: true }
    ? readonly string[]
    : string;
/** What was given. */
export type Given = { readonly [O in OptionName]?: ValueOf<O> | undefined };

export const optionOf = (name: OptionName): OptionShape => options[name];
