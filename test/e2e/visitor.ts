import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { signIn } from './sign-in.ts';
import type { Stack } from './stack.ts';

export interface VisitorOptions {
  locale?: 'fr-FR' | 'en-GB';
  colorScheme?: 'light' | 'dark';
  width?: number;
  height?: number;
}

const allTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const lookRules = [
  ...['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'meta-viewport', 'css-orientation-lock'],
  // What a narrow screen or another language may leave without a name.
  ...['button-name', 'link-name', 'label', 'empty-heading', 'html-has-lang', 'html-lang-valid'],
];

/** Somebody in front of a browser of their own. */
export class Visitor {
  /** What the browser complained of: scripts that failed, answers that were errors, things refused by the content policy. */
  readonly complaints: string[] = [];
  /** Requests that left for anywhere but Parvis and the identity provider. */
  readonly strayRequests: string[] = [];

  readonly stack: Stack;
  readonly context: BrowserContext;
  readonly page: Page;
  private readonly loading = new Set<Request>();

  private constructor(stack: Stack, context: BrowserContext, page: Page) {
    this.stack = stack;
    this.context = context;
    this.page = page;
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()));
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => {
      // What a page was loading when it was left is not told of.
      if (request.isNavigationRequest()) this.loading.clear();
      this.loading.add(request);
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && ![stack.url, stack.identityProvider].includes(origin)) this.strayRequests.push(request.url());
    });
    page.on('requestfinished', (request) => this.loading.delete(request));
    page.on('requestfailed', (request) => this.loading.delete(request));
  }

  static async arrive(browser: Browser, stack: Stack, { locale = 'en-GB', colorScheme = 'light', width = 1440, height = 900 }: VisitorOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({ locale, colorScheme, viewport: { width, height }, reducedMotion: 'reduce', timezoneId: 'Europe/Paris' });
    context.setDefaultTimeout(15_000);
    return new Visitor(stack, context, await context.newPage());
  }

  /** Opens an address of Parvis. Whoever has not accepted the charter yet does so on the way. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.stack.url}${path}`);
    await this.acceptCharter();
  }

  /** Where the charter stands in the way, and nowhere else. */
  async acceptCharter(): Promise<void> {
    if (new URL(this.page.url()).pathname === '/charter') await this.page.getByRole('button', { name: /^(J’ai lu la charte|I have read the charter)/ }).click();
  }

  /** Opens an address and, at the identity provider, chooses who one is. */
  async signInAs(name: string, path: string): Promise<void> {
    await this.open(path);
    await this.page.getByRole('button', { name }).click();
    await this.page.waitForURL((url) => url.pathname === '/charter' || url.href === `${this.stack.url}${path}`);
    await this.acceptCharter();
    await this.page.waitForURL(`${this.stack.url}${path}`);
  }

  /** Opens an address as somebody who has signed in already: the same way, without looking at its pages. */
  async openAs(name: string, path: string): Promise<void> {
    const { url, identityProvider } = this.stack;
    const { cookie } = await signIn({ url, identityProvider, path: '/', person: name });
    const cookies = cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url, httpOnly: true, sameSite: 'Lax' as const }));
    await this.context.addCookies(cookies);
    await this.open(path);
  }

  /** Asks the API what a page of theirs could ask: to set the scene, or to look behind it. Answers the data, or fails with the errors. */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    const answer = await this.context.request.post(`${this.stack.url}/graphql`, { data: { query, variables } });
    const { data, errors } = (await answer.json()) as { data: T; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  async personId(): Promise<string> {
    return (await this.ask<{ viewer: { person: { id: string } } }>('{ viewer { person { id } } }')).viewer.person.id;
  }

  /** Waits until the page shows its main heading and nothing is loading any more. */
  async settled(): Promise<void> {
    const heading = this.page.getByRole('main').getByRole('heading', { level: 1 }).first();
    await heading.waitFor({ state: 'attached' }).catch(async () => {
      throw new Error(`${this.page.url()} shows no heading:\n${await this.page.locator('body').innerText()}\n${this.complaints.join('\n')}`);
    });
    await this.page.waitForLoadState();
    // Twice, for what is asked with what came.
    for (let idle = 0; idle < 2; ) {
      idle = this.isLoading() ? 0 : idle + 1;
      await this.page.evaluate((isDone) => new Promise((resolve) => (isDone ? requestIdleCallback(resolve, { timeout: 500 }) : setTimeout(resolve, 20))), idle > 0);
    }
  }

  /** The live connection stays open, and begins with requests that wait. */
  private isLoading(): boolean {
    return [...this.loading].some((request) => !request.url().includes('/socket.io/'));
  }

  /**
   * Violations of WCAG 2.2 AA and of good practice that axe finds on the page, one line each. `look`: only what colours, sizes and the width of the
   * screen can change, for a page whose structure was checked in another look.
   */
  async accessibilityFaults(which: 'all' | 'look' = 'all'): Promise<string[]> {
    // What passes is not described, and a page without frames is looked at in place, without another page to put its parts together: most of the time went
    // into those.
    const inPlace = this.page.frames().length === 1;
    const axe = new AxeBuilder({ page: this.page as never }).setLegacyMode(inPlace).options({ resultTypes: ['violations'] });
    // From the top: what has slid under the bar of the page is not too small to be pressed.
    const scrolled = await this.page.evaluate(() => {
      const { scrollY } = window;
      scrollTo(0, 0);
      return scrollY;
    });
    const { violations } = await (which === 'look' ? axe.withRules(lookRules) : axe.withTags(allTags)).analyze();
    await this.page.evaluate((y) => scrollTo(0, y), scrolled);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
  }

  /** What makes the page wider than the screen, if anything does. */
  async sidewaysScroll(): Promise<string[]> {
    return this.page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width + 1);
      return [`wider than the screen: ${wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)).join(' | ')}`];
    });
  }

  /** Everything that is wrong with the page, once it is there, and what the browser has complained of so far. */
  async faults(): Promise<string[]> {
    await this.settled();
    return [...(await this.accessibilityFaults()), ...(await this.sidewaysScroll()), ...this.complaints];
  }

  /** The beginning of the page, as somebody who cannot see it is told of it, what lies above it, and what the browser complained of. */
  async view(): Promise<string> {
    const parts = await this.page.locator('[role=dialog], [role=menu], main').all();
    const trees = await Promise.all(parts.map((part) => part.ariaSnapshot({ timeout: 2_000 })));
    return [this.page.url(), ...this.complaints, ...trees.map((tree) => tree.slice(0, 2_000))].join('\n');
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
