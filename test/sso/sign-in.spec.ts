import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Browser } from './browser.ts';
import { byChoosing, byPassword, follow, type Answering } from './journey.ts';

// A Parvis that runs, and the identity provider that it trusts; test/sso/README.md says how to have both.
const parvis = (process.env['SSO_TEST_PARVIS_URL'] ?? 'http://localhost:3000').replace(/\/+$/, '');
const metadata = process.env['SSO_TEST_IDP_METADATA'] ?? 'http://127.0.0.1:3401/simplesaml/saml2/idp/metadata.php';
const user = process.env['SSO_TEST_USER'] ?? 'amartin';
const password = process.env['SSO_TEST_PASSWORD'] ?? `pw-${user}`;
const deepLink = `${parvis}/ideas/12?tab=votes`;

const missing = await Promise.all([answers(metadata), answers(`${parvis}/saml/metadata`)]).then(([idp, sp]) => [...(idp ? [] : [metadata]), ...(sp ? [] : [parvis])]);
// Not console.warn: Jest keeps to itself what a file says of which every test is skipped.
if (missing.length > 0) process.stderr.write(`SKIPPED: single sign-on against a real identity provider, since ${missing.join(' and ')} does not answer (test/sso/README.md).\n`);

(missing.length > 0 ? describe.skip : describe)(`single sign-on at ${parvis} through ${metadata}`, () => {
  const answering: Answering = metadata.endsWith('/metadata') ? byChoosing(user) : byPassword(user, password);
  let browser: Browser;
  beforeEach(() => {
    browser = new Browser();
  });
  const session = () => browser.open(`${parvis}/auth/session`);
  // So that the next test, or the next run, finds no session at the identity provider.
  afterAll(() => follow(browser, `${parvis}/saml/logout`, answering));

  it('lands on the page first asked for, signed in', async () => {
    const { page, asked } = await follow(browser, deepLink, answering);
    expect({ url: page.url, status: page.status, asked }).toEqual({ url: deepLink, status: 200, asked: 1 });

    const { status, html } = await session();
    expect(status).toBe(200);
    expect(JSON.parse(html)).toMatchObject({ person: { roles: expect.arrayContaining(['employee']) } });
  });

  it('shows no form to somebody with a session at the identity provider', async () => {
    await follow(browser, deepLink, answering);
    browser.forget(({ name }) => name.endsWith('parvis'));
    expect((await session()).status).toBe(401);

    const { page, asked } = await follow(browser, `${parvis}/people?q=optics`, answering);
    expect({ url: page.url, asked }).toEqual({ url: `${parvis}/people?q=optics`, asked: 0 });
  });

  it('ends both sessions', async () => {
    await follow(browser, deepLink, answering);
    const { page } = await follow(browser, `${parvis}/saml/logout`, answering);
    expect(page.url).toBe(`${parvis}/saml/signed-out?everywhere=true`);
    expect((await session()).status).toBe(401);
    expect((await follow(browser, deepLink, answering)).asked).toBe(1);
  });

  it.each([
    ['a second time', (mine: Browser) => mine],
    ['in another browser', () => new Browser()],
  ])('refuses an answer %s', async (_, of) => {
    const { delivered, page } = await follow(browser, deepLink, answering);
    browser.forget(({ name }) => name.endsWith('parvis'));
    const target = of(browser);
    const again = await target.submit({ ...page, url: metadata }, { action: delivered?.action ?? '', method: 'POST', fields: delivered?.fields ?? {}, passwords: [] });
    expect(again.status).toBe(403);
    expect((await target.open(`${parvis}/auth/session`)).status).toBe(401);
  });
});

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
