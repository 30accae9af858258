import type { HandlersOf } from '../../kernel/context.ts';
import { alone } from '../jobs/deed.ts';
import { many } from '../jobs/many.ts';
import { expiring } from './expiring.ts';
import { invite } from './invite.ts';
import { inviteAgain } from './invite-again.ts';
import { makeGuest } from './make-guest.ts';
import { makeUser } from './make-user.ts';
import { preview } from './preview.ts';
import { remove } from './remove.ts';
import { renew } from './renew.ts';
import { setSponsor } from './set-sponsor.ts';
import { update } from './update.ts';

export const handlers = {
  preview,
  invite,
  inviteAgain,
  update,
  renew: alone(renew),
  renewMany: many(renew),
  setSponsorMany: many(setSponsor),
  remove,
  makeUser,
  makeGuest,
  expiring,
} satisfies HandlersOf<'guests'>;
