import { prefix } from '#contract/operation.ts';
import type { Handlers } from '../kernel/context.ts';
import { handlers as audit } from './audit/handlers.ts';
import { handlers as backups } from './backups/handlers.ts';
import { handlers as bounces } from './bounces/handlers.ts';
import { handlers as demo } from './demo/handlers.ts';
import { handlers as drafts } from './drafts/handlers.ts';
import { handlers as guests } from './guests/handlers.ts';
import { handlers as imports } from './import/handlers.ts';
import { handlers as inbox } from './inbox/handlers.ts';
import { handlers as invitations } from './invitations/handlers.ts';
import { handlers as jobs } from './jobs/handlers.ts';
import { handlers as key } from './key/handlers.ts';
import { handlers as mail } from './mail/handlers.ts';
import { handlers as organizations } from './organizations/handlers.ts';
import { handlers as outbox } from './outbox/handlers.ts';
import { handlers as overview } from './overview/handlers.ts';
import { handlers as portal } from './portal/handlers.ts';
import { handlers as profile } from './profile/handlers.ts';
import { handlers as recovery } from './recovery/handlers.ts';
import { handlers as roles } from './roles/handlers.ts';
import { handlers as session } from './session/handlers.ts';
import { structureHandlers } from './structure/handlers.ts';
import { handlers as twofactor } from './twofactor/handlers.ts';
import { handlers as users } from './users/handlers.ts';
import { handlers as views } from './views/handlers.ts';
import { handlers as wording } from './wording/handlers.ts';

/** Every handler; this does not compile while one is missing or does not fit its declaration. */
export const handlers: Handlers = {
  ...prefix('organizations', organizations),
  ...prefix('session', session),
  ...prefix('users', users),
  ...prefix('invitations', invitations),
  ...prefix('drafts', drafts),
  ...prefix('import', imports),
  ...prefix('guests', guests),
  ...prefix('roles', roles),
  ...prefix('teams', structureHandlers('teams')),
  ...prefix('groups', structureHandlers('groups')),
  ...prefix('products', structureHandlers('products')),
  ...prefix('lines', structureHandlers('lines')),
  ...prefix('mail', mail),
  ...prefix('outbox', outbox),
  ...prefix('wording', wording),
  ...prefix('bounces', bounces),
  ...prefix('overview', overview),
  ...prefix('portal', portal),
  ...prefix('audit', audit),
  ...prefix('jobs', jobs),
  ...prefix('views', views),
  ...prefix('profile', profile),
  ...prefix('twofactor', twofactor),
  ...prefix('recovery', recovery),
  ...prefix('inbox', inbox),
  ...prefix('backups', backups),
  ...prefix('key', key),
  ...prefix('demo', demo),
};
