import { useEffect, useMemo, useRef, useState } from 'react';
import type { UserDetails } from '#contract/users.ts';
import type { Named } from '#contract/values.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { type Choice, useBelongings } from '../invitations/use-choices.ts';
import { type Chosen, carriedOver, changesBetween, chosenOf, type Relation } from './access-changes.ts';

interface Option extends Named {
  /** Whether the operator may give it. */
  readonly givable?: boolean;
}

/** What can be chosen, and what the person has but can no longer be chosen: archived, or not visible to the operator. */
function choicesOf(all: readonly Option[] | undefined, own: readonly Named[]): readonly Choice[] {
  const known = all ?? [];
  const rest = own.filter(({ id }) => !known.some((option) => option.id === id));
  return [
    ...known.map(({ id, name, givable = true }) => ({ value: String(id), label: name, disabled: !givable })),
    ...rest.map(({ id, name }) => ({
      value: String(id),
      label: all ? `${name} (${words.user.access.archived})` : name,
    })),
  ];
}

/** The form for a person's roles, teams, groups, products and lines. */
export function useAccess(user: UserDetails) {
  const { place } = useSession();
  const { membershipId } = user;
  const all = useBelongings(place.id);
  const stored = useMemo(() => chosenOf(user), [user]);
  const [chosen, setChosen] = useState<Chosen>(stored);
  const before = useRef(stored);
  useEffect(() => {
    if (before.current === stored) return;
    const earlier = before.current;
    before.current = stored;
    setChosen((now) => carriedOver(earlier, now, stored));
  }, [stored]);

  const update = useCommand('users.update');
  const changes = changesBetween(stored, chosen);
  const save = () =>
    update.mutate(
      { organizationId: place.id, membershipId, ...changes },
      { onSuccess: () => toast(words.user.access.updated(user.name || user.email)), onError: toastError },
    );
  const choices: Readonly<Record<Relation, readonly Choice[]>> = {
    roles: choicesOf(
      all.roles?.map((role) => ({ ...role, givable: role.grantable })),
      user.roles,
    ),
    teams: choicesOf(all.teams, user.teams),
    groups: choicesOf(all.groups, user.groups),
    products: choicesOf(all.products, user.products),
    lines: choicesOf(all.lines, user.lines),
  };
  /** Ids of roles that cannot be taken away: the owner role of the last owner. */
  const owner = all.roles?.find((role) => role.key === 'owner')?.id;
  const fixed: readonly number[] = user.lastOwner && owner !== undefined ? [owner] : [];
  return {
    choices,
    chosen,
    choose: (relation: Relation, ids: readonly string[]) =>
      setChosen((now) => ({
        ...now,
        [relation]: [...new Set([...(relation === 'roles' ? fixed : []), ...ids.map(Number)])],
      })),
    dirty: Object.keys(changes).length > 0,
    saving: update.isPending,
    discard: () => setChosen(stored),
    save,
  };
}
