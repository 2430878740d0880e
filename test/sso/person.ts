import type { BrowserContext, Page } from 'playwright-core';

/** Where one is in the end, and how often one had to say who one is. */
interface Landing {
  asked: number;
  url: string;
  text: string;
}

/** Who Parvis says is signed in. */
interface SignedIn {
  id: string;
  displayName: string;
  email: string | null;
  roles: string[];
}

/** Somebody in front of a real browser, with what the identity provider sent through it. */
export class Person {
  /** The last answer that was posted to Parvis. */
  delivered: { SAMLResponse: string } | null = null;
  /** What was not as it should be: pages of Parvis that a policy kept out of a frame, or from sending their form. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly parvis: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url() === `${parvis}/saml/acs`) this.delivered = { SAMLResponse: new URLSearchParams(request.postData() ?? '').get('SAMLResponse') ?? '' };
    });
    page.on('console', (message) => message.type() === 'error' && /policy/i.test(message.text()) && message.text().includes(parvis) && this.complaints.push(message.text()));
  }

  static async arrive(context: BrowserContext, parvis: string): Promise<Person> {
    context.setDefaultTimeout(15_000);
    return new Person(parvis, context, await context.newPage());
  }

  /** Opens an address, says who one is when the identity provider asks, and waits until one is back. */
  async open(address: string, name: string): Promise<Landing> {
    let asked = 0;
    let isBack = false;
    await this.page.goto(address.startsWith('/') ? `${this.parvis}${address}` : address);
    // A page of ours that posts itself on is not yet the end.
    const back = this.page.waitForURL((url) => url.origin === this.parvis && !['/saml/login', '/saml/confirm', '/saml/logout', '/saml/slo'].includes(url.pathname));
    const password = this.page.locator('input[type=password]');
    const form = password.waitFor().then(async () => {
      if (isBack) return;
      asked += 1;
      await this.page.locator('input[name=username], input[name=user]').fill(name);
      await password.fill(name);
      await password.press('Enter');
    });
    form.catch(() => null);
    await back;
    isBack = true;
    await this.page.waitForLoadState();
    return { asked, url: this.page.url(), text: await this.page.locator('body').innerText() };
  }

  /** Signs in by way of the identity provider. */
  signIn(name: string, { confirming = false } = {}): Promise<Landing> {
    return this.open(`/saml/${confirming ? 'confirm' : 'login'}?returnTo=/auth/session`, name);
  }

  /** What the identity provider would have had posted to Parvis, which has not got it. */
  async signInHeldBack(name: string): Promise<{ SAMLResponse: string }> {
    await this.page.route('**/saml/acs', (route) => route.fulfill({ body: 'held back' }));
    await this.signIn(name);
    await this.page.unroute('**/saml/acs');
    if (!this.delivered) throw new Error('Nothing was posted.');
    return this.delivered;
  }

  /** Null when nobody is signed in. */
  async session(): Promise<SignedIn | null> {
    const response = await this.context.request.get(`${this.parvis}/auth/session`);
    return response.ok() ? ((await response.json()) as { person: SignedIn }).person : null;
  }

  /** Without the session of Parvis; that of the identity provider stays. */
  async forgetParvis(): Promise<void> {
    await this.context.clearCookies({ name: 'parvis' });
  }
}
