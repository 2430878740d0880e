import { describe, expect, it } from '@jest/globals';
import { isPublicAddress } from './public-address.ts';

describe('a public address', () => {
  it.each(['93.184.216.34', '8.8.8.8', '1.1.1.1', '2606:2800:220:1:248:1893:25c8:1946', '2a00:1450:4007:80e::200e'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['127.0.0.1', 'this machine'],
    ['127.8.8.8', 'this machine'],
    ['0.0.0.0', 'this machine'],
    ['0.1.2.3', 'this network'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'where clouds keep their secrets'],
    ['100.64.0.1', 'a carrier’s own'],
    ['192.0.0.1', 'special'],
    ['192.0.2.1', 'documentation'],
    ['198.18.0.1', 'measurements'],
    ['224.0.0.1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'this machine'],
    ['::1', 'this machine'],
    ['::ffff:127.0.0.1', 'IPv4, mapped'],
    ['::ffff:8.8.8.8', 'IPv4, mapped, whatever it leads to'],
    ['::127.0.0.1', 'IPv4, compatible'],
    ['64:ff9b::7f00:1', 'IPv4, by NAT64'],
    ['64:ff9b:1::7f00:1', 'IPv4, by a local NAT64'],
    ['2002:7f00:1::', 'IPv4, by 6to4'],
    ['2001:0:7f00:1::', 'IPv4, by Teredo'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local, with its zone'],
    ['fc00::1', 'private'],
    ['fd12:3456::1', 'private'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['2001:db8::1', 'documentation'],
    ['100::1', 'a black hole'],
    ['5f00::1', 'segment routing'],
    ['4000::1', 'handed out to nobody'],
    ['localhost', 'no address'],
    ['', 'no address'],
  ])('is not %s: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
