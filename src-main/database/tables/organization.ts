import type { Generated } from 'kysely';
import type { Fixed, Id } from './columns.ts';

// What an organization consists of, and what it decides.

export interface OrganizationTable {
  id: Id;
  name: string;
  time_zone: string;
  link_life_hours: number;
  refuse_free_mail: Generated<number>;
  name_required: Generated<number>;
  contact: string | null;
  /** The language of its mails where nobody chose another. */
  language: Generated<string>;
  group_required: Generated<number>;
  approval_required: Generated<number>;
  two_factor_required: Generated<number>;
  /** Null is no limit. */
  seat_limit: number | null;
  /** How many days a guest's access lasts from its acceptance, unless the invitation says otherwise. */
  guest_days: Generated<number>;
  /** How many days before the end the window begins to mention it. */
  guest_notice_days: Generated<number>;
  /** JSON: how many days before the end a mail goes out. */
  guest_mail_days: Generated<string>;
  /** JSON: the only domains guests may come from; null is any. */
  partner_domains: string | null;
  /** How many hours before a link ends a reminder goes out; null is none. */
  remind_hours: number | null;
  /** How many days entries of the audit are kept; null is for ever. */
  audit_days: number | null;
  created_at: Fixed<number>;
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

export interface SavedViewTable {
  id: Id;
  organization_id: Fixed<number>;
  person_id: Fixed<number>;
  name: string;
  name_key: string;
  /** JSON, see the contract's `viewQuery`. */
  query: string;
}

export interface PortalSettingsTable {
  id: number;
  address: string;
  port: number;
  base_url: string | null;
  certificate_file: string | null;
  key_file: string | null;
  /** Addresses and networks with a space in between. */
  trusted_proxies: string;
}
