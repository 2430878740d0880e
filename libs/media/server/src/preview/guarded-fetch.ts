import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Logger } from '@nestjs/common';
import { Agent, request, type Dispatcher } from 'undici';
import { isPublicAddress } from './public-address.ts';

export interface Resolved {
  address: string;
  family: number;
}

export interface GuardedFetchParts {
  /** Hosts (`wiki.corp`, `wiki.corp:8080`) that alone may be asked, whatever their address; null: every public one. */
  hosts: readonly string[] | null;
  resolve?: (host: string) => Promise<Resolved[]>;
  /** Ports as an address names them; empty: the protocol’s own. */
  ports?: readonly string[];
  isPublic?: (address: string) => boolean;
}

export interface Fetched {
  /** Where the last redirect led. */
  url: URL;
  contentType: string;
  bytes: Buffer;
  /** Whether there was more than `maxBytes`. */
  isCut: boolean;
}

interface Wish {
  accept: string;
  maxBytes: number;
  timeoutMs: number;
}

const maxRedirects = 3;
const allAddresses = (host: string): Promise<Resolved[]> => systemLookup(host, { all: true });

/**
 * Fetches an address that a person wrote, without letting them reach what only this server can reach. The name is resolved once for each
 * connection, and what was checked is what is connected to: a name that changes its mind (DNS rebinding) gains nothing. Each redirect is
 * checked as the first address was.
 */
export class GuardedFetch {
  private readonly logger = new Logger('LinkPreview');
  private readonly hosts: readonly string[] | null;
  private readonly resolve: (host: string) => Promise<Resolved[]>;
  private readonly ports: readonly string[];
  private readonly isPublic: (address: string) => boolean;

  constructor({ hosts, resolve = allAddresses, ports = ['', '80', '443'], isPublic = isPublicAddress }: GuardedFetchParts) {
    this.hosts = hosts;
    this.resolve = resolve;
    this.ports = ports;
    this.isPublic = isPublic;
  }

  /** Null for whatever reason: who asks must not learn from the answer what stands in the company’s network. */
  async get(address: string, wish: Wish): Promise<Fetched | null> {
    const signal = AbortSignal.timeout(wish.timeoutMs);
    try {
      let url = new URL(address);
      for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
        const answer = await this.ask(url, wish, signal);
        if (!(answer instanceof URL)) return answer;
        url = answer;
      }
      return null;
    } catch (error) {
      this.logger.debug({ err: error }, 'A link was not fetched.');
      return null;
    }
  }

  /** What is there, or the address that it redirects to. */
  private async ask(url: URL, { accept, maxBytes }: Wish, signal: AbortSignal): Promise<Fetched | URL | null> {
    if (!this.isAllowed(url)) return null;
    const agent = new Agent({ allowH2: false, pipelining: 0, connect: { lookup: this.lookupFor(url), timeout: 3_000 } });
    try {
      const headers = { accept, 'accept-encoding': 'identity', 'user-agent': 'Parvis (link preview)' };
      const answer = await request(url, { dispatcher: agent, headers, signal });
      // The agent is destroyed below, which a body that nobody reads would take for an accident.
      answer.body.on('error', () => undefined);
      const location = answer.headers['location'];
      if (answer.statusCode >= 300 && answer.statusCode < 400) return typeof location === 'string' ? new URL(location, url) : null;
      if (answer.statusCode !== 200 || isPacked(answer.headers)) return null;
      return { url, contentType: String(answer.headers['content-type'] ?? ''), ...(await firstBytes(answer.body, maxBytes)) };
    } finally {
      await agent.destroy();
    }
  }

  private isAllowed(url: URL): boolean {
    if (!['http:', 'https:'].includes(url.protocol) || url.username || url.password) return false;
    if (this.hosts) return this.isListed(url);
    const literal = literalOf(url);
    return this.ports.includes(url.port) && (literal === null || this.isPublic(literal));
  }

  private isListed({ hostname, host }: URL): boolean {
    return this.hosts !== null && this.hosts.includes(host || hostname);
  }

  /** Resolves for the connection itself. Addresses written as numbers never come here: they are checked with the address. */
  private lookupFor(url: URL): LookupFunction {
    const isListed = this.isListed(url);
    return (hostname, options, done) => {
      this.resolve(hostname).then(
        (found) => {
          const [first] = found;
          const refused = !first || (!isListed && found.some(({ address }) => !this.isPublic(address)));
          if (refused) return done(new Error('The name leads to no public address.'), '', 0);
          return options.all ? done(null, found) : done(null, first.address, first.family);
        },
        (error: NodeJS.ErrnoException) => done(error, '', 0),
      );
    };
  }
}

/** The address when the host is one: URL has brought all spellings (decimal, octal, hexadecimal) to the usual one. */
function literalOf({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[|\]$|\.$/g, '');
  return isIP(bare) ? bare : null;
}

/** We asked for plain bytes: what comes packed anyway could unpack to anything. */
const isPacked = (headers: Dispatcher.ResponseData['headers']): boolean => !['', 'identity'].includes(String(headers['content-encoding'] ?? ''));

async function firstBytes(body: AsyncIterable<Buffer>, maxBytes: number): Promise<{ bytes: Buffer; isCut: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), isCut: length > maxBytes };
}
