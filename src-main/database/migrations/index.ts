import type { Migration } from 'kysely/migration';
import * as first from './0001-first-tables.ts';
import * as access from './0002-access.ts';
import * as guests from './0003-guests.ts';
import * as reminders from './0004-reminders.ts';
import * as outbox from './0005-outbox.ts';
import * as mailOauth from './0006-mail-oauth.ts';
import * as pendingMail from './0007-pending-mail.ts';
import * as auditChain from './0008-audit-chain.ts';
import * as guesses from './0009-guesses.ts';
import * as lockedSessions from './0010-locked-sessions.ts';
import * as wording from './0011-wording.ts';
import * as bounces from './0012-bounces.ts';
import * as drafts from './0013-drafts.ts';
import * as languages from './0014-languages.ts';
import * as auditFilters from './0015-audit-filters.ts';
import * as linkEnds from './0016-link-ends.ts';
import * as backups from './0017-backups.ts';
import * as secondFactor from './0018-second-factor.ts';
import * as portalHttps from './0019-portal-https.ts';
import * as clock from './0020-clock.ts';
import * as auditRetention from './0021-audit-retention.ts';
import * as erasure from './0022-erasure.ts';
import * as overview from './0023-overview.ts';
import * as userEnds from './0024-user-ends.ts';
import * as listIndexes from './0025-list-indexes.ts';

/** In order; a name once published never changes, because every database remembers it. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': first,
  '0002-access': access,
  '0003-guests': guests,
  '0004-reminders': reminders,
  '0005-outbox': outbox,
  '0006-mail-oauth': mailOauth,
  '0007-pending-mail': pendingMail,
  '0008-audit-chain': auditChain,
  '0009-guesses': guesses,
  '0010-locked-sessions': lockedSessions,
  '0011-wording': wording,
  '0012-bounces': bounces,
  '0013-drafts': drafts,
  '0014-languages': languages,
  '0015-audit-filters': auditFilters,
  '0016-link-ends': linkEnds,
  '0017-backups': backups,
  '0018-second-factor': secondFactor,
  '0019-portal-https': portalHttps,
  '0020-clock': clock,
  '0021-audit-retention': auditRetention,
  '0022-erasure': erasure,
  '0023-overview': overview,
  '0024-user-ends': userEnds,
  '0025-list-indexes': listIndexes,
};
