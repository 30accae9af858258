import { BlockList, isIP, isIPv6 } from 'node:net';

/** Whether a connection comes from a trusted proxy. */
export type IsProxy = (address: string | undefined) => boolean;

/** This computer's own addresses, which by RFC 1122 and RFC 4291 no other may use. */
const thisComputer = ['127.0.0.0/8', '::1'];

/**
 * Whose X-Forwarded-For and -Proto are trusted.
 * @param named addresses and networks. If empty: this computer's own, and only where links begin with another address than
 *   the portal's, because then there is something in front of it
 */
export function whoIsProxy(named: readonly string[], elsewhere: boolean): IsProxy {
  const list = new BlockList();
  for (const entry of named.length > 0 ? named : elsewhere ? thisComputer : []) {
    const [address = '', bits] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address = '') => {
    // a listener on :: sees IPv4 addresses mapped to IPv6
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    return isIP(plain) !== 0 && list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  };
}
