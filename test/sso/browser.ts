interface Cookie {
  name: string;
  value: string;
  host: string;
  path: string;
  sameSite: string;
}

export interface Page {
  url: string;
  status: number;
  html: string;
}

export interface Form {
  action: string;
  method: string;
  fields: Record<string, string>;
  /** Names of the fields to write a password into. */
  passwords: string[];
}

/**
 * As much of a browser as single sign-on needs: cookies with their path and SameSite, redirects, forms. Two ports of one name are two sites
 * here, so that what works in a test works when the identity provider is elsewhere.
 */
export class Browser {
  #cookies: Cookie[] = [];

  open(url: string): Promise<Page> {
    return this.#go(url, { method: 'GET' });
  }

  submit(page: Page, form: Form, values: Record<string, string> = {}): Promise<Page> {
    const body = new URLSearchParams({ ...form.fields, ...values });
    if (form.method === 'POST') return this.#go(form.action, { method: 'POST', body, from: page.url });
    return this.#go(`${form.action.split('?')[0]}?${body}`, { method: 'GET', from: page.url });
  }

  forget(matches: (cookie: { name: string; host: string }) => boolean): void {
    this.#cookies = this.#cookies.filter((cookie) => !matches(cookie));
  }

  async #go(url: string, { method, body, from }: { method: string; body?: URLSearchParams; from?: string }): Promise<Page> {
    let address = url;
    for (let hop = 0; hop < 20; hop += 1) {
      const response = await fetch(address, {
        method,
        redirect: 'manual',
        headers: { accept: 'text/html', 'accept-language': 'en', cookie: this.#cookieHeader(address, method, from) },
        ...(method === 'POST' && body ? { body } : {}),
      });
      for (const line of response.headers.getSetCookie()) this.#store(address, line);
      const html = await response.text();
      const next = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || !next) return { url: address, status: response.status, html };
      address = new URL(next, address).href;
      method = 'GET';
    }
    throw new Error(`Round in circles at ${address}`);
  }

  #cookieHeader(url: string, method: string, from: string | undefined): string {
    const { hostname, host, pathname } = new URL(url);
    const isForeign = from !== undefined && new URL(from).host !== host;
    return this.#cookies
      .filter((cookie) => cookie.host === hostname && (pathname === cookie.path || pathname.startsWith(cookie.path.replace(/\/?$/, '/'))))
      .filter(({ sameSite }) => !isForeign || sameSite === 'none' || (sameSite === 'lax' && method === 'GET'))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  #store(url: string, line: string): void {
    const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
    const attributes = new Map(rest.map((part): [string, string] => [part.split('=')[0]?.toLowerCase() ?? '', part.slice(part.indexOf('=') + 1)]));
    const sameSite = attributes.get('samesite')?.toLowerCase() ?? 'lax';
    // Browsers drop it without a word.
    if (sameSite === 'none' && !attributes.has('secure')) return;
    const cookie = { name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), host: new URL(url).hostname, path: attributes.get('path') || '/', sameSite };
    this.#cookies = this.#cookies.filter((known) => known.name !== cookie.name || known.host !== cookie.host || known.path !== cookie.path);
    const expires = attributes.get('expires');
    const isGone = Number(attributes.get('max-age') ?? 1) <= 0 || (expires !== undefined && Date.parse(expires) <= Date.now());
    if (!isGone) this.#cookies.push(cookie);
  }
}

/** The forms of a page. */
export function formsOf({ html, url }: Page): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, tag = '', content = '']) => {
    const { action = url, method = 'get' } = attributesOf(tag);
    const inputs = [...content.matchAll(/<input\b([^>]*)>/gi)].map(([, input = '']) => attributesOf(input)).filter(({ name }) => name !== undefined);
    return {
      action: new URL(action, url).href,
      method: method.toUpperCase(),
      fields: Object.fromEntries(inputs.filter(({ type }) => type !== 'password').map(({ name = '', value = '' }) => [name, value])),
      passwords: inputs.filter(({ type }) => type === 'password').map(({ name = '' }) => name),
    };
  });
}

function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries([...tag.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [name.toLowerCase(), unescape(double ?? single ?? '')]));
}

function unescape(value: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return value.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (named[name ?? ''] ?? whole);
  });
}
