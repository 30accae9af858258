import { type ReactNode, useEffect, useState } from 'react';
import type { UserRow } from '#contract/users.ts';
import { go } from '../../app/location.ts';
import { words } from '../../app/words.ts';
import type { Deed } from '../users/deeds.ts';
import { type Command, matching, readQuery } from './commands.ts';
import { helpPages } from './help-pages.ts';
import { CommandLabel, PersonLabel } from './labels.tsx';
import { useActions } from './use-actions.ts';
import { useDeedsOf, usePeople } from './use-people.ts';
import { usePlaces, useStructurePlaces } from './use-places.ts';

export interface Option {
  readonly key: string;
  readonly label: ReactNode;
  readonly run: () => void;
}
export interface Group {
  readonly title: string;
  /** The place of the first option among those of all groups. */
  readonly from: number;
  readonly options: readonly Option[];
}

export interface Doing {
  readonly onDeed: (deed: Deed, person: UserRow) => void;
}

/** If more places than this match, they are better looked for on their own page. */
const mostPlaces = 30;
const deedsKey = 'deeds';
/** The place of the first action on the person. */
export const firstDeed = (groups: readonly (Group & { readonly key: string })[]) =>
  groups.find(({ key }) => key === deedsKey)?.from;

const optionOf = (command: Command): Option => ({
  key: command.id,
  label: <CommandLabel command={command} />,
  run: command.run,
});

/** The person whose actions are offered: the one that was current last, at first the first one. */
function useReached(people: readonly UserRow[], selected: number): UserRow | undefined {
  const [last, setLast] = useState(0);
  const on = selected >= 0 && selected < people.length ? selected : undefined;
  useEffect(() => {
    if (on !== undefined) setLast(on);
  }, [on]);
  return people[on ?? last] ?? people[0];
}

/** Everything that matches what was typed, in groups without empty ones. People come first. */
export function useGroups({ onDeed }: Doing, query: string, selected: number) {
  const { text, onlyActions } = readQuery(query);
  const people = usePeople(onlyActions ? '' : text);
  const person = useReached(people, selected);
  const deeds = useDeedsOf(person, onDeed);
  const actions = matching(useActions(), text);
  const structure = useStructurePlaces(text !== '' && !onlyActions);
  const places = matching([...usePlaces(), ...structure], text).slice(0, mostPlaces);
  const help = text === '' || onlyActions ? [] : matching(helpPages, text);
  const { groups } = words.palette;
  const found = [
    { key: 'people', title: groups.people, options: people.map(personOption) },
    { key: deedsKey, title: person?.name || person?.email || '', options: deeds.map(optionOf) },
    { key: 'actions', title: groups.actions, options: actions.map(optionOf) },
    { key: 'places', title: groups.goTo, options: onlyActions ? [] : places.map(optionOf) },
    { key: 'help', title: groups.help, options: help.map(optionOf) },
  ].filter(({ options }) => options.length > 0);
  let from = 0;
  return found.map((group) => {
    const placed = { ...group, from };
    from += group.options.length;
    return placed;
  });
}

const personOption = (person: UserRow): Option => ({
  key: `person ${person.membershipId}`,
  label: <PersonLabel person={person} />,
  run: () => go(`/users/${person.membershipId}`),
});
