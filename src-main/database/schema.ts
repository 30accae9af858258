import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';
import type { OutboxKind } from '#contract/outbox.ts';

// Instants are milliseconds since 1970 in UTC; booleans are 0 or 1, as SQLite keeps them.
type Fixed<T> = ColumnType<T, T, never>;
type Id = Generated<number>;

export interface OrganizationTable {
  id: Id;
  name: string;
  time_zone: string;
  link_life_hours: number;
  refuse_free_mail: Generated<number>;
  name_required: Generated<number>;
  contact: string | null;
  group_required: Generated<number>;
  /** Null is no limit. */
  seat_limit: number | null;
  /** How many days a guest's access lasts from its acceptance, unless the invitation says otherwise. */
  guest_days: Generated<number>;
  /** From how many days before the end on the window speaks of it. */
  guest_notice_days: Generated<number>;
  /** JSON: how many days before the end a mail goes out. */
  guest_mail_days: Generated<string>;
  /** JSON: the only domains that guests may come from; null is any. */
  partner_domains: string | null;
  /** How many hours before a link ends a reminder goes out; null is none. */
  remind_hours: number | null;
  created_at: Fixed<number>;
}

export interface PersonTable {
  id: Id;
  /** As mail is sent to it: local part untouched, domain in punycode. */
  email: string;
  /** What equality is decided by (see `parseAddress`). */
  email_key: string;
  name: string;
  first_name: string | null;
  last_name: string | null;
  /** E.164 where it could be read as a number, else as typed. */
  phone: string | null;
  created_at: Fixed<number>;
}

export interface CredentialTable {
  person_id: number;
  /** argon2id in the PHC string format. */
  password_hash: string;
  created_at: number;
}

export interface SessionTable {
  id: Id;
  /** SHA-256 of the token, hex: a copy of the database opens no session. */
  token_hash: string;
  person_id: number;
  face: string;
  created_at: Fixed<number>;
  expires_at: number;
  /** When somebody last used it in the portal, to the minute. Null for other faces, whose sessions never idle. */
  last_seen_at: number | null;
}

/** A link for a forgotten password. */
export interface PasswordResetTable {
  id: Id;
  person_id: Fixed<number>;
  created_at: Fixed<number>;
  expires_at: Fixed<number>;
  /** Used, or replaced by a newer one. */
  ended_at: number | null;
}

export interface MembershipTable {
  id: Id;
  organization_id: Fixed<number>;
  person_id: Fixed<number>;
  kind: 'user' | 'guest' | 'inbox-agent';
  status: 'pending' | 'active' | 'suspended' | 'revoked' | 'removed';
  name: string;
  /** The folded name, else the address: the order of lists; with the id it is the key of a page. */
  sort_key: string;
  /** Folded name and address: what a search looks into. */
  search_text: string;
  created_at: number;
  changed_at: number;
  joined_at: number | null;
  /** The person's, kept here too: the key of a page by address. */
  email_key: string;
  /** What the organization was told, by the inviter or at sign-up. */
  first_name: string | null;
  last_name: string | null;
  /** E.164. */
  phone: string | null;
  /** The period that a guest was invited for, in days; null for others. */
  guest_days: number | null;
  /** The first instant at which a guest has no access any more; null until they accepted, and for others. */
  access_ends_at: number | null;
  /** Who answers for a guest. */
  sponsor_id: number | null;
  may_invite_guests: Generated<number>;
}

export interface RoleTable {
  id: Id;
  organization_id: Fixed<number>;
  /** Set for built-in roles only. */
  key: string | null;
  name: string;
  name_key: string;
  created_at: Fixed<number>;
}

export interface RolePermissionTable {
  role_id: number;
  permission: string;
}

export interface StructureTable {
  id: Id;
  organization_id: Fixed<number>;
  name: string;
  name_key: string;
  archived_at: number | null;
  created_at: Fixed<number>;
}

export interface InvitationTable {
  id: Id;
  organization_id: Fixed<number>;
  membership_id: Fixed<number>;
  generation: Fixed<number>;
  /** *Expired* is not here: it is computed from `expires_at` and the clock. */
  state: 'pending' | 'accepted' | 'revoked' | 'replaced';
  invited_by: number | null;
  life_hours: number;
  created_at: Fixed<number>;
  /** Both null until the mail was handed to the server or the link was first copied. */
  starts_at: number | null;
  expires_at: number | null;
  ended_at: number | null;
  /** What the inviter writes to the guest. */
  note: string | null;
  /** When the reminder was queued; one for each generation. */
  reminded_at: number | null;
}

export interface OutboxTable {
  id: Id;
  organization_id: Fixed<number>;
  /** The guest whose access ends; of a digest the manager who gets it. */
  membership_id: number | null;
  invitation_id: number | null;
  /** Of the mail for a forgotten password. */
  reset_id: number | null;
  kind: OutboxKind;
  to_email: string;
  to_name: string;
  state: 'queued' | 'sending' | 'sent' | 'deferred' | 'uncertain' | 'failed' | 'held' | 'cancelled';
  attempts: Generated<number>;
  /** Set while it waits to be tried (queued, deferred, uncertain), and only then. */
  next_at: number | null;
  /** Set while it is being sent, and only then. */
  lease_holder: string | null;
  /** JSON of everything that makes the message, fixed at its first send; the link is a placeholder. */
  fixed: string | null;
  message_id: string | null;
  /** When sending was first tried: it is given up four days later. */
  first_tried_at: number | null;
  /** When the body first began to leave. From then on somebody may have read it, so a repeat is the same to the last byte. */
  first_body_at: number | null;
  /** 1 once the body of the running attempt is about to leave: after a crash it may have arrived. */
  body_begun: Generated<number>;
  /** The server's last words, code first. */
  answer: string | null;
  created_at: Fixed<number>;
  changed_at: number;
  sent_at: number | null;
  /** JSON of what a mail about the end of guests' access tells; null for invitations. */
  about: string | null;
  /** Folded name and address of the recipient: what a search looks into. */
  search_text: Generated<string>;
}

export interface MailSettingsTable {
  organization_id: number;
  host: string;
  port: number;
  security: 'starttls' | 'tls' | 'none';
  login: string;
  /** Sealed with the workspace key. */
  password_sealed: string | null;
  sender_name: string;
  sender: string;
  reply_to: string | null;
  accept_any_certificate: Generated<number>;
  paused_reason: 'login' | 'tls' | 'sender' | null;
  paused_answer: string | null;
  paused_at: number | null;
  /** The operator who paused the queue by hand, by name; both null while nobody has. */
  stopped_by: string | null;
  stopped_at: number | null;
  /** Since when the network is away; null once the server was reached. */
  offline_since: number | null;
  /** At most so many messages in any minute; null is no limit. */
  per_minute: number | null;
}

/** When a message was tried, kept for a minute where the pace is limited. */
export interface MailPaceTable {
  id: Id;
  organization_id: Fixed<number>;
  at: Fixed<number>;
}

/** What was said with the server in the last attempts of a message, without secrets. */
export interface MailConversationTable {
  outbox_id: Fixed<number>;
  at: Fixed<number>;
  /** Counts from 1 per message. */
  attempt: Fixed<number>;
  /** JSON. */
  lines: Fixed<string>;
}

export interface PortalSettingsTable {
  id: number;
  address: string;
  port: number;
  base_url: string | null;
}

export interface AuditTable {
  id: Id;
  organization_id: number | null;
  at: number;
  actor_person_id: number | null;
  actor: string;
  face: string;
  os_user: string | null;
  operation: string;
  outcome: 'done' | 'denied';
  target: string | null;
  detail: string;
}

export interface ChangeLogTable {
  id: Id;
  at: number;
  /** Tags separated by spaces. */
  tags: string;
}

export interface LeaseTable {
  name: string;
  holder: string;
  until: number;
}

export interface JobTable {
  id: Id;
  organization_id: number;
  operation: string;
  input: string;
  state: 'running' | 'finished' | 'cancelled' | 'denied' | 'failed';
  person_id: number | null;
  face: string;
  os_user: string | null;
  /** Where the next chunk begins: the last key that is through. */
  cursor: Generated<number>;
  done: Generated<number>;
  total: number;
  failed: Generated<number>;
  started_at: number;
  ended_at: number | null;
}

/** One of those that a job is done to, in the order of the work. */
export interface JobItemTable {
  job_id: Fixed<number>;
  /** From 1. */
  position: Fixed<number>;
  membership_id: Fixed<number>;
  name: Fixed<string>;
  email: Fixed<string>;
  state: 'waiting' | 'done' | 'failed';
  /** JSON of the error's code and data. */
  error: string | null;
  detail: string | null;
}

export interface SavedViewTable {
  id: Id;
  organization_id: Fixed<number>;
  person_id: Fixed<number>;
  name: string;
  name_key: string;
  /** JSON, see the contract's `viewQuery`. */
  query: string;
}

export interface NoticeTable {
  id: Id;
  organization_id: Fixed<number>;
  person_id: Fixed<number>;
  kind: Fixed<string>;
  at: Fixed<number>;
  /** JSON: names of what was given and taken. */
  detail: string;
  read_at: number | null;
}

/** A mail about the end of a guest's access that was queued, so that none is twice. */
export interface GuestNoticeTable {
  membership_id: Fixed<number>;
  access_ends_at: Fixed<number>;
  /** 0 is the end itself. */
  days_before: Fixed<number>;
  at: Fixed<number>;
  /** 1 until the managers' digest has told of it. */
  for_digest: Generated<number>;
}

/** A day on which an organization's managers got their digest. */
export interface GuestDigestTable {
  organization_id: Fixed<number>;
  /** The instant at which the day began in the organization's zone. */
  day: Fixed<number>;
  at: Fixed<number>;
}

export interface UserCountTable {
  organization_id: number;
  kind: string;
  status: string;
  n: number;
}

export interface Schema {
  organization: OrganizationTable;
  person: PersonTable;
  credential: CredentialTable;
  session: SessionTable;
  password_reset: PasswordResetTable;
  membership: MembershipTable;
  role: RoleTable;
  role_permission: RolePermissionTable;
  team: StructureTable;
  group: StructureTable;
  product: StructureTable;
  line: StructureTable;
  membership_role: { membership_id: number; role_id: number };
  membership_team: { membership_id: number; team_id: number };
  membership_group: { membership_id: number; group_id: number };
  membership_product: { membership_id: number; product_id: number };
  membership_line: { membership_id: number; line_id: number };
  invitation: InvitationTable;
  outbox: OutboxTable;
  mail_settings: MailSettingsTable;
  mail_pace: MailPaceTable;
  mail_conversation: MailConversationTable;
  portal_settings: PortalSettingsTable;
  audit: AuditTable;
  change_log: ChangeLogTable;
  lease: LeaseTable;
  job: JobTable;
  job_item: JobItemTable;
  saved_view: SavedViewTable;
  notice: NoticeTable;
  guest_notice: GuestNoticeTable;
  guest_digest: GuestDigestTable;
  user_count: UserCountTable;
}

/** What a query gets: the builder methods that write are missing, and its connection is read-only as well. */
export type ReadableDb = Pick<Kysely<Schema>, 'selectFrom' | 'selectNoFrom' | 'fn' | 'dynamic' | 'getExecutor'>;
/** What a command gets: the open transaction, never the outer database (which would wait for itself). */
export type WritableDb = Transaction<Schema>;
