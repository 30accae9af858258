import { addresses } from './addresses.ts';
import { cli } from './cli.ts';
import { common } from './common.ts';
import { demo } from './demo.ts';
import { desktop } from './desktop.ts';
import { errors } from './errors.ts';
import { help } from './help.ts';
import { invitations } from './invitations.ts';
import { mail } from './mail.ts';
import { organizations } from './organizations.ts';
import { outbox } from './outbox.ts';
import { portal } from './portal.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { users } from './users.ts';

/** English, the language that the others are measured by. Plain strings, or functions where a number or a name goes in. */
export const en = {
  addresses,
  cli,
  common,
  demo,
  desktop,
  errors,
  help,
  invitations,
  mail,
  organizations,
  outbox,
  portal,
  session,
  settings,
  users,
};
