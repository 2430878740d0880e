import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { IdentityProvider } from './identity-provider.ts';
import { MetadataFault } from './metadata-fault.ts';
import { readIdpMetadata } from './metadata.ts';

const refreshAfterMs = 60 * 60_000;
/** A refresh that failed is tried again after this time. */
const retryAfterMs = 60_000;
/** How often a signature by an unknown key may make us look again: anybody can send one. */
const lookAgainAfterMs = 5_000;
const timeoutMs = 10_000;
const triesAtFirst = 4;
// Federations publish thousands of providers in one file; a single provider is some ten kilobytes.
const mostBytes = 10_000_000;

/** The last good copy, so that people get in while the identity provider's metadata does not answer. */
export interface MetadataCopy {
  /** Null when there is none. */
  read(): Promise<string | null>;
  write(xml: string): Promise<void>;
}

export interface SourceOptions {
  /** Address or file. */
  source: string;
  copy: MetadataCopy;
  /** The one that must be described, when it is known already; else the first. */
  entityId?: string;
  now: () => Date;
  warn: (message: string) => void;
  retryPauseMs?: number;
}

interface Known {
  provider: IdentityProvider;
  readAt: number;
}

/**
 * One identity provider, read at first need and again every hour, so that either side may start first and a new certificate needs nobody.
 * While a refresh fails the last good copy serves, until its own `validUntil`.
 */
export class MetadataSource {
  private readonly options: SourceOptions;
  private known: Known | null = null;
  private reading: Promise<Known> | null = null;
  private lastTryAt = 0;

  constructor(options: SourceOptions) {
    this.options = options;
  }

  /** Throws an Error that an administrator can read when nothing is known and nothing answers. */
  async provider(): Promise<IdentityProvider> {
    const now = this.options.now().getTime();
    if (!this.known || !isValid(this.known.provider, now)) this.known = await this.read({ tries: triesAtFirst });
    // The person waiting now gets what is known; the next one gets what is new.
    else if (now - this.known.readAt > refreshAfterMs && now - this.lastTryAt > retryAfterMs) void this.refresh();
    return this.known.provider;
  }

  /** Looks again at once, unless that was just done; null when nothing new is to be had. Called when a signature is by an unknown key. */
  async lookAgain(): Promise<IdentityProvider | null> {
    if (this.options.now().getTime() - this.lastTryAt < lookAgainAfterMs) return null;
    const before = this.known?.provider.signingCertificates.join();
    const after = await this.refresh();
    return after && after.signingCertificates.join() !== before ? after : null;
  }

  private async refresh(): Promise<IdentityProvider | null> {
    try {
      this.known = await this.read({ tries: 1 });
      return this.known.provider;
    } catch {
      return null;
    }
  }

  private read({ tries }: { tries: number }): Promise<Known> {
    // Everybody who arrives meanwhile waits for the same answer.
    this.reading ??= this.readNow(tries).finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  private async readNow(tries: number): Promise<Known> {
    const { source, entityId, warn, now } = this.options;
    try {
      const xml = await this.load(tries);
      const provider = readIdpMetadata(xml, entityId);
      this.refuseOutdated(provider);
      await this.keep(xml);
      return { provider, readAt: now().getTime() };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const fallback = this.known ?? (await this.kept());
      if (!fallback || !isValid(fallback.provider, now().getTime())) {
        throw new Error(`The identity provider’s metadata (${source}) cannot be used: ${why}.`, { cause: error });
      }
      warn(`The identity provider’s metadata (${source}) cannot be refreshed: ${why}. The last good copy serves meanwhile.`);
      return fallback;
    } finally {
      this.lastTryAt = now().getTime();
    }
  }

  private async load(tries: number): Promise<string> {
    const { source, retryPauseMs = 500 } = this.options;
    if (!/^https?:/i.test(source)) return readFile(source.startsWith('file:') ? new URL(source) : source, 'utf8');
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await download(source);
      } catch (error) {
        if (attempt >= tries) throw error;
        await pause(retryPauseMs * attempt);
      }
    }
  }

  private refuseOutdated(provider: IdentityProvider): void {
    if (!isValid(provider, this.options.now().getTime())) {
      throw new MetadataFault('outdated', `it was valid until ${provider.validUntil?.toISOString()} and has not been renewed`);
    }
  }

  private async keep(xml: string): Promise<void> {
    try {
      await this.options.copy.write(xml);
    } catch (error) {
      this.options.warn(`The identity provider’s metadata could not be kept: ${String(error)}.`);
    }
  }

  private async kept(): Promise<Known | null> {
    try {
      const xml = await this.options.copy.read();
      // Read at 0: old until the identity provider has answered once.
      return xml === null ? null : { provider: readIdpMetadata(xml, this.options.entityId), readAt: 0 };
    } catch {
      return null;
    }
  }
}

function isValid(provider: IdentityProvider, now: number): boolean {
  return provider.validUntil === null || provider.validUntil.getTime() > now;
}

/** What stands at that address. Throws an Error that an administrator can read. */
export async function download(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs), headers: { accept: 'application/samlmetadata+xml, application/xml, text/xml, */*' } }).catch(
    (error: Error) => {
      throw new MetadataFault('silent', error.name === 'TimeoutError' ? 'it does not answer' : `it does not answer (${(error.cause as Error | undefined)?.message ?? error.message})`);
    },
  );
  if (!response.ok) throw new MetadataFault('status', `it answers with status ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new MetadataFault('too-large', `it is larger than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
