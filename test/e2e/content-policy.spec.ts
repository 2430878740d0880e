import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import { placesFor } from './places.ts';
import type { Visitor } from './visitor.ts';

/** What the content policy refused on a page: its directive, what was refused and where. */
type Refused = { directive: string; blocked: string; sample: string; source: string };
type Watched = { refusedByPolicy: Refused[] };

const parvis = parvisForThisFile();
let employee: Visitor;

/** Writes down from the first moment of each page what its content policy refuses. */
async function watched(name: string): Promise<Visitor> {
  const visitor = await parvis.arrive();
  await visitor.context.addInitScript(() => {
    const refused: Refused[] = ((window as unknown as Watched).refusedByPolicy = []);
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile, lineNumber }) => {
      refused.push({ directive: violatedDirective, blocked: blockedURI, sample, source: `${sourceFile}:${lineNumber}` });
    });
  });
  await visitor.openAs(name, '/');
  return visitor;
}

const refusedOn = ({ page }: Visitor): Promise<Refused[]> => page.evaluate(() => (window as unknown as Watched).refusedByPolicy);

async function walk(visitor: Visitor, paths: readonly string[]): Promise<Record<string, Refused[]>> {
  const refused: Record<string, Refused[]> = {};
  for (const path of paths) {
    await visitor.open(path);
    await visitor.settled();
    const here = await refusedOn(visitor);
    if (here.length > 0) refused[path] = here;
  }
  return refused;
}

beforeAll(async () => {
  employee = await watched('Élodie Marchand');
});

describe('the content policy', () => {
  it('allows no inline script or style, and gives each page a nonce of its own', async () => {
    const policies = await Promise.all([1, 2].map(async () => (await employee.context.request.get(parvis.stack.url)).headers()['content-security-policy'] ?? ''));
    const [one = '', other = ''] = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1]);
    expect(one.length).toBeGreaterThan(20);
    expect(one).not.toBe(other);
    expect(policies.join()).not.toMatch(/unsafe|\*|https?:/);
    expect(policies[0]).toMatch(/^default-src 'none'; script-src 'nonce-[^']+' 'strict-dynamic'; .*object-src 'none'; base-uri 'none'; .*frame-ancestors 'none'; require-trusted-types-for 'script'/);
  });

  it('runs no script that gets into a page without its nonce, nor lets text become HTML', async () => {
    await employee.open('/');
    await employee.settled();
    // As a fault of the pages would do it.
    const attempts = await employee.page.evaluate(() => {
      const image = document.createElement('img');
      const script = document.createElement('script');
      const isRefused = (attempt: () => void): boolean => {
        try {
          attempt();
          return false;
        } catch {
          return true;
        }
      };
      return [
        isRefused(() => (document.body.innerHTML += '<img src=x onerror="window.planted = 1">')),
        isRefused(() => image.setAttribute('onerror', 'window.planted = 1')),
        isRefused(() => (script.textContent = 'window.planted = 1')),
        isRefused(() => (script.src = '/mark.svg')),
        isRefused(() => void setTimeout('window.planted = 1')),
        isRefused(() => void location.assign('javascript:window.planted = 1')),
      ];
    });
    expect(attempts.slice(0, 5)).toEqual([true, true, true, true, true]);
    await employee.page.waitForFunction(() => (window as unknown as Watched).refusedByPolicy.length > 4);
    expect(await employee.page.evaluate(() => 'planted' in window)).toBe(false);
  });

  it('refuses nothing on any page of an employee', async () => {
    await employee.open('/');
    await employee.settled();
    const places = await placesFor(employee);
    expect(places.length).toBeGreaterThan(50);
    expect(await walk(employee, places.map(({ path }) => path))).toEqual({});
  }, 240_000);

  it('refuses nothing on the pages of HR and of IT', async () => {
    const hr = await watched('Human resources');
    expect(await walk(hr, ['/engagement', '/engagement/report', '/about/engagement'])).toEqual({});
    const it = await watched('Thomas Vandenberghe');
    await it.open('/administration');
    await it.page.getByRole('link', { name: 'Confirm' }).click();
    await it.page.getByRole('button', { name: 'Thomas Vandenberghe' }).click();
    await it.page.waitForURL(/\/administration/);
    await it.settled();
    const tabs = await it.page.getByRole('main').locator('a[href^="/administration/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(tabs.length).toBeGreaterThan(1);
    expect(await walk(it, [...new Set(tabs), '/audit'])).toEqual({});
  }, 120_000);

  it('refuses nothing while somebody writes, pastes, chooses an emoji or names a colleague', async () => {
    await employee.open('/');
    await employee.settled();
    const { page } = employee;
    await page.getByRole('button', { name: /Share something/ }).click();
    const text = page.getByRole('textbox', { name: 'Your post' });
    await text.pressSequentially('Good @Oli');
    await page.getByRole('option', { name: /Oli/ }).first().click();
    await page.getByRole('button', { name: 'Mention a colleague or a community' }).click();
    await page.keyboard.press('Backspace');
    await page.getByRole('button', { name: 'Emoji', exact: true }).click();
    const emoji = page.locator('emoji-picker button.emoji').first();
    await emoji.waitFor();
    // With its styles, which lay it out.
    expect(await page.locator('emoji-picker .emoji-menu').first().evaluate((menu) => getComputedStyle(menu).display)).toBe('flex');
    await emoji.click();
    await page.getByRole('article').first().getByRole('button', { name: /React/ }).first().click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Account / }).click();
    await page.keyboard.press('Escape');
    expect(await refusedOn(employee)).toEqual([]);
    expect(await page.evaluate(() => 'planted' in window)).toBe(false);
    expect(employee.strayRequests).toEqual([]);
  });

  it('runs nothing of what is pasted, whose text comes in', async () => {
    const writer = await watched('Oliver Hughes');
    await writer.settled();
    const { page } = writer;
    await page.getByRole('button', { name: /Share something/ }).click();
    const text = page.getByRole('textbox', { name: 'Your post' });
    await text.evaluate((element) => {
      const pasted = new DataTransfer();
      pasted.setData('text/html', '<p style="color: red">A <b>table</b></p><table><tr><td style="width: 3px">one</td></tr></table><img src=x onerror="window.planted = 1"><svg onload="window.planted = 1"></svg><script>window.planted = 1</script>');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }));
    });
    await text.getByText('table').waitFor();
    expect(await text.locator('b, strong').innerText()).toBe('table');
    expect(await text.locator('[style*=red], img[onerror], svg, script').count()).toBe(0);
    expect(await page.evaluate(() => 'planted' in window)).toBe(false);
  });
});
