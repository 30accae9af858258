import type { InputOf, OperationName, OutputOf } from '#contract/index.ts';
import type { Core } from '../core.ts';
import type { Credentials } from '../kernel/context.ts';
import { operators, owner } from './organization.ts';
import type { Inviter } from './story.ts';

export interface Member {
  readonly membershipId: number;
}

/** What is remembered while the demo's story is performed. */
export interface Past {
  readonly core: Core;
  readonly organizationId: number;
  /** When the story ends: now. */
  readonly present: number;
  /** By the address they were invited at. */
  readonly members: Map<string, Member>;
  /** Ids of teams, groups, products and lines, by `teams/Finance`. */
  readonly structure: Map<string, number>;
}

export function remember(past: Past, invited: readonly (Member & { readonly email: string })[]): void {
  for (const { email, membershipId } of invited) past.members.set(email, { membershipId });
}

/** Calls a real operation as one of the demo's operators would from the window. */
export const call = <N extends OperationName>(
  { core }: Pick<Past, 'core'>,
  by: Inviter | Credentials,
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> =>
  core.dispatch({ face: 'window', credentials: typeof by === 'string' ? operator(by) : by }, name, input);

const operator = (by: Inviter): Credentials => {
  const [admin, userManager] = operators;
  return { kind: 'operator', email: { owner, admin, 'user-manager': userManager }[by].email };
};
