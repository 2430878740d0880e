/**
 * The addresses by which people reach this Parvis, those of `PARVIS_URL` first and `PARVIS_OTHER_URLS` after it. They share one way (http or https) and one
 * sub-path, so that cookies and addresses within Parvis are the same everywhere; what differs is the host.
 */
export class PublicAddresses {
  /** Without a final slash; the first is the one for letters. */
  readonly urls: readonly string[];
  /** Where Parvis stands on each host, such as `/parvis`; empty at the top. */
  readonly path: string;
  /** What browsers call the pages of Parvis in `Origin`. */
  readonly origins: ReadonlySet<string>;

  constructor(urls: readonly [string, ...string[]]) {
    this.urls = [...new Set(urls)];
    this.path = pathOf(urls[0]);
    this.origins = new Set(urls.map((url) => new URL(url).origin));
  }

  /** The one whose host a request named; the first when it named none of them: a host that is not listed is never believed. */
  at(host: string | undefined): string {
    const wanted = (host ?? '').toLowerCase();
    // Proxies often leave the port out of the host that they pass on.
    return this.urls.find((url) => new URL(url).host === wanted) ?? this.urls.find((url) => new URL(url).hostname === wanted) ?? this.first;
  }

  /** The part of an address that Parvis knows, for a proxy that leaves the sub-path where it is; one that takes it away is as good. */
  within(address: string): string {
    if (this.path === '' || !address.startsWith(this.path)) return address;
    const rest = address.slice(this.path.length);
    if (rest === '' || rest.startsWith('?')) return `/${rest}`;
    return rest.startsWith('/') ? rest : address;
  }

  private get first(): string {
    return this.urls[0] ?? '';
  }
}

const pathOf = (url: string): string => new URL(url).pathname.replace(/\/+$/, '');

/** Null: they go together. */
export function addressesFault([first = '', ...others]: readonly string[]): string | null {
  const { search, hash } = new URL(first);
  if (search || hash || !/^(\/[\w.~-]+)*$/.test(pathOf(first))) return `PARVIS_URL (${JSON.stringify(first)}) has more than a host and a plain sub-path: give it like https://intranet.example.com/parvis.`;
  const odd = others.find((url) => new URL(url).protocol !== new URL(first).protocol || pathOf(url) !== pathOf(first));
  if (odd === undefined) return null;
  return `PARVIS_OTHER_URLS (${JSON.stringify(odd)}) differs from PARVIS_URL by more than the host: start all of them with ${new URL(first).protocol}//, and give all of them ${pathOf(first) ? `the sub-path ${pathOf(first)}` : 'no sub-path'}.`;
}
