import type { z } from 'zod';
import { audit } from './audit.ts';
import { backups } from './backups.ts';
import { bounces } from './bounces.ts';
import { demo } from './demo.ts';
import { drafts } from './drafts.ts';
import { guests } from './guests.ts';
import { imports } from './import.ts';
import { inbox } from './inbox.ts';
import { invitations } from './invitations.ts';
import { jobs } from './jobs.ts';
import { key } from './key.ts';
import { mail } from './mail.ts';
import { prefix } from './operation.ts';
import { organizations } from './organizations.ts';
import { outbox } from './outbox.ts';
import { overview } from './overview.ts';
import { portal } from './portal.ts';
import { profile } from './profile.ts';
import { recovery } from './recovery.ts';
import { roles } from './roles.ts';
import { session } from './session.ts';
import { groups, lines, products, teams } from './structure.ts';
import { twofactor } from './twofactor.ts';
import { users } from './users.ts';
import { views } from './views.ts';
import { wording } from './wording.ts';

/** Every operation of Gatehouse by name. Declared once, here; handlers satisfy it, faces call it, docs list it. */
export const contract = {
  ...prefix('organizations', organizations),
  ...prefix('session', session),
  ...prefix('users', users),
  ...prefix('invitations', invitations),
  ...prefix('drafts', drafts),
  ...prefix('import', imports),
  ...prefix('guests', guests),
  ...prefix('roles', roles),
  ...prefix('teams', teams),
  ...prefix('groups', groups),
  ...prefix('products', products),
  ...prefix('lines', lines),
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

export type Contract = typeof contract;
export type OperationName = keyof Contract;
/** What a caller may pass: fields with defaults may be omitted. */
export type InputOf<N extends OperationName> = z.input<Contract[N]['input']>;
/** What a handler gets: parsed, defaults filled in. */
export type ParsedOf<N extends OperationName> = z.output<Contract[N]['input']>;
export type OutputOf<N extends OperationName> = z.output<Contract[N]['output']>;

/** The one way in, as every face sees it. */
export type Call = <N extends OperationName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;

export const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name);
