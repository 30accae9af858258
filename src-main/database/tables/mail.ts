import type { Generated } from 'kysely';
import type { LogoType } from '#contract/look.ts';
import type { ReportAction, ReportSource } from '#contract/mail-report.ts';
import type { OauthProvider } from '#contract/vocabulary/mail-oauth.ts';
import type { OutboxKind } from '#contract/vocabulary/outbox.ts';
import type { Fixed, Id } from './columns.ts';

// Invitations and the mail about them.

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
  /** The language the inviter chose for its mails; null is the organization's. */
  language: string | null;
  /** What the inviter writes to the guest. */
  note: string | null;
  /** When the reminder was queued; one for each generation. */
  reminded_at: number | null;
  /** The state of its latest mail; written by triggers of the outbox alone. */
  readonly mail_state: OutboxTable['state'] | null;
}

export interface OutboxTable {
  id: Id;
  organization_id: Fixed<number>;
  /** The guest whose access ends; for a digest, the manager who gets it. */
  membership_id: number | null;
  invitation_id: number | null;
  /** Set for the mail about a forgotten password. */
  reset_id: number | null;
  kind: OutboxKind;
  to_email: string;
  to_name: string;
  state: 'queued' | 'sending' | 'sent' | 'deferred' | 'uncertain' | 'failed' | 'bounced' | 'held' | 'cancelled';
  attempts: Generated<number>;
  /** Set while it waits to be tried (queued, deferred, uncertain), and only then. */
  next_at: number | null;
  /** Set while it is being sent, and only then. */
  lease_holder: string | null;
  /** JSON of everything the message is made from, fixed at its first send; the link is a placeholder. */
  fixed: string | null;
  message_id: string | null;
  /** When sending was first tried: it is given up four days later. */
  first_tried_at: number | null;
  /** When the body first began to leave. From then on somebody may have read it, so a repeat is the same to the last byte. */
  first_body_at: number | null;
  /** 1 from when the body of the running attempt is about to leave: after a crash it may have arrived. */
  body_begun: Generated<number>;
  /** The server's last words, code first. */
  answer: string | null;
  created_at: Fixed<number>;
  changed_at: number;
  sent_at: number | null;
  /** JSON of what a mail about the end of guests' access says; null for invitations. */
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
  /** 1 where restoring a backup paused it. */
  stopped_restored: Generated<number>;
  /** Since when the network has been away; null once the server was reached. */
  offline_since: number | null;
  /** The most messages in any minute; null is no limit. */
  per_minute: number | null;
}

/** How access tokens for the mail server are obtained; the row exists exactly where the login is by OAuth 2. */
export interface MailOauthTable {
  organization_id: Fixed<number>;
  provider: OauthProvider;
  endpoint: string;
  client_id: string;
  /** Sealed with the workspace key. */
  client_secret_sealed: string | null;
  /** Sealed too; replaced whenever the endpoint hands out another one. */
  refresh_token_sealed: string;
  scope: string;
  /** New with every refresh token that somebody types, and kept when the endpoint replaces the token. */
  grant_id: string;
}

/** When a message was tried, kept for a minute where the pace is limited. */
export interface MailPaceTable {
  id: Id;
  organization_id: Fixed<number>;
  at: Fixed<number>;
}

/** What was reported about a message after a server had accepted it: by a server, by a list, or by an operator. */
export interface MailReportTable {
  id: Id;
  organization_id: Fixed<number>;
  outbox_id: Fixed<number>;
  action: Fixed<ReportAction>;
  words: Fixed<string>;
  source: Fixed<ReportSource>;
  reporter: Fixed<string | null>;
  at: Fixed<number>;
  /** The operator's name. */
  marked_by: Fixed<string>;
  /** The state that the mark as bounced replaced; null for reports that marked nothing. */
  before_state: Fixed<OutboxTable['state'] | null>;
  before_answer: Fixed<string | null>;
}

/** The conversation with the server in a message's last attempts, without secrets. */
export interface MailConversationTable {
  outbox_id: Fixed<number>;
  at: Fixed<number>;
  /** Counts from 1 per message. */
  attempt: Fixed<number>;
  /** JSON. */
  lines: Fixed<string>;
}

/** What an organization says in a mail instead of the usual words. */
export interface WordingTable {
  organization_id: Fixed<number>;
  /** See the contract's `wordingKinds`. */
  kind: Fixed<string>;
  language: Fixed<string>;
  subject: string;
  body: string;
  changed_at: number;
}

export interface LookTable {
  organization_id: Fixed<number>;
  /** `#rrggbb`; null is the usual colour. */
  accent: string | null;
  /** The hash of one of the organization's logos. */
  logo: string | null;
}

/** Pictures that mails carry; never changed, since letters name them by their hash. */
export interface LogoTable {
  organization_id: Fixed<number>;
  sha256: Fixed<string>;
  type: Fixed<LogoType>;
  width: Fixed<number>;
  height: Fixed<number>;
  content: Fixed<Uint8Array>;
}
