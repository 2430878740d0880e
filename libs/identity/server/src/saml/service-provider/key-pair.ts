import { createPrivateKey, generateKeyPair, randomUUID, X509Certificate } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { selfSignedCertificate } from './self-signed-certificate.ts';

export interface KeyPair {
  /** PEM, PKCS #8. */
  privateKey: string;
  /** PEM. */
  certificate: string;
}

/**
 * The key pair of that file, made at first start. Long-lived on purpose: its identity providers know it by heart, and a certificate that
 * ends is a sign-in that breaks one night.
 */
export async function keyPairIn(file: string, { commonName }: { commonName: string }): Promise<KeyPair> {
  const existing = await readKeyPair(file);
  if (existing) return existing;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const made = await make(commonName);
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, made.privateKey + made.certificate, { mode: 0o600 });
  try {
    // Several processes may start at once on one folder: the first to link wins, and all use the same keys.
    await link(draft, file);
    return made;
  } catch (error) {
    const winner = await readKeyPair(file);
    if (winner) return winner;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Null when there is no such file. Throws an Error that an administrator can read when it is damaged. */
export async function readKeyPair(file: string): Promise<KeyPair | null> {
  const pem = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (pem === null) return null;
  const [privateKey] = /-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----\n?/.exec(pem) ?? [];
  const [certificate] = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----\n?/.exec(pem) ?? [];
  if (!privateKey || !certificate || !new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey))) {
    throw new Error(`${file} does not hold a private key and its certificate: restore it from a backup, or delete it to have new keys made (the identity provider then needs our new metadata).`);
  }
  return { privateKey, certificate };
}

async function make(commonName: string): Promise<KeyPair> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 });
  // Yesterday: the identity provider's clock may be behind ours.
  const from = new Date(Date.now() - 24 * 3600_000);
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: selfSignedCertificate(privateKey, { commonName, from, years: 20 }),
  };
}
