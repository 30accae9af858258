import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';

/** Who answers for a guest: one of the active users. */
export interface Sponsor extends ShownSponsor {
  readonly membershipId: number;
}

/** A sponsor as the list of guests knows them: only the person. */
interface ShownSponsor {
  readonly personId: number;
  readonly name: string;
}

interface SponsorFieldProps extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  readonly value: ShownSponsor | null;
  readonly onChange: (sponsor: Sponsor | null) => void;
  /** Choosing nobody means the operator, and the field shows them. */
  readonly ownIfNone?: boolean;
}

/** The most that are offered at once; the search narrows them down. */
const most = 20;

/** Finds a sponsor by any part of name or e-mail. */
export function SponsorField({ value, onChange, ownIfNone = false, ...rest }: SponsorFieldProps) {
  const { place, person, may } = useSession();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 150);
  const label = (name: string, personId: number) => (personId === person.id ? words.guests.invite.you(name) : name);
  // the closed field shows the chosen sponsor, which is not a search
  const known = value ? label(value.name, value.personId) : words.guests.invite.you(person.name);
  const looked = asked === known ? '' : asked;
  const found = useQueryOf(
    'users.list',
    {
      organizationId: place.id,
      kinds: ['user'],
      statuses: ['active'],
      search: looked.slice(0, 200),
      limit: most,
    },
    { enabled: may('users:read'), keepPrevious: true },
  ).data?.rows;
  const offered = (found ?? []).map(({ membershipId, personId, name, email }) => ({
    membershipId,
    personId,
    name: name || email,
  }));
  // nobody chosen means the operator, who is then shown as chosen
  const shown = value ?? (ownIfNone ? { personId: person.id, name: person.name } : null);
  const all: readonly ShownSponsor[] =
    shown && !offered.some((one) => one.personId === shown.personId) ? [shown, ...offered] : offered;
  const choose = (id: string | null) => {
    // the one shown already may not be among those found
    if (shown && id === String(shown.personId)) return;
    if (ownIfNone && id === String(person.id)) return onChange(null);
    onChange(offered.find((one) => String(one.personId) === id) ?? null);
  };
  const say = words.guests.sponsorSearch;
  return (
    <Select
      label={words.guests.invite.sponsor}
      placeholder={say.placeholder}
      data={all.map((one) => ({ value: String(one.personId), label: label(one.name, one.personId) }))}
      // the core has already matched, ignoring accents and case
      filter={({ options }) => options}
      searchable
      clearable={!ownIfNone}
      allowDeselect={!ownIfNone}
      nothingFoundMessage={say.nothing}
      maxDropdownHeight={220}
      value={shown ? String(shown.personId) : null}
      onSearchChange={setSearch}
      onChange={(id) => choose(id)}
      clearButtonProps={{ 'aria-label': words.guests.card.sponsorClear }}
      {...rest}
    />
  );
}
