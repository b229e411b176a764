import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * Whether an IP address is one of the open internet: not this machine, its network, a provider's, or set aside for another
 * purpose, also where it is such an address in IPv6 clothes. `false` for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed4.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  return translated.check(address, 'ipv6')
    ? !closedTranslated.check(address, 'ipv6')
    : open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
}

/** IPv4: all that IANA's registry of special addresses does not call globally reachable, multicast, and what is reserved. */
const CLOSED_4: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** IPv6: what is not for everybody within the one range that is given out. 2001::/32 and 2002::/16 hold IPv4 addresses. */
const CLOSED_6: readonly (readonly [network: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed4 = new BlockList();
for (const [network, bits] of CLOSED_4) closed4.addSubnet(network, bits, 'ipv4');

const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');

const closed6 = new BlockList();
for (const [network, bits] of CLOSED_6) closed6.addSubnet(network, bits, 'ipv6');

/** Where a network has IPv6 only, an IPv4 address is the end of one of these (NAT64). */
const translated = new BlockList();
translated.addSubnet('64:ff9b::', 96, 'ipv6');

const closedTranslated = new BlockList();
for (const [network, bits] of CLOSED_4) closedTranslated.addSubnet(`64:ff9b::${network}`, 96 + bits, 'ipv6');
