import type { Browser } from 'playwright-core';
import type { Stack } from '../../e2e/stack.ts';
import { Visitor } from '../../e2e/visitor.ts';

type Watched = { planted?: unknown; refusedByPolicy: string[] };
type Router = { push(path: string): Promise<unknown>; getRoutes(): { path: string; components?: object }[] };
type Mounted = Element & { __vue_app__: { config: { globalProperties: { $router: Router } } } };

/** Somebody who reads what was planted, in a browser that writes down whatever gets through. */
export class Reader {
  private readonly dialogs: string[] = [];

  private constructor(private readonly visitor: Visitor) {
    visitor.page.on('dialog', (dialog) => {
      this.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  }

  static async arrive(browser: Browser, url: string, cookie: string): Promise<Reader> {
    const visitor = await Visitor.arrive(browser, { url, identityProvider: url } as Stack);
    await visitor.context.addInitScript(() => {
      const watched = window as unknown as Watched;
      watched.refusedByPolicy = [];
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => watched.refusedByPolicy.push(`${violatedDirective} ${blockedURI} ${sample}`));
    });
    const [name = '', value = ''] = cookie.split('=');
    await visitor.context.addCookies([{ name, value, url }]);
    const reader = new Reader(visitor);
    await visitor.open('/');
    await visitor.settled();
    return reader;
  }

  /** Every address that the pages know of. */
  patterns(): Promise<string[]> {
    return this.visitor.page.evaluate(() => {
      const { $router } = (document.querySelector('#app') as Mounted).__vue_app__.config.globalProperties;
      return $router.getRoutes().map(({ path }) => path);
    });
  }

  /** A page of the server itself. */
  async open(path: string): Promise<void> {
    await this.visitor.page.goto(new URL(path, this.visitor.page.url()).href);
  }

  async read(path: string): Promise<void> {
    await this.visitor.page.evaluate((to) => (document.querySelector('#app') as Mounted).__vue_app__.config.globalProperties.$router.push(to), path);
    await this.visitor.settled();
  }

  /** As a fault of the pages would: a link that runs, and text that becomes HTML. */
  breakThePage(): Promise<void> {
    return this.visitor.page.evaluate(async () => {
      const link = document.createElement('a');
      link.href = 'javascript:planted=1';
      document.body.append(link);
      const refused = new Promise((resolve) => addEventListener('securitypolicyviolation', resolve, { once: true }));
      try {
        document.body.innerHTML += '<img src=x onerror=planted=1>';
      } catch {
        await refused;
      }
    });
  }

  /** What is on the page now, with its attributes and what stands in its fields. */
  words(): Promise<string> {
    return this.visitor.page.evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(({ value }) => value);
      return [document.documentElement.outerHTML, ...fields].join('\n');
    });
  }

  /** Whatever ran, was about to run, or became markup: nothing of the pages themselves looks like that. */
  async gotThrough(): Promise<string[]> {
    const found = await this.visitor.page.evaluate(() => {
      const watched = window as unknown as Watched;
      const runs = (element: Element) => [...element.attributes].filter(({ name, value }) => name === 'modelvalue' || name.startsWith('on') || name === 'srcdoc' || /^\s*(javascript|vbscript|data:text)/i.test(value));
      return [
        ...('planted' in watched ? ['a script ran'] : []),
        ...watched.refusedByPolicy.map((refused) => `the content policy had to refuse ${refused}`),
        ...[...document.querySelectorAll('*')].flatMap((element) => runs(element).map(({ name, value }) => `<${element.localName} ${name}="${value.slice(0, 80)}">`)),
        ...[...document.body.querySelectorAll('script, iframe, object, embed, base, meta, link, marquee, math, body style')].map(({ outerHTML }) => outerHTML.slice(0, 120)),
      ];
    });
    return [...found, ...this.dialogs, ...this.visitor.strayRequests.map((address) => `it asked for ${address}`)];
  }

  /** Scripts of the pages that failed on what they were to show. */
  failures(): string[] {
    return this.visitor.complaints.filter((complaint) => /Error:|TypeError|Uncaught/.test(complaint));
  }

  leave(): Promise<void> {
    return this.visitor.leave();
  }
}
