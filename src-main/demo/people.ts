import { firstNames, inAddress, lastNames } from './names.ts';
import { company, groups, lines, partners, products, roleChances, teams } from './organization.ts';
import type { Random } from './random.ts';

export interface Invented {
  readonly firstName: string;
  readonly lastName: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  readonly products: readonly string[];
  readonly groups: readonly string[];
  readonly lines: readonly string[];
  /** From the ranges reserved for films and books. */
  readonly phone: string | null;
}

/** `count` different people, none of them among `others`; the same ones for the same seed. */
export function inventPeople(random: Random, count: number, others: readonly Invented[] = []): Invented[] {
  const taken = new Set(others.map((p) => p.email));
  const people: Invented[] = [];
  while (people.length < count) {
    const person = invent(random);
    if (taken.has(person.email)) continue;
    taken.add(person.email);
    people.push(person);
  }
  return people;
}

function invent(random: Random): Invented {
  const firstName = random.pick(firstNames);
  const lastName = random.pick(lastNames).replace('-', ' ');
  const domain = random.chance(0.93) ? company.domain : random.pick(partners);
  return {
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    email: `${inAddress(firstName)}.${inAddress(lastName)}@${domain}`,
    roles: weighted(random),
    teams: random.some(teams, random.chance(0.2) ? 2 : 1),
    products: random.some(products, random.whole(1, 3)),
    groups: random.chance(0.4) ? random.some(groups, random.whole(1, 2)) : [],
    lines: random.chance(0.5) ? random.some(lines, random.whole(1, 2)) : [],
    phone: random.chance(0.6) ? `+447700900${random.whole(100, 999)}` : null,
  };
}

function weighted(random: Random): readonly string[] {
  let left = random.next() * roleChances.reduce((sum, { weight }) => sum + weight, 0);
  for (const { names, weight } of roleChances) {
    left -= weight;
    if (left < 0) return names;
  }
  return roleChances[0].names;
}
