import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Networks that are not the open internet: this machine, private and link-local ones, carriers' and documentation ranges, multicast. */
const inside = new BlockList();
for (const [network, prefix] of [
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
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(network, prefix, 'ipv4');

/** Of IPv6 only global unicast is outside, without the ranges that carry IPv4 addresses or are set aside within it. */
const globalSix = new BlockList();
globalSix.addSubnet('2000::', 3, 'ipv6');
const asideSix = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  asideSix.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address lies in the open internet. */
export function isOutside(address: string): boolean {
  if (isIP(address) === 4) return !inside.check(address, 'ipv4');
  const plain = address.split('%')[0] ?? '';
  return globalSix.check(plain, 'ipv6') && !asideSix.check(plain, 'ipv6');
}

export type Resolved =
  | { readonly ok: true; readonly address: string; readonly family: 4 | 6 }
  | { readonly ok: false; readonly why: 'address-inside' | 'name-unknown' | 'not-https' };

/**
 * The one IP address to connect to. Every address that the name stands for must lie outside, so that a name cannot lead within after it
 * was looked at; the connection then goes to this address and asks no more. `allowsInside`: a setting for receivers in one's own network.
 */
export async function resolveOutside(url: URL, allowsInside: boolean): Promise<Resolved> {
  if (url.protocol !== 'https:' && !allowsInside) return { ok: false, why: 'not-https' };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await lookup(host, { all: true }).catch(() => []);
  const [first] = found;
  if (!first) return { ok: false, why: 'name-unknown' };
  if (!allowsInside && !found.every(({ address }) => isOutside(address))) return { ok: false, why: 'address-inside' };
  return { ok: true, address: first.address, family: first.family === 6 ? 6 : 4 };
}
