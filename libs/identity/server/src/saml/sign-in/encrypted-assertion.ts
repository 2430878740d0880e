import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import { SamlRefusal } from '../saml-refusal.ts';
import { ns } from '../saml-names.ts';
import type { KeyPair } from '../service-provider/key-pair.ts';
import { attribute, children, descendants, text } from '../xml.ts';

// What XML Encryption 1.1 asks for. Not RSA 1.5 (Bleichenbacher’s attack) nor Triple DES. The library that node-saml decrypts with knows neither
// rsa-oaep of 1.1, which Keycloak begins with, nor the right name of SHA-256.
const ciphers: Record<string, { name: 'aes-128-cbc' | 'aes-192-cbc' | 'aes-256-cbc' | 'aes-128-gcm' | 'aes-192-gcm' | 'aes-256-gcm'; keyBytes: number; isAuthenticated: boolean }> = {
  'http://www.w3.org/2001/04/xmlenc#aes128-cbc': { name: 'aes-128-cbc', keyBytes: 16, isAuthenticated: false },
  'http://www.w3.org/2001/04/xmlenc#aes192-cbc': { name: 'aes-192-cbc', keyBytes: 24, isAuthenticated: false },
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc': { name: 'aes-256-cbc', keyBytes: 32, isAuthenticated: false },
  'http://www.w3.org/2009/xmlenc11#aes128-gcm': { name: 'aes-128-gcm', keyBytes: 16, isAuthenticated: true },
  'http://www.w3.org/2009/xmlenc11#aes192-gcm': { name: 'aes-192-gcm', keyBytes: 24, isAuthenticated: true },
  'http://www.w3.org/2009/xmlenc11#aes256-gcm': { name: 'aes-256-gcm', keyBytes: 32, isAuthenticated: true },
};
const oaep = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p';
const oaep11 = 'http://www.w3.org/2009/xmlenc11#rsa-oaep';
const digests: Record<string, string> = {
  'http://www.w3.org/2000/09/xmldsig#sha1': 'sha1',
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
};
const masks: Record<string, string> = {
  'http://www.w3.org/2009/xmlenc11#mgf1sha1': 'sha1',
  'http://www.w3.org/2009/xmlenc11#mgf1sha256': 'sha256',
  'http://www.w3.org/2009/xmlenc11#mgf1sha384': 'sha384',
  'http://www.w3.org/2009/xmlenc11#mgf1sha512': 'sha512',
};
const blockBytes = 16;
const tagBytes = 16;

/**
 * The text of an encrypted assertion, by whichever of our keys opens it. Whatever does not work is refused in the same words, so that nobody
 * learns from the answer how far a changed message came. Throws SamlRefusal `encrypted`.
 */
export function decryptedAssertion(encrypted: Element, ours: readonly KeyPair[]): string {
  const data = one(children(encrypted, ns.encryption, 'EncryptedData'), 'EncryptedData');
  const cipher = ciphers[methodOf(data)];
  if (!cipher) throw new SamlRefusal('encrypted', `encrypted by ${methodOf(data)}`);
  const content = cipherValue(data);
  // The keys for several readers may be there, inside or beside; ours is the one that opens.
  const wrapped = [...descendants(data, ns.encryption, 'EncryptedKey'), ...children(encrypted, ns.encryption, 'EncryptedKey')].slice(0, mostKeys);
  for (const key of wrapped) {
    const hash = oaepHash(key);
    for (const { privateKey } of ours) {
      const opened = openWith({ privateKey, hash, wrappedKey: cipherValue(key), content, cipher });
      if (opened !== null) return opened;
    }
  }
  throw new SamlRefusal('encrypted', 'none of our keys opens it');
}

const mostKeys = 8;

function openWith({ privateKey, hash, wrappedKey, content, cipher }: { privateKey: string; hash: string; wrappedKey: Buffer; content: Buffer; cipher: (typeof ciphers)[string] }): string | null {
  try {
    const key = privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: hash }, wrappedKey);
    if (key.length !== cipher.keyBytes) return null;
    return (cipher.isAuthenticated ? openAuthenticated(cipher.name, key, content) : openBlocks(cipher.name, key, content)).toString('utf8');
  } catch {
    return null;
  }
}

function openAuthenticated(name: string, key: Buffer, content: Buffer): Buffer {
  const nonceBytes = 12;
  if (content.length <= nonceBytes + tagBytes) throw new Error('too short');
  const decipher = createDecipheriv(name as 'aes-256-gcm', key, content.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAuthTag(content.subarray(-tagBytes));
  return Buffer.concat([decipher.update(content.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}

/** XML Encryption pads with anything; only the last byte counts, which tells how much. */
function openBlocks(name: string, key: Buffer, content: Buffer): Buffer {
  const decipher = createDecipheriv(name, key, content.subarray(0, blockBytes)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(content.subarray(blockBytes)), decipher.final()]);
  const padding = padded.at(-1) ?? 0;
  if (padding < 1 || padding > blockBytes) throw new Error('not padded');
  return padded.subarray(0, -padding);
}

function oaepHash(key: Element): string {
  const method = one(children(key, ns.encryption, 'EncryptionMethod'), 'EncryptionMethod');
  const algorithm = attribute(method, 'Algorithm');
  if (algorithm !== oaep && algorithm !== oaep11) throw new SamlRefusal('encrypted', `the key is encrypted by ${algorithm ?? 'nothing'}`);
  const digest = digests[nameIn(method, ns.signature, 'DigestMethod') ?? 'http://www.w3.org/2000/09/xmldsig#sha1'];
  const mask = algorithm === oaep ? 'sha1' : masks[nameIn(method, ns.encryption11, 'MGF') ?? 'http://www.w3.org/2009/xmlenc11#mgf1sha1'];
  // Node has one hash for both; identity providers that name a digest name the mask alike.
  if (!digest || digest !== mask) throw new SamlRefusal('encrypted', `the key is encrypted with the digest ${digest ?? 'unknown'} and the mask ${mask ?? 'unknown'}, which must be the same`);
  return digest;
}

const nameIn = (method: Element, namespace: string, name: string): string | null => {
  const [element] = children(method, namespace, name);
  return element ? attribute(element, 'Algorithm') : null;
};

function methodOf(data: Element): string {
  return attribute(one(children(data, ns.encryption, 'EncryptionMethod'), 'EncryptionMethod'), 'Algorithm') ?? 'nothing';
}

function cipherValue(holder: Element): Buffer {
  const data = one(children(holder, ns.encryption, 'CipherData'), 'CipherData');
  return Buffer.from(text(one(children(data, ns.encryption, 'CipherValue'), 'CipherValue')).replace(/\s+/g, ''), 'base64');
}

function one(found: Element[], name: string): Element {
  const [element] = found;
  if (!element || found.length > 1) throw new SamlRefusal('encrypted', `${found.length} ${name}`);
  return element;
}
