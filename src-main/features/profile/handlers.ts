import type { HandlersOf } from '../../kernel/context.ts';
import { endSessions } from '../session/end-sessions.ts';
import { signedIn } from '../session/signed-in.ts';
import { changePassword } from './change-password.ts';
import { leave } from './leave.ts';
import { listBelongings } from './organizations.ts';
import { changePerson, findPerson } from './store.ts';

export const handlers = {
  get: ({ db, actor }) => findPerson(db, signedIn(actor).personId),
  async update(ctx, { firstName, lastName, phone, country }) {
    const { personId, email } = signedIn(ctx.actor);
    const { phoneOf } = await import('../users/phone.ts'); // the numbering plans of all countries
    const number = phoneOf('profile.update', ['phone'], phone, country) ?? null;
    await changePerson(ctx.db, { personId, email, firstName, lastName, phone: number });
    ctx.note({ target: email });
    return {};
  },
  async chooseLanguage({ db, actor, note }, { language }) {
    const { personId, email } = signedIn(actor);
    await db.updateTable('person').set({ language }).where('id', '=', personId).execute();
    note({ target: email, detail: { language } });
    return {};
  },
  changePassword,
  organizations: async ({ db, actor, now }) => ({ rows: await listBelongings(db, signedIn(actor).personId, now) }),
  leave,
  async signOutEverywhere({ db, actor, note }) {
    const { personId, email } = signedIn(actor);
    await endSessions(db, personId);
    note({ target: email });
    return {};
  },
} satisfies HandlersOf<'profile'>;
