import { addresses } from './addresses.ts';
import { audit } from './audit.ts';
import { auditChain } from './audit-chain.ts';
import { backups } from './backups.ts';
import { bounces } from './bounces.ts';
import { cli } from './cli.ts';
import { common } from './common.ts';
import { compare } from './compare.ts';
import { demo } from './demo.ts';
import { desktop } from './desktop.ts';
import { drafts } from './drafts.ts';
import { erase } from './erase.ts';
import { errors } from './errors.ts';
import { format } from './format.ts';
import { guests } from './guests.ts';
import { help } from './help.ts';
import { https } from './https.ts';
import { imports } from './import.ts';
import { inbox } from './inbox.ts';
import { invitations } from './invitations.ts';
import { jobs } from './jobs.ts';
import { key } from './key.ts';
import { mail } from './mail.ts';
import { organizations } from './organizations.ts';
import { outbox } from './outbox.ts';
import { overview } from './overview.ts';
import { palette } from './palette.ts';
import { portal } from './portal.ts';
import { profile } from './profile.ts';
import { recovery } from './recovery.ts';
import { roles } from './roles.ts';
import { seats } from './seats.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { shapes } from './shapes.ts';
import { structure } from './structure.ts';
import { twofactor } from './twofactor.ts';
import { updates } from './updates.ts';
import { user } from './user.ts';
import { users } from './users.ts';
import { views } from './views.ts';
import { wizard } from './wizard.ts';
import { wording } from './wording.ts';

/** German. Its terms are in `docs/translating.md`. */
export const de = {
  addresses,
  audit,
  auditChain,
  backups,
  bounces,
  cli,
  common,
  compare,
  demo,
  desktop,
  drafts,
  erase,
  errors,
  format,
  guests,
  help,
  https,
  imports,
  inbox,
  invitations,
  jobs,
  key,
  mail,
  organizations,
  outbox,
  overview,
  palette,
  portal,
  profile,
  recovery,
  roles,
  seats,
  session,
  settings,
  shapes,
  structure,
  twofactor,
  updates,
  user,
  users,
  views,
  wizard,
  wording,
};
