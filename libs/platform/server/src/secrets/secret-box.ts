import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.ts';

export const secretsKey = 'secrets.key';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const form = 'v1.';

/** What was sealed by another key, or for another purpose, or is damaged. */
export class SecretUnreadable extends Error {
  readonly code = 'SECRET_UNREADABLE';
}

/**
 * Keeps secrets of the administration in the database: sealed by AES-256-GCM with a key that is not in it, but in the data folder, which all processes share. Whoever
 * has a dump of the database alone can read none.
 */
@Injectable()
export class SecretBox {
  private key: Buffer | null = null;

  constructor(private readonly config: Config) {}

  /** `purpose` is needed to open it again, so that nothing sealed for one thing is taken for another. */
  seal(secret: string, purpose: string): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.ownKey(), nonce).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return form + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Throws SecretUnreadable. */
  open(sealed: string, purpose: string): string {
    try {
      if (!sealed.startsWith(form)) throw new Error('It was sealed in no form that is known.');
      const bytes = Buffer.from(sealed.slice(form.length), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.ownKey(), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes }).setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
    } catch (error) {
      throw new SecretUnreadable(`A secret cannot be opened with ${secretsKey} of the data folder.`, { cause: error });
    }
  }

  private ownKey(): Buffer {
    this.key ??= readOrMakeKey(this.config.dataDir);
    return this.key;
  }
}

function readOrMakeKey(folder: string): Buffer {
  const file = join(folder, secretsKey);
  const read = (): Buffer | null => {
    try {
      const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
      if (key.length !== keyBytes) throw new Error(`${file} is damaged: put back that of your backup.`);
      return key;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  };
  const known = read();
  if (known) return known;
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // Whole or not at all, and never over that of another process which was faster.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const made = read();
  if (!made) throw new Error(`${file} could not be made.`);
  return made;
}
