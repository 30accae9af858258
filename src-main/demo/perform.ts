import { assertNever } from '#contract/assert-never.ts';
import type { SendEntry } from '#contract/invitations.ts';
import { call, type Past, remember } from './call.ts';
import { rollout } from './organization.ts';
import type { Invented } from './people.ts';
import type { Episode, PersonalDeed } from './story.ts';

export type Done = Exclude<Episode, { kind: 'deliver' | 'accept' }>;

/** Whether an operator did it: then it goes through the real operations. */
export const isDone = (episode: Episode): episode is Done => episode.kind !== 'deliver' && episode.kind !== 'accept';

const operationOf = {
  reinvite: 'invitations.reinvite',
  revoke: 'invitations.revoke',
  suspend: 'users.suspend',
  reactivate: 'users.reactivate',
  remove: 'users.remove',
  renew: 'guests.renew',
} as const satisfies Record<Exclude<PersonalDeed, 'unsponsor'>, string>;

/** Does what an operator did, at the clock's present instant. */
export async function perform(past: Past, episode: Done): Promise<void> {
  const { organizationId } = past;
  switch (episode.kind) {
    case 'invite': {
      const { people, by, as: kind = 'user' } = episode;
      const { invited } = await call(past, by, 'invitations.send', {
        organizationId,
        kind,
        entries: people.map((person) => (by === 'user-manager' ? fromList(person) : fromForm(person))),
      });
      return remember(past, invited);
    }
    case 'invite-guest': {
      const { person, by, terms } = episode;
      const { sponsor, ...rest } = terms;
      const sponsorMembershipId = sponsor && past.members.get(sponsor.email)?.membershipId;
      const { invited } = await call(past, by, 'guests.invite', {
        organizationId,
        emails: [person.email],
        teams: [...person.teams],
        ...rest,
        ...(sponsorMembershipId === undefined ? {} : { sponsorMembershipId }),
      });
      return remember(past, invited);
    }
    case 'unsponsor': {
      const membershipId = past.members.get(episode.person.email)?.membershipId;
      if (membershipId === undefined) return;
      await call(past, episode.by, 'guests.update', { organizationId, membershipId, sponsorMembershipId: null });
      return;
    }
    case 'reinvite':
    case 'revoke':
    case 'suspend':
    case 'reactivate':
    case 'remove':
    case 'renew': {
      const membershipId = past.members.get(episode.person.email)?.membershipId;
      if (membershipId === undefined) return;
      const name: 'users.suspend' = operationOf[episode.kind] as 'users.suspend';
      await call(past, episode.by, name, { organizationId, membershipId });
      return;
    }
    case 'close': {
      const { what, name, ...how } = episode.closed;
      const feature = what as 'teams';
      const input = { organizationId, id: idOf(past, feature, name) };
      if ('into' in how)
        await call(past, episode.by, `${feature}.merge`, { ...input, into: idOf(past, feature, how.into) });
      else await call(past, episode.by, `${feature}.archive`, input);
      return;
    }
    case 'roll-out':
      await call(past, episode.by, 'users.updateMany', {
        organizationId,
        choice: { kind: 'matching', filter: { teams: [idOf(past, 'teams', rollout.team)] } },
        products: { add: [idOf(past, 'products', rollout.product)] },
      });
      return past.core.jobs.idle();
    default:
      return assertNever(episode);
  }
}

const access = ({ teams, groups, products, lines }: Invented) => ({
  teams: [...teams],
  groups: [...groups],
  products: [...products],
  lines: [...lines],
});

/** The user manager pastes lists: a display name, and one role for all. */
const fromList = (person: Invented): SendEntry => ({
  email: person.email,
  name: person.name,
  roles: ['Member'],
  ...access(person),
});

/** The others fill in the form, which has separate fields for first name, last name and phone. */
const fromForm = (person: Invented): SendEntry => ({
  email: person.email,
  firstName: person.firstName,
  lastName: person.lastName,
  ...(person.phone === null ? {} : { phone: person.phone }),
  roles: [...person.roles],
  ...access(person),
});

const idOf = ({ structure }: Past, what: string, name: string): number => {
  const id = structure.get(`${what}/${name}`);
  if (id === undefined) throw new Error(`the demo has no ${name} among its ${what}`);
  return id;
};
