import { useSession } from '../../app/session.ts';
import { type Deed, type Offer, offerOf, offersFor, type Person } from './deeds.ts';

type Known = Omit<Person, 'own'> & { readonly personId: number };

interface Offers {
  readonly offersFor: (person: Known) => readonly Offer[];
  readonly offerOf: (deed: Deed, person: Known) => Offer | undefined;
}

/** The actions that make sense for a person, with what prevents whoever is signed in: nobody gives themselves access. */
export function useOffers(): Offers {
  const { may, person: operator } = useSession();
  const seen = (person: Known): Person => ({ ...person, own: person.personId === operator.id });
  return {
    offersFor: (person) => offersFor(seen(person), may),
    offerOf: (deed, person) => offerOf(deed, seen(person), may),
  };
}
