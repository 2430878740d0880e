import { constants, createCipheriv, publicEncrypt, randomBytes } from 'node:crypto';
import { ns } from '../saml-names.ts';
import type { KeyPair } from '../service-provider/key-pair.ts';

export interface Encryption {
  cipher: 'aes-128-cbc' | 'aes-256-cbc' | 'aes-256-gcm';
  /** As XML Encryption 1.0 wraps keys, or as 1.1 does. */
  wrap: 'oaep' | 'oaep11';
  keyBeside: boolean;
}

const names = {
  'aes-128-cbc': 'http://www.w3.org/2001/04/xmlenc#aes128-cbc',
  'aes-256-cbc': 'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
  'aes-256-gcm': 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
};

const method = {
  oaep: `<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"><ds:DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/></xenc:EncryptionMethod>`,
  oaep11: `<xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#rsa-oaep"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><xenc11:MGF xmlns:xenc11="${ns.encryption11}" Algorithm="http://www.w3.org/2009/xmlenc11#mgf1sha256"/></xenc:EncryptionMethod>`,
};

/** An assertion encrypted for the holder of these keys, as identity providers send it. */
export function encrypted(assertion: string, { certificate }: KeyPair, { cipher = 'aes-256-gcm', wrap = 'oaep', keyBeside = false }: Partial<Encryption> = {}): string {
  const key = randomBytes(cipher.includes('128') ? 16 : 32);
  const wrapped = publicEncrypt({ key: certificate, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: wrap === 'oaep' ? 'sha1' : 'sha256' }, key);
  const value = (bytes: Buffer) => `<xenc:CipherData><xenc:CipherValue>${bytes.toString('base64')}</xenc:CipherValue></xenc:CipherData>`;
  const encryptedKey = `<xenc:EncryptedKey>${method[wrap]}${value(wrapped)}</xenc:EncryptedKey>`;
  return (
    `<saml:EncryptedAssertion xmlns:xenc="${ns.encryption}" xmlns:ds="${ns.signature}"><xenc:EncryptedData><xenc:EncryptionMethod Algorithm="${names[cipher]}"/>` +
    `${keyBeside ? '' : `<ds:KeyInfo>${encryptedKey}</ds:KeyInfo>`}${value(sealed(cipher, key, Buffer.from(assertion)))}</xenc:EncryptedData>${keyBeside ? encryptedKey : ''}</saml:EncryptedAssertion>`
  );
}

function sealed(cipher: Encryption['cipher'], key: Buffer, content: Buffer): Buffer {
  if (cipher === 'aes-256-gcm') {
    const nonce = randomBytes(12);
    const seal = createCipheriv(cipher, key, nonce);
    return Buffer.concat([nonce, seal.update(content), seal.final(), seal.getAuthTag()]);
  }
  const start = randomBytes(16);
  const seal = createCipheriv(cipher, key, start);
  return Buffer.concat([start, seal.update(content), seal.final()]);
}
