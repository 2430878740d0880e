import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { platformDomain } from '@parvis/platform/server';
import { identityDomain } from '../identity.domain.ts';
import { TestApi } from '../testing/test-api.ts';
import { mostMessageBytes } from './message.ts';
import { nameIdFormat } from './saml-names.ts';
import { answer, encoded, goodContent, metadataXml, redirected, testIdp, testKeys, type AnswerContent } from './testing/test-identity-provider.ts';
import { TestBrowser } from './testing/test-browser.ts';

const publicUrl = 'http://localhost:3000';
const acs = `${publicUrl}/saml/acs`;
const theirs = testKeys();
const roleGroups = { SAML_ROLE_IT: 'it', SAML_ROLE_HR: 'hr', SAML_ROLE_MODERATOR: 'moderators' };

let api: TestApi;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-saml-api-'));
  writeFileSync(join(folder, 'idp.xml'), metadataXml([theirs]));
  Object.assign(process.env, roleGroups);
  api = await TestApi.start([platformDomain, identityDomain], { env: { PARVIS_URL: publicUrl, PARVIS_DATA_DIR: folder, SAML_IDP_METADATA: join(folder, 'idp.xml') } });
  for (const name of Object.keys(roleGroups)) Reflect.deleteProperty(process.env, name);
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

class Browser extends TestBrowser {
  constructor() {
    super(api.url);
  }

  async signIn(changes: Partial<AnswerContent> = {}): Promise<Response> {
    return this.post(answerTo(await this.begin('/saml/login?returnTo=/ideas/12'), changes));
  }
}

const answerTo = (requestId: string, changes: Partial<AnswerContent> = {}) => encoded(answer({ ...goodContent({ requestId, acs, audience: `${publicUrl}/saml/metadata` }), ...changes }, { keys: theirs }));

const leaver = { attributes: { uid: ['leaver'] } };
let browser: Browser;
beforeEach(() => {
  browser = new Browser();
});

describe('signing in', () => {
  it('opens a session and goes to the page first asked for', async () => {
    const response = await browser.signIn();
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`${publicUrl}/ideas/12`);
    expect(await browser.session()).toMatchObject({ status: 200, person: { email: 'alice.martin@corp.example', roles: ['employee', 'it'] } });
  });

  it('sets cookies that survive the way there and back', async () => {
    const begun = await browser.request('/saml/login');
    expect(begun.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^parvis_saml_\w+=[\w-]{43}; Max-Age=1800; Path=\/saml\/acs; .*HttpOnly; Secure; SameSite=None$/));
    const [session] = (await browser.signIn()).headers.getSetCookie().filter((line) => line.startsWith('parvis='));
    expect(session).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  it('ends the session that the browser had, and no other', async () => {
    const elsewhere = new Browser();
    await elsewhere.signIn();
    await browser.signIn();
    const before = new Browser();
    before.cookies.set('parvis', browser.cookies.get('parvis') ?? '');
    const requestId = await browser.begin();
    // As browsers do with a form of another site.
    browser.cookies.delete('parvis');
    expect((await before.session()).status).toBe(200);
    expect((await browser.post(answerTo(requestId, { issuer: 'https://evil.example' }))).status).toBe(403);
    expect((await before.session()).status).toBe(200);
    expect((await browser.post(answerTo(requestId))).status).toBe(303);
    expect([await before.session(), await browser.session(), await elsewhere.session()].map(({ status }) => status)).toEqual([401, 200, 200]);
  });

  it('keeps one person through a changed mail and name', async () => {
    await browser.signIn();
    const before = await browser.session();
    await browser.signIn({ attributes: { uid: ['amartin'], mail: ['alice.bernard@corp.example'], sn: ['Bernard'] } });
    const after = await browser.session();
    expect(after.person).toMatchObject({ id: before.person?.id, email: 'alice.bernard@corp.example' });
  });

  it('takes a right away with its group', async () => {
    await browser.signIn({ attributes: { uid: ['djones'], groups: ['hr', 'moderators'] } });
    expect((await browser.session()).person?.roles).toEqual(['employee', 'hr', 'moderator']);
    await browser.signIn({ attributes: { uid: ['djones'] } });
    expect((await browser.session()).person?.roles).toEqual(['employee']);
  });

  it('works in several tabs at once', async () => {
    const [one, two] = [await browser.begin('/saml/login?returnTo=/a'), await browser.begin('/saml/login?returnTo=/b')];
    expect((await browser.post(answerTo(one))).headers.get('location')).toBe(`${publicUrl}/a`);
    expect((await browser.post(answerTo(two))).headers.get('location')).toBe(`${publicUrl}/b`);
  });

  it('takes somebody in a thousand groups', async () => {
    const groups = Array.from({ length: 1000 }, (_, index) => `CN=Project ${index} of the department of research and development,OU=Groups,DC=corp,DC=example`);
    expect((await browser.signIn({ attributes: { uid: ['efischer'], groups } })).status).toBe(303);
  });

  it('stops going round in circles', async () => {
    const statuses = [];
    for (let attempt = 1; attempt <= 6; attempt += 1) statuses.push((await browser.request('/saml/login?returnTo=/loop')).status);
    expect(statuses).toEqual([302, 302, 302, 302, 302, 429]);
  });

  it('never leads off the site', async () => {
    const requestId = await browser.begin('/saml/login?returnTo=//evil.example/');
    const response = await browser.request('/saml/acs', { method: 'POST', body: new URLSearchParams({ SAMLResponse: answerTo(requestId), RelayState: 'https://evil.example/' }) });
    expect(response.headers.get('location')).toBe(`${publicUrl}/`);
  });
});

const entries = (action: string): Promise<{ actor: string | null; details: Record<string, unknown> }[]> =>
  api.manager.query(`SELECT actor_id AS actor, details FROM audit_entry WHERE action = $1 ORDER BY number DESC`, [action]);

it('is written to the audit log', async () => {
  await browser.signIn();
  const { person } = await browser.session();
  expect((await entries('session.opened'))[0]).toEqual({ actor: person?.id, details: { issuer: testIdp } });
});

describe('a person known by their NameID alone', () => {
  const named = (value: string) => ({ nameIdXml: `<saml:NameID Format="${nameIdFormat.persistent}">${value}</saml:NameID>` });

  it('stays the same once an attribute names them', async () => {
    await browser.signIn({ ...named('n-1'), attributes: {} });
    const before = await browser.session();
    await browser.signIn({ ...named('n-1'), attributes: { uid: ['zadie'] } });
    expect((await browser.session()).person?.id).toBe(before.person?.id);
    await browser.signIn({ ...named('another'), attributes: { uid: ['zadie'] } });
    expect((await browser.session()).person?.id).toBe(before.person?.id);
  });

  it('is not whoever else has the same NameID, where attributes tell them apart', async () => {
    await browser.signIn({ ...named('n-2'), attributes: { uid: ['one'] } });
    const before = await browser.session();
    await browser.signIn({ ...named('n-2'), attributes: { uid: ['two'] } });
    expect((await browser.session()).person?.id).not.toBe(before.person?.id);
  });
});

describe('an answer that is refused opens no session', () => {
  it.each<[string, number, (requestId: string) => string]>([
    ['signed by nobody', 403, (id) => encoded(answer(goodContent({ requestId: id, acs, audience: `${publicUrl}/saml/metadata` }), { keys: theirs, sign: 'none' }))],
    ['with nobody in it', 403, (id) => answerTo(id, { attributes: {}, nameIdXml: '' })],
    ['with a mail for an identifier', 403, (id) => answerTo(id, { attributes: { mail: ['a@corp'] }, nameIdXml: '<saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">a@corp</saml:NameID>' })],
    ['that is missing', 400, () => ''],
    ['that is huge', 413, () => 'A'.repeat(mostMessageBytes + 1)],
  ])('%s (%i)', async (_, status, forge) => {
    const requestId = await browser.begin();
    const response = await browser.post(forge(requestId));
    expect(response.status).toBe(status);
    const [, reference] = /Connexion refusée.*<code>([2-9A-Z]{8})<\/code>/s.exec(await response.text()) ?? [];
    expect(await entries('sign-in.refused')).toContainEqual({ actor: null, details: expect.objectContaining({ reference, reason: expect.any(String) }) });
    expect((await browser.session()).status).toBe(401);
    expect((await browser.post(answerTo(requestId))).status).toBe(303);
  });

  it('for somebody whose account is deactivated', async () => {
    await browser.signIn(leaver);
    await api.manager.query(`UPDATE person SET deactivated_at = now() WHERE identifier = 'leaver'`);
    const response = await browser.signIn(leaver);
    expect(response.status).toBe(403);
    expect(await response.text()).toMatch(/désactivé/);
    expect((await browser.session()).status).toBe(401);
    expect(await api.manager.query(`SELECT 1 FROM session JOIN person ON person.id = person_id WHERE identifier = 'leaver'`)).toHaveLength(1);
  });

  it('in another browser', async () => {
    const other = new Browser();
    const response = await other.post(answerTo(await browser.begin()));
    expect(response.status).toBe(403);
    expect((await other.session()).status).toBe(401);
  });

  it('the second of two that come at once', async () => {
    const response = answerTo(await browser.begin());
    const twins = await Promise.all([browser.post(response), browser.post(response)]);
    expect(twins.map(({ status }) => status).sort()).toEqual([303, 403]);
  });

  it('and says why, in the language of the browser, with a reference and nothing of the message', async () => {
    const requestId = await browser.begin();
    const page = await browser.post(answerTo(requestId, { audience: 'https://evil.example/&lt;script&gt;' }));
    const html = await page.text();
    expect(html).toMatch(/<html lang="fr">.*n’est pas destinée à Parvis.*<code>[2-9A-Z]{8}<\/code>/s);
    expect(html).not.toMatch(/evil|amartin/);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'none'/);
  });
});

describe('signing out', () => {
  it('ends the session here and asks the identity provider to end its own', async () => {
    await browser.signIn();
    const response = await browser.request('/saml/logout');
    expect(response.headers.get('location')).toMatch(/^https:\/\/idp\.example\/slo\?SAMLRequest=/);
    expect((await browser.session()).status).toBe(401);
  });

  it('shows a page that does not sign in again when nobody was signed in', async () => {
    const response = await browser.request('/saml/logout');
    expect(response.headers.get('location')).toBe('/saml/signed-out');
    expect(await (await browser.request('/saml/signed-out')).text()).toMatch(/Vous êtes déconnecté.*href="\/saml\/login\?anew=1"/s);
  });

  const logoutRequest = (index: string, id = `_${Math.random()}`) =>
    `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${new Date().toISOString()}" Destination="${publicUrl}/saml/slo">` +
    `<saml:Issuer>${testIdp}</saml:Issuer><saml:NameID>p-4711</saml:NameID><samlp:SessionIndex>${index}</samlp:SessionIndex></samlp:LogoutRequest>`;

  it('is obeyed from the identity provider, without the cookie that a frame does not carry, for the session that it names', async () => {
    const elsewhere = new Browser();
    await browser.signIn({ sessionIndex: '_here' });
    await elsewhere.signIn({ sessionIndex: '_elsewhere' });

    const response = await new Browser().request(`/saml/slo?${redirected('SAMLRequest', logoutRequest('_here'), { keys: theirs, relayState: 'x' })}`);
    expect(response.headers.get('location')).toMatch(/^https:\/\/idp\.example\/slo-done\?SAMLResponse=/);
    expect((await browser.session()).status).toBe(401);
    expect((await elsewhere.session()).status).toBe(200);
  });

  it('is not obeyed from anybody else', async () => {
    await browser.signIn({ sessionIndex: '_mine' });
    const response = await browser.request(`/saml/slo?${redirected('SAMLRequest', logoutRequest('_mine'), {})}`);
    expect(response.status).toBe(403);
    expect((await browser.session()).status).toBe(200);
  });
});

it('publishes metadata that names both bindings of single logout', async () => {
  const response = await browser.request('/saml/metadata');
  const xml = await response.text();
  expect(response.headers.get('content-type')).toMatch(/^application\/samlmetadata\+xml/);
  expect(xml.match(/SingleLogoutService Binding="[^"]*HTTP-(Redirect|POST)"/g)).toHaveLength(2);
  expect(xml).toMatch(/AuthnRequestsSigned="true" WantAssertionsSigned="true"/);
});
