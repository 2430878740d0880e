import { createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';

/**
 * A certificate that holds a public key and says nothing else (RFC 5280, version 3, no extension), since metadata carries keys as
 * certificates. Node reads certificates but cannot make them, and OpenSSL is not on every machine. Trust never comes from this
 * certificate: it comes from the metadata that it stands in.
 */
export function selfSignedCertificate(privateKey: KeyObject, { commonName, from, years }: { commonName: string; from: Date; years: number }): string {
  const until = new Date(from);
  until.setUTCFullYear(from.getUTCFullYear() + years);
  const name = sequence(tagged(0x31, sequence(commonNameOid, tagged(0x0c, Buffer.from(commonName, 'utf8')))));
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(randomBytes(16)),
    sha256WithRsa,
    name,
    sequence(time(from), time(until)),
    name,
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
  );
  const certificate = sequence(body, sha256WithRsa, tagged(0x03, Buffer.concat([Buffer.from([0]), sign('RSA-SHA256', body, privateKey)])));
  return `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;
}

// The few forms of DER (ITU-T X.690) that a certificate needs.
function tagged(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
}

function length(size: number): Buffer {
  if (size < 0x80) return Buffer.from([size]);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(size);
  const significant = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  return Buffer.concat([Buffer.from([0x80 | significant.length]), significant]);
}

function sequence(...contents: Buffer[]): Buffer {
  return tagged(0x30, ...contents);
}

function integer(bytes: Buffer): Buffer {
  // The first bit is the sign, and the shortest form is the only one: a leading byte from 1 to 127 is both positive and short.
  const first = bytes.length > 1 ? ((bytes[0] ?? 0) & 0x7f) | 1 : (bytes[0] ?? 0);
  return tagged(0x02, Buffer.concat([Buffer.from([first]), bytes.subarray(1)]));
}

function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/\.\d+Z$/, 'Z').replace(/[-:T]/g, '');
  // Two-digit years up to 2049, as RFC 5280, 4.1.2.5 demands.
  return at.getUTCFullYear() < 2050 ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits));
}

const commonNameOid = Buffer.from('0603550403', 'hex');
const sha256WithRsa = sequence(Buffer.from('06092a864886f70d01010b', 'hex'), Buffer.from('0500', 'hex'));
