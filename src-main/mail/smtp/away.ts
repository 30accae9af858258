import type { SmtpFailure } from './failure.ts';

/** No way out of this computer, to any server. */
const noWay = /^(ENETUNREACH|ENETDOWN|ENONET|EAI_AGAIN)$/;
/** The name server itself said that there is no such name. */
const noSuchName = /^(ENOTFOUND|ENODATA|EDNS)$/;

/**
 * Whether the network is away rather than the server: no connection was made, and either no packet can leave or no name
 * server answers. An unknown name, and silence, are the server's trouble unless the system says that it is offline.
 */
export function isAway({ facts }: SmtpFailure, online: boolean): boolean {
  const { stage, code, replyCode, lookUp = false, startTlsOffered } = facts;
  if (stage !== 'connect' || replyCode !== undefined || code === undefined || startTlsOffered !== undefined)
    return false;
  return !online || noWay.test(code) || (lookUp && !noSuchName.test(code));
}
