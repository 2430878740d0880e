/** Signs a demo person in without a browser: follows redirects, keeps cookies, presses the button of the person, posts the answer. */
export async function signIn({ url, identityProvider, path, person = '' }: { url: string; identityProvider: string; path: string; person?: string }): Promise<{ landedOn: string; displayName: string; cookie: string }> {
  const jar = new CookieJar();
  const chooser = await jar.follow(`${url}${path}`);
  const form = forms(chooser.html).find(({ buttons }) => buttons.length > 0);
  const button = form?.buttons.find((html) => html.includes(person));
  if (!form || !button) throw new Error(`The identity provider offers nobody to choose at ${chooser.url}:\n${chooser.html.slice(0, 500)}`);
  form.fields.set(attribute(button, 'name'), attribute(button, 'value'));
  const chosen = await jar.follow(new URL(form.action, identityProvider).href, form.fields);
  const answer = forms(chosen.html).find(({ fields }) => fields.has('SAMLResponse'));
  if (!answer) throw new Error(`The identity provider gave no answer:\n${chosen.html.slice(0, 500)}`);
  const landed = await jar.follow(answer.action, answer.fields);
  const session = await jar.follow(`${url}/auth/session`);
  const { person: who } = JSON.parse(session.html) as { person?: { displayName: string } };
  return { landedOn: landed.url.replace(url, ''), displayName: who?.displayName ?? '', cookie: jar.of(url) };
}

interface Form {
  action: string;
  fields: URLSearchParams;
  /** Each with what stands on it. */
  buttons: string[];
}

const unescaped = (text: string): string => text.replace(/&#(x?)([\da-f]+);/gi, (_, hex: string, code: string) => String.fromCodePoint(parseInt(code, hex ? 16 : 10))).replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const attribute = (tag: string, name: string): string => unescaped(new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? '');

function forms(page: string): Form[] {
  return [...page.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/gi)].map(([html]) => {
    const fields = new URLSearchParams();
    for (const [tag] of html.matchAll(/<input\b[^>]*>/gi)) fields.append(attribute(tag, 'name'), attribute(tag, 'value'));
    const buttons = [...html.matchAll(/<button\b[\s\S]*?<\/button>/gi)].map(([button]) => button);
    return { action: attribute(html, 'action'), fields, buttons };
  });
}

/** Cookies by host, as browsers keep them; every page here is either Parvis or the identity provider. */
class CookieJar {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** The Cookie header for an address. */
  of(address: string): string {
    return [...(this.cookies.get(new URL(address).hostname) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async follow(address: string, body?: URLSearchParams): Promise<{ url: string; html: string }> {
    let url = address;
    for (let hop = 0; hop < 10; hop += 1) {
      const { hostname } = new URL(url);
      const own = this.cookies.get(hostname) ?? new Map<string, string>();
      this.cookies.set(hostname, own);
      const cookie = this.of(url);
      const response: Response = await fetch(url, { redirect: 'manual', headers: { accept: 'text/html', cookie }, ...(body && { method: 'POST', body }) });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        own.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const next = response.headers.get('location');
      if (!next) return { url, html: await response.text() };
      url = new URL(next, url).href;
      body = undefined;
    }
    throw new Error(`Too many redirects from ${address}.`);
  }
}
