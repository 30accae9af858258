import { addressKey } from '#contract/address-key.ts';
import type { InputOf } from '#contract/index.ts';
import type { UserChoice, UserFilter } from '#contract/user-filter.ts';
import type { UserRow } from '#contract/users.ts';
import { memberKinds, userStatuses } from '#contract/vocabulary/user-filter.ts';
import type { Given, OptionName } from './options.ts';
import { readText } from './read-input.ts';
import type { Session } from './session.ts';
import { wrongUse } from './usage.ts';

export type Filter = Partial<UserFilter>;

/** The options that select people, besides addresses. */
const filtering = ['kind', 'status', 'role', 'team', 'group', 'product', 'line', 'mail', 'access', 'search'] as const;
const belongings = { role: 'roles', team: 'teams', group: 'groups', product: 'products', line: 'lines' } as const;

/**
 * The filter that the options describe; names are looked up regardless of case.
 * @param usual applies where no option says otherwise
 * @throws GatehouseError `usage` for a name that does not exist
 */
export async function filterOf(session: Session, usual: Filter = {}): Promise<Filter> {
  const { given } = session;
  const named: Record<string, number[]> = {};
  for (const [option, relation] of Object.entries(belongings) as [keyof typeof belongings, `${string}s`][])
    if (given[option]) named[relation] = await idsOf(session, option, given[option]);
  return {
    ...usual,
    ...(given.kind ? { kinds: given.kind as UserFilter['kinds'] } : {}),
    ...(given.status ? { statuses: given.status as UserFilter['statuses'] } : {}),
    ...named,
    ...(given.mail ? { mail: given.mail as UserFilter['mail'] } : {}),
    ...(given.access ? { guests: given.access as UserFilter['guests'] } : {}),
    ...(given.search === undefined ? {} : { search: given.search }),
  };
}

async function idsOf({ call, here }: Session, option: keyof typeof belongings, names: readonly string[]) {
  const { rows } = await call(`${belongings[option]}.list`, { organizationId: (await here()).id });
  return names.map((name) => {
    const found = rows.find((row) => row.name.toLocaleLowerCase() === name.trim().toLocaleLowerCase());
    if (!found) throw wrongUse('unknown-name', `--${option} ${name.slice(0, 80)}`);
    return found.id;
  });
}

/** Everybody a filter shows, in its order, up to a limit. */
export async function listPeople(
  { call, here }: Session,
  filter: Filter & Pick<InputOf<'users.list'>, 'sort' | 'descending'>,
  most = Number.POSITIVE_INFINITY,
): Promise<UserRow[]> {
  const organizationId = (await here()).id;
  const people: UserRow[] = [];
  for (let after: string | undefined; people.length < most; ) {
    const limit = Math.min(200, most - people.length);
    const { rows, next } = await call('users.list', { organizationId, ...filter, limit, ...(after ? { after } : {}) });
    people.push(...rows);
    if (next === null) break;
    after = next;
  }
  return people;
}

/** The people an action is for, and addresses that nobody here has. */
export interface Chosen {
  /** Undefined where nobody is left. */
  readonly choice: UserChoice | undefined;
  readonly count: number;
  readonly unknown: readonly string[];
  /** Everybody, as the list shows them; read only when called. */
  readonly people: () => Promise<readonly UserRow[]>;
}

/**
 * Who is meant: by addresses (as arguments or in a file), or by the options of the list; `--all` for everybody the action
 * can be done to.
 * @throws GatehouseError `usage` where nobody is named, or people are named in two ways at once
 */
export async function choosePeople(session: Session, usual: Filter): Promise<Chosen> {
  const { given, operands, call, here } = session;
  const byAddress = operands.length > 0 || given.file !== undefined;
  const byFilter = filtering.some((option: OptionName) => given[option] !== undefined);
  if (byAddress && (byFilter || given.all)) throw wrongUse('chosen-twice');
  if (byAddress) return byAddresses(session, await addressesOf(given, operands));
  if (!byFilter && !given.all) throw wrongUse('nobody-chosen');
  const filter = await filterOf(session, usual);
  const { total } = await call('users.list', { organizationId: (await here()).id, ...filter, limit: 1 });
  return {
    choice: total > 0 ? { kind: 'matching', filter } : undefined,
    count: total,
    unknown: [],
    people: () => listPeople(session, filter),
  };
}

/** Addresses from the arguments and the file, separated by white space, commas or semicolons; each once. */
async function addressesOf({ file }: Given, operands: readonly string[]): Promise<readonly string[]> {
  const text = [...operands, ...(file === undefined ? [] : [await readText(file)])].join('\n');
  const all = text.split(/[\s,;]+/).filter((address) => address !== '');
  if (all.length === 0) throw wrongUse('nobody-chosen');
  return [...new Map(all.map((address) => [addressKey(address), address])).values()];
}

async function byAddresses(session: Session, addresses: readonly string[]): Promise<Chosen> {
  const people: UserRow[] = [];
  const unknown: string[] = [];
  for (const address of addresses) {
    const found = await findPerson(session, address);
    if (found) people.push(found);
    else unknown.push(address);
  }
  return {
    choice: people.length > 0 ? { kind: 'chosen', membershipIds: people.map((p) => p.membershipId) } : undefined,
    count: people.length,
    unknown,
    people: async () => people,
  };
}

/** The person with an address, whatever they are here. */
export async function findPerson(session: Session, address: string): Promise<UserRow | undefined> {
  const key = addressKey(address.trim());
  const everybody = { kinds: [...memberKinds], statuses: [...userStatuses], search: address.trim().slice(0, 200) };
  return (await listPeople(session, everybody)).find(({ email }) => addressKey(email) === key);
}
