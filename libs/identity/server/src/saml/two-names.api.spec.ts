import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { platformDomain } from '@parvis/platform/server';
import { identityDomain } from '../identity.domain.ts';
import { aPerson } from '../testing/person.builder.ts';
import { TestApi } from '../testing/test-api.ts';
import { TestBrowser } from './testing/test-browser.ts';
import { answer, encoded, goodContent, metadataXml, testKeys } from './testing/test-identity-provider.ts';

const [first, other] = ['https://intranet.corp/parvis', 'https://parvis.example.com/parvis'];
const theirs = testKeys();
let api: TestApi;
let strict: TestApi;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-two-names-'));
  writeFileSync(join(folder, 'idp.xml'), metadataXml([theirs]));
  const env = { PARVIS_URL: first, PARVIS_OTHER_URLS: other, PARVIS_DATA_DIR: folder, SAML_IDP_METADATA: join(folder, 'idp.xml') };
  api = await TestApi.start([platformDomain, identityDomain], { env });
  strict = await TestApi.start([platformDomain, identityDomain], { env: { ...env, TRUST_PROXY: '192.0.2.1' } });
});
afterAll(async () => {
  await api.stop();
  await strict.stop();
  rmSync(folder, { recursive: true });
});

/** A browser behind a proxy that says by which name it was asked. */
class Browser extends TestBrowser {
  name: string;

  constructor(url: string, name: string) {
    super(url);
    this.name = name;
  }

  override request(path: string, init: RequestInit = {}): Promise<Response> {
    return super.request(`/parvis${path}`, { ...init, headers: { ...(init.headers as Record<string, string> | undefined), 'x-forwarded-host': this.name } });
  }
}
const answerAt = (requestId: string, acs: string): string => encoded(answer(goodContent({ requestId, acs: `${acs}/saml/acs`, audience: `${first}/saml/metadata` }), { keys: theirs }));

describe('a sign-in under a sub-path, by two names', () => {
  it.each([['intranet.corp', first], ['parvis.example.com', other], ['evil.example', first]])('that was asked by %s comes back to %s', async (name, url) => {
    const browser = new Browser(api.url, name);
    const begun = await browser.request('/saml/login?returnTo=/ideas/12');
    expect(begun.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^__Secure-parvis_saml_.*Path=\/parvis\/saml\/acs;/));
    const finished = await browser.post(answerAt(await browser.begin('/saml/login?returnTo=/ideas/12'), url));
    expect([finished.status, finished.headers.get('location')]).toEqual([303, `${url}/ideas/12`]);
    expect(finished.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^__Secure-parvis=.*Path=\/parvis;.*Secure/));
    expect((await browser.session()).status).toBe(200);
  });

  it('is refused where the answer is for the other name', async () => {
    const browser = new Browser(api.url, 'parvis.example.com');
    const requestId = await browser.begin();
    expect((await browser.post(answerAt(requestId, first))).status).toBe(403);
    expect((await browser.post(answerAt(requestId, other))).status).toBe(303);
  });

  it('is refused where the answer comes by the other name, though the browser is the same', async () => {
    const browser = new Browser(api.url, 'parvis.example.com');
    const requestId = await browser.begin();
    browser.name = 'intranet.corp';
    expect((await browser.post(answerAt(requestId, first))).status).toBe(403);
    expect((await browser.session()).status).toBe(401);
  });

  it('does not believe a name that comes from an address that is no proxy', async () => {
    const browser = new Browser(strict.url, 'parvis.example.com');
    expect((await browser.post(answerAt(await browser.begin(), other))).status).toBe(403);
    expect((await browser.post(answerAt(await browser.begin(), first))).headers.get('location')).toBe(`${first}/`);
  });

  it('is published for each name', async () => {
    const metadata = await (await new Browser(api.url, 'parvis.example.com').request('/saml/metadata')).text();
    expect([...metadata.matchAll(/AssertionConsumerService [^>]*Location="([^"]+)"/g)].map(([, location]) => location)).toEqual([`${first}/saml/acs`, `${other}/saml/acs`]);
  });

  it('is told to IT, whose identity provider cannot read metadata', async () => {
    const karim = await aPerson().being('it').save(api.manager);
    const cookie = (await api.cookieOf(karim.id)).replace('parvis=', '__Secure-parvis=');
    await api.manager.query('UPDATE session SET confirmed_at = now() WHERE person_id = $1', [karim.id]);
    const query = '{ serviceProvider { assertionConsumerUrl otherAssertionConsumerUrls } }';
    const response = await fetch(`${api.url}/parvis/graphql`, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
    expect(await response.json()).toEqual({ data: { serviceProvider: { assertionConsumerUrl: `${first}/saml/acs`, otherAssertionConsumerUrls: [`${other}/saml/acs`] } } });
  });

  it('ends on a page below the sub-path, whose links stay there', async () => {
    const browser = new Browser(api.url, 'intranet.corp');
    const out = await browser.request('/saml/logout');
    expect(out.headers.get('location')).toBe('/parvis/saml/signed-out');
    expect(await (await browser.request('/saml/signed-out')).text()).toContain('href="/parvis/saml/login?anew=1"');
  });

  it('is asked for without the sub-path too, by a proxy that takes it off', async () => {
    const response = await fetch(`${api.url}/saml/login`, { redirect: 'manual' });
    expect(response.status).toBe(302);
  });
});
