import { randomUUID, X509Certificate } from 'node:crypto';
import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { keyPairIn, readKeyPair, type KeyPair } from './key-pair.ts';

/** What a key of ours is for: we sign with it, shall sign with it, or did. */
export type KeyPlace = 'used' | 'next' | 'former';

/** Our keys. All are published, and open what is encrypted for them; there is never a former one beside a next one, but for an instant. */
export interface KeyRing {
  used: KeyPair;
  next: KeyPair | null;
  former: KeyPair | null;
}

const names: Record<KeyPlace, string> = { used: 'service-provider.pem', next: 'service-provider.next.pem', former: 'service-provider.former.pem' };

/**
 * Our keys as they stand in the folder that all processes share. What signs is always there: it is replaced by renaming another over it, since a
 * process that found none would make a new one. Each step can be taken again after an interruption.
 */
export class KeyFolder {
  private readonly folder: string;
  private readonly commonName: string;

  constructor(folder: string, { commonName }: { commonName: string }) {
    this.folder = folder;
    this.commonName = commonName;
  }

  /** Differs once any of the keys does. */
  async stamp(): Promise<string> {
    const found = await Promise.all(Object.values(names).map((name) => stat(join(this.folder, name), { bigint: true }).catch(absent)));
    return found.map((file) => (file ? `${file.ino} ${file.mtimeNs} ${file.size}` : '-')).join('; ');
  }

  /** Makes the key that is used when there is none. Throws an Error that an administrator can read when a file is damaged. */
  async read(): Promise<KeyRing> {
    const used = await keyPairIn(this.at('used'), { commonName: this.commonName });
    const [next, former] = await Promise.all([readKeyPair(this.at('next')), readKeyPair(this.at('former'))]);
    const other = (keys: KeyPair | null) => (keys && fingerprintOf(keys) !== fingerprintOf(used) ? keys : null);
    return { used, next: other(next), former: other(former) };
  }

  /** Makes the next key, unless it is there. */
  async prepare(): Promise<void> {
    await keyPairIn(this.at('next'), { commonName: this.commonName });
  }

  /** Signs with the key that stands in `from`; the one that signed until now goes to the other place. */
  async use(from: 'next' | 'former'): Promise<void> {
    await this.keepUsedAs(from === 'next' ? 'former' : 'next');
    await rename(this.at(from), this.at('used'));
  }

  /** For good: nothing opens any more what is encrypted for it. */
  async forget(place: 'next' | 'former'): Promise<void> {
    await rm(this.at(place), { force: true });
  }

  private async keepUsedAs(place: KeyPlace): Promise<void> {
    const draft = `${this.at(place)}.${randomUUID()}`;
    await copyFile(this.at('used'), draft);
    await rename(draft, this.at(place));
  }

  private at(place: KeyPlace): string {
    return join(this.folder, names[place]);
  }
}

/** SHA-256 of its certificate, in hexadecimal, two by two. */
export const fingerprintOf = ({ certificate }: KeyPair): string => new X509Certificate(certificate).fingerprint256;

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
