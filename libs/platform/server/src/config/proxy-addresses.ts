import { isIP, isIPv4 } from 'node:net';

/** A proxy on the same machine. Not one somewhere in the company's networks: colleagues are there too, and would name any address as theirs. */
export const usualProxies = ['loopback'];
/** Names of networks that may be listed: this machine, and the private ones. */
const namedNetworks = ['loopback', 'linklocal', 'uniquelocal'];

/** Reads `TRUST_PROXY`: addresses, networks and the names of usual ones, parted by spaces or commas; `none` for none. Null: something else stands there. */
export function proxyAddressesOf(text: string): string[] | null {
  const words = text.toLowerCase().split(/[\s,]+/).filter(Boolean);
  if (words.length === 1 && words[0] === 'none') return [];
  return words.length > 0 && words.every((word) => namedNetworks.includes(word) || isNetwork(word)) ? words : null;
}

function isNetwork(word: string): boolean {
  const [address = '', bits, ...more] = word.split('/');
  if (isIP(address) === 0 || more.length > 0) return false;
  // Everybody would be believed: whoever reaches the server could say that they come from anywhere.
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (isIPv4(address) ? 32 : 128));
}
