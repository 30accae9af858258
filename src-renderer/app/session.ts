import { createContext, useContext } from 'react';
import type { OutputOf } from '#contract/index.ts';
import type { Place } from '#contract/session.ts';
import type { Permission } from '#contract/vocabulary/permissions.ts';
import { holds } from '#contract/vocabulary/permissions.ts';

export type SessionState = OutputOf<'session.state'>;

export interface Session {
  readonly person: NonNullable<SessionState['person']>;
  /** The organization on screen, with the rights of the signed-in person in it. */
  readonly place: Place;
  readonly places: readonly Place[];
  readonly demo: boolean;
  /** Whether the person owns an organization, and so may add another. */
  readonly mayAddOrganizations: boolean;
  readonly may: (permission: Permission) => boolean;
}

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in, and where. Only for use inside the console. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of the console');
  return session;
}

/** The chosen organization, or the first one when it is not (or no longer) among the person's places. */
export function sessionAt(state: SessionState, organizationId: number | undefined): Session | null {
  // an inbox agent uses the portal's inbox, not the console
  const places = state.places.filter((p) => p.kind !== 'inbox-agent');
  const place = places.find((p) => p.id === organizationId) ?? places[0];
  if (!state.person || !place) return null;
  const held = new Set(place.permissions);
  return {
    person: state.person,
    place,
    places,
    demo: state.demo,
    mayAddOrganizations: state.mayAddOrganizations,
    may: (permission) => holds(held, permission),
  };
}
