import type { Kysely, Transaction } from 'kysely';
import type { DraftRowTable, DraftSentTable, DraftTable } from './tables/drafts.ts';
import type {
  InvitationTable,
  LogoTable,
  LookTable,
  MailConversationTable,
  MailOauthTable,
  MailPaceTable,
  MailReportTable,
  MailSettingsTable,
  OutboxTable,
  WordingTable,
} from './tables/mail.ts';
import type {
  OrganizationTable,
  PortalSettingsTable,
  RolePermissionTable,
  RoleTable,
  SavedViewTable,
  StructureTable,
} from './tables/organization.ts';
import type {
  CredentialTable,
  GuestDigestTable,
  GuestNoticeTable,
  MembershipTable,
  NoticeTable,
  PaceTable,
  PasswordResetTable,
  PersonTable,
  SessionTable,
  UserCountTable,
  UserEndTable,
  WrongPasswordTable,
} from './tables/people.ts';
import type { OwnerRecoveryTable, RecoveryCodeTable, SecondFactorTable, SignInAttemptTable } from './tables/sign-in.ts';
import type {
  AuditAnchorTable,
  AuditClockTable,
  AuditTable,
  BackupSettingsTable,
  ChangeLogTable,
  ClockMarkTable,
  ErasureTable,
  JobItemTable,
  JobTable,
  LeaseTable,
} from './tables/work.ts';

export interface Schema {
  organization: OrganizationTable;
  person: PersonTable;
  credential: CredentialTable;
  session: SessionTable;
  wrong_password: WrongPasswordTable;
  password_reset: PasswordResetTable;
  second_factor: SecondFactorTable;
  recovery_code: RecoveryCodeTable;
  sign_in_attempt: SignInAttemptTable;
  owner_recovery: OwnerRecoveryTable;
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
  draft: DraftTable;
  draft_row: DraftRowTable;
  draft_sent: DraftSentTable;
  outbox: OutboxTable;
  mail_settings: MailSettingsTable;
  mail_oauth: MailOauthTable;
  mail_pace: MailPaceTable;
  mail_conversation: MailConversationTable;
  wording: WordingTable;
  look: LookTable;
  logo: LogoTable;
  mail_report: MailReportTable;
  portal_settings: PortalSettingsTable;
  audit: AuditTable;
  audit_anchor: AuditAnchorTable;
  audit_clock: AuditClockTable;
  erasure: ErasureTable;
  change_log: ChangeLogTable;
  lease: LeaseTable;
  clock_mark: ClockMarkTable;
  job: JobTable;
  job_item: JobItemTable;
  backup_settings: BackupSettingsTable;
  saved_view: SavedViewTable;
  notice: NoticeTable;
  guest_notice: GuestNoticeTable;
  guest_digest: GuestDigestTable;
  user_count: UserCountTable;
  user_end: UserEndTable;
  pace: PaceTable;
}

/** What a query gets: the builder methods that write are missing, and its connection is read-only too. */
export type ReadableDb = Pick<Kysely<Schema>, 'selectFrom' | 'selectNoFrom' | 'fn' | 'dynamic' | 'getExecutor'>;
/** What a command gets: the open transaction, never the outer database (which would wait for itself). */
export type WritableDb = Transaction<Schema>;
