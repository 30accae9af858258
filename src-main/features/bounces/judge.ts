import type { BounceVerdict } from '#contract/bounces.ts';
import type { Found } from './find.ts';
import type { Told } from './read/told.ts';
import { canBounce } from './store.ts';

/** A report by address about a mail from longer ago than this is about another mail; anything less may be differing clocks. */
const clocksDiffer = 3_600_000;

/** What is already known about messages: from the store, and from earlier lines of the same call. */
export interface Known {
  readonly isBounced: (messageId: number) => boolean;
  readonly isNoted: (messageId: number, told: Told) => boolean;
}

/** What a line would do; pure, so that the preview says exactly what the import does. */
export function judge(told: Told, found: Found | undefined, known: Known): BounceVerdict {
  if (told.problem) return 'unreadable';
  if (!found) return told.found.length === 0 ? 'unreadable' : 'unknown';
  const { message, member, invitation, named } = found;
  // somebody who accepted has had a mail; nobody waits for somebody who was revoked
  if (invitation !== undefined || !named) {
    if (member?.status === 'active' || member?.status === 'suspended') return 'accepted';
    if (member?.status !== 'pending' || invitation === 'revoked') return 'ended';
  }
  if (!message) return 'not-sent';
  if (!named && told.arrivedAt !== null && told.arrivedAt < message.createdAt - clocksDiffer) return 'older';
  const bounced = message.state === 'bounced' || known.isBounced(message.id);
  if (told.action !== 'failed') {
    if (bounced || known.isNoted(message.id, told)) return 'known';
    return told.action === 'delayed' ? 'delayed' : 'noted';
  }
  if (bounced || message.state === 'failed') return 'known';
  if (!canBounce(message)) return 'not-sent';
  return invitation === 'replaced' ? 'earlier' : 'bounced';
}
