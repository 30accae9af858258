import type { JudgedEntry } from '#contract/invitations.ts';
import { words } from '../../app/words.ts';
import type { RowVerdict } from '../invitations/rows-text.ts';

/** What is wrong with an address, or good to know about it. */
export interface AddressNote {
  readonly text: string;
  /** Prevents going on. */
  readonly stops: boolean;
  /** The member whose page tells more. */
  readonly membershipId?: number | undefined;
}

const say = words.wizard.details;

function wordsOf({ verdict, reason, detail, email = '', raw }: JudgedEntry): string {
  const address = email || raw;
  if (verdict === 'already-member') return reason === 'suspended' ? say.suspended(address) : say.member(address);
  if (verdict === 'already-invited') return reason === 'expired' ? say.expired(address) : say.invited(address);
  return say.refused(words.invitations.reason(reason, detail));
}

/** The note to show under the field; undefined when the address is valid and free. */
export function noteOn({ entry, several }: RowVerdict): AddressNote | undefined {
  if (several || entry.verdict === 'duplicate') return { text: say.oneEmail, stops: true };
  if (entry.verdict !== 'new') return { text: wordsOf(entry), stops: true, membershipId: entry.membershipId };
  return entry.warning ? { text: say.lookAlike, stops: false } : undefined;
}
