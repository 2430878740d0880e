import ipaddr from 'ipaddr.js';

/** What the internet hands out today (IANA, IPv6 Global Unicast). Whatever is outside of it is special, known to the library or not. */
const globalIpv6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address belongs to a machine on the internet. Not: this machine, the company’s networks, link-local (where clouds keep their
 * secrets, 169.254.169.254), carriers’ own (CGNAT), multicast, documentation, and IPv6 that stands for IPv4 (mapped, compatible, 6to4, NAT64,
 * Teredo), which would lead back to any of them.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv6 ? parsed.match(globalIpv6) : true;
}
