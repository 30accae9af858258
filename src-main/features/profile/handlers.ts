import type { HandlersOf } from '../../kernel/context.ts';
import { signedIn } from '../session/signed-in.ts';
import { phoneOf } from '../users/phone.ts';
import { changePassword } from './change-password.ts';
import { changePerson, findPerson } from './store.ts';

export const handlers = {
  get: ({ db, actor }) => findPerson(db, signedIn(actor).personId),
  async update(ctx, { firstName, lastName, phone, country }) {
    const { personId, email } = signedIn(ctx.actor);
    const number = phoneOf('profile.update', ['phone'], phone, country) ?? null;
    await changePerson(ctx.db, { personId, email, firstName, lastName, phone: number });
    ctx.note({ target: email });
    return {};
  },
  changePassword,
} satisfies HandlersOf<'profile'>;
