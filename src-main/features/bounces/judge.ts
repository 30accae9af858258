import type { BounceVerdict } from '#contract/bounces.ts';
import type { Found } from './find.ts';
import type { Told } from './read/told.ts';
import { canBounce } from './store.ts';

/** A report by address that speaks of a mail from so long before this one is about another one; clocks differ. */
const clocksDiffer = 3_600_000;

/** What was seen of messages already: in the store, and on earlier lines of the same call. */
export interface Known {
  readonly isBounced: (messageId: number) => boolean;
  readonly isNoted: (messageId: number, told: Told) => boolean;
}

/** What a line does; pure, so that the preview says what the import then does. */
export function judge(told: Told, found: Found | undefined, known: Known): BounceVerdict {
  if (told.problem) return 'unreadable';
  if (!found) return told.found.length === 0 ? 'unreadable' : 'unknown';
  const { message, member, invitation, named } = found;
  // whoever has accepted got some mail; who was revoked is waited for no more
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
