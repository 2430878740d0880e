import { inflateRawSync } from 'node:zlib';

/** A browser as far as the routes of sign-in need one. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  private readonly url: string;

  /** `url`: where the server listens. */
  constructor(url: string) {
    this.url = url;
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'accept-language': 'fr', ...(init.headers as Record<string, string> | undefined) };
    const response = await fetch(`${this.url}${path}`, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }

  /** Begins a sign-in; the id of the request that went to the identity provider. */
  async begin(path = '/saml/login'): Promise<string> {
    return requestIdIn(await this.request(path));
  }

  post(SAMLResponse: string, fields: Record<string, string> = {}): Promise<Response> {
    return this.request('/saml/acs', { method: 'POST', body: new URLSearchParams({ SAMLResponse, ...fields }) });
  }

  async session(): Promise<{ status: number; person?: { id: string; email: string | null; roles: string[] } }> {
    const response = await this.request('/auth/session');
    return { status: response.status, ...((await response.json()) as object) };
  }
}

/** The id of the request that an answer sends to an identity provider. */
export function requestIdIn(response: Response): string {
  const message = new URL(response.headers.get('location') ?? '').searchParams.get('SAMLRequest') ?? '';
  return /ID="([^"]+)"/.exec(inflateRawSync(Buffer.from(message, 'base64')).toString())?.[1] ?? '';
}
