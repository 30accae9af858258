import type { Generated, GeneratedAlways } from 'kysely';
import type { Fixed, Id } from './columns.ts';

// People, their accounts, and what they are in each organization.

export interface PersonTable {
  id: Id;
  /** As used for sending: local part untouched, domain in punycode. */
  email: string;
  /** Decides equality (see `parseAddress`). */
  email_key: string;
  name: string;
  first_name: string | null;
  last_name: string | null;
  /** E.164 where it could be read as a number, else as typed. */
  phone: string | null;
  /** The one they chose or accepted in; null when they never said. */
  language: string | null;
  created_at: Fixed<number>;
}

export interface CredentialTable {
  person_id: number;
  /** argon2id in the PHC string format. */
  password_hash: string;
  created_at: number;
}

/** Wrong passwords in a row, by an HMAC of face and address. */
export interface WrongPasswordTable {
  who: string;
  failures: number;
  last_at: number;
}

export interface SessionTable {
  id: Id;
  /** SHA-256 of the token, hex: a copy of the database opens no session. */
  token_hash: string;
  person_id: number;
  face: string;
  created_at: Fixed<number>;
  expires_at: number;
  /** When it was last used in the portal, to the minute. Null for other faces, whose sessions never idle out. */
  last_seen_at: number | null;
  /** Since when the window has been asking for the password before it goes on. */
  locked_at: number | null;
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
  /** When the link of the open invitation ends; later than every end for members without one. Written by triggers alone. */
  link_ends_at: GeneratedAlways<number>;
}

export interface UserCountTable {
  organization_id: number;
  kind: string;
  status: string;
  n: number;
}

/** How many members' links, or guests' access, end in a span; counted by triggers alone. */
export interface UserEndTable {
  organization_id: GeneratedAlways<number>;
  /** Its length in milliseconds: a minute, two hours or ten days. */
  span: GeneratedAlways<number>;
  begins_at: GeneratedAlways<number>;
  kind: GeneratedAlways<string>;
  status: GeneratedAlways<string>;
  n: GeneratedAlways<number>;
}

/** What happened in a quarter of an hour, counted by triggers alone. */
export interface PaceTable {
  organization_id: GeneratedAlways<number>;
  /** Since 1970. */
  quarter: GeneratedAlways<number>;
  /** Invitations whose mail was handed to the server, or whose link was copied. */
  sent: GeneratedAlways<number>;
  accepted: GeneratedAlways<number>;
  /** How many more guests have access than before; for quarters to come, fewer by those whose access ends then. */
  guests: GeneratedAlways<number>;
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

/** A mail about the end of a guest's access that was queued, so that none goes out twice. */
export interface GuestNoticeTable {
  membership_id: Fixed<number>;
  access_ends_at: Fixed<number>;
  /** 0 is the end itself. */
  days_before: Fixed<number>;
  at: Fixed<number>;
  /** 1 until the managers' digest has mentioned it. */
  for_digest: Generated<number>;
}

/** A day on which an organization's managers got their digest. */
export interface GuestDigestTable {
  organization_id: Fixed<number>;
  /** The instant at which the day began in the organization's zone. */
  day: Fixed<number>;
  at: Fixed<number>;
}
