import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, platformDomain } from '@parvis/platform/server';
import { identityDomain } from '../../identity.domain.ts';
import type { PersonEntity } from '../../person/person.entity.ts';
import { roles } from '../../person/role.ts';
import { aPerson } from '../../testing/person.builder.ts';
import { TestApi, type Client } from '../../testing/test-api.ts';
import { answer, encoded, goodContent, metadataXml, testIdp, testKeys, type AnswerContent } from '../testing/test-identity-provider.ts';
import { requestIdIn, TestBrowser } from '../testing/test-browser.ts';

const publicUrl = 'http://localhost:3000';
const [theirs, lyons] = [testKeys(), testKeys()];
const lyon = 'https://sso.lyon.example/metadata';

const CONNECT = `mutation ($input: ConnectIdentityProviderInput!) { connectIdentityProvider(input: $input) { id name entityId isEnabled isOfEnvironment state { signInAddress certificates { validUntil } } fault } }`;
const CHANGE = `mutation ($input: ChangeIdentityProviderInput!) { changeIdentityProvider(input: $input) { id name isEnabled mailDomains admittedGroups roleGroups { role groups } attributes { field names } } }`;
const REMOVE = `mutation ($id: ID!, $typedName: String!) { removeIdentityProvider(id: $id, typedName: $typedName) }`;
const LIST = `{ identityProviders { id name entityId isOfEnvironment isEnabled metadataUrl fault state { hasLogout } } }`;
const US = `{ serviceProvider { entityId metadataUrl assertionConsumerUrl singleLogoutUrl } }`;
const TRIAL = `query ($id: ID!) { signInTrial(id: $id) { refusal detail nameId attributes { name values } person { identifier email roles } } }`;

let api: TestApi;
let folder: string;
let published: { server: Server; url: string; status: number; body: string };
let karim: PersonEntity;
let it_: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-providers-'));
  writeFileSync(join(folder, 'idp.xml'), metadataXml([theirs]));
  process.env['SAML_ROLE_IT'] = 'it';
  api = await TestApi.start([platformDomain, identityDomain], { env: { PARVIS_URL: publicUrl, PARVIS_DATA_DIR: folder, SAML_IDP_METADATA: join(folder, 'idp.xml') } });
  delete process.env['SAML_ROLE_IT'];
  karim = await aPerson().named('Karim Benjelloun').being('it').save(api.manager);
  it_ = api.confirmed(karim);
  const server = createServer((_, response) => void response.writeHead(published.status).end(published.body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  published = { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`, status: 200, body: '' };
});
afterAll(async () => {
  published.server.close();
  await api.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  Object.assign(published, { status: 200, body: metadataXml([lyons], { entityId: lyon }) });
  await api.manager.query('DELETE FROM identity_provider');
});

const connected = async (input: Record<string, unknown> = {}): Promise<string> => {
  const id = newId();
  await it_.send(CONNECT, { input: { id, name: 'Lyon', metadataUrl: published.url, ...input } });
  return id;
};
const change = (id: string, input: Record<string, unknown>) => it_.send<{ changeIdentityProvider: Record<string, unknown> }>(CHANGE, { input: { id, ...input } });
const answerOf = (requestId: string, changes: Partial<AnswerContent> = {}) =>
  encoded(answer({ ...goodContent({ requestId, acs: `${publicUrl}/saml/acs`, audience: `${publicUrl}/saml/metadata` }), issuer: lyon, assertionIssuer: lyon, ...changes }, { keys: lyons }));
const written = (action: string): Promise<{ actor_id: string; details: object }[]> => api.manager.query('SELECT actor_id, details FROM audit_entry WHERE action = $1 ORDER BY number DESC', [action]);

describe('an identity provider is connected', () => {
  it('by the address of its metadata, and nobody signs in by it yet', async () => {
    const input = { id: newId(), name: ' Lyon ', metadataUrl: published.url };
    const { connectIdentityProvider } = await it_.send<{ connectIdentityProvider: object }>(CONNECT, { input });
    expect(connectIdentityProvider).toEqual({
      id: input.id, name: 'Lyon', entityId: lyon, isEnabled: false, isOfEnvironment: false, fault: null,
      state: { signInAddress: 'https://idp.example/sso?tenant=1', certificates: [{ validUntil: expect.any(String) }] },
    });
    expect((await written('configuration.identity-provider-connected'))[0]).toEqual({ actor_id: karim.id, details: { provider: lyon } });
    await expect(it_.send(CONNECT, { input })).resolves.toMatchObject({ connectIdentityProvider: { id: input.id } });
    expect((await new TestBrowser(api.url).request('/saml/login')).headers.get('location')).toMatch(/^https:\/\/idp\.example\/sso/);
  });

  it('by what was pasted', async () => {
    const id = await connected({ metadataUrl: null, metadata: published.body });
    expect(await it_.send(LIST)).toEqual({
      identityProviders: [
        expect.objectContaining({ name: 'idp.xml', isOfEnvironment: true, isEnabled: true, metadataUrl: null, fault: null }),
        { id, name: 'Lyon', entityId: lyon, isOfEnvironment: false, isEnabled: false, metadataUrl: null, fault: null, state: { hasLogout: true } },
      ],
    });
  });

  it.each<[string, string, () => Record<string, unknown>]>([
    ['an address that is none', 'address', () => ({ metadataUrl: 'ftp://idp' })],
    ['an address where nothing answers', 'silent', () => ({ metadataUrl: 'http://127.0.0.1:9/' })],
    ['an address that refuses', 'status', () => ((published.status = 404), {})],
    ['a page', 'page', () => ((published.body = '<!doctype html><p>Sign in'), {})],
    ['what is no XML', 'not-xml', () => ({ metadataUrl: null, metadata: 'hello' })],
    ['XML of something else', 'not-metadata', () => ({ metadataUrl: null, metadata: '<a/>' })],
    ['metadata without a key', 'incomplete', () => ({ metadataUrl: null, metadata: metadataXml([]) })],
  ])('not by %s (%s)', async (_, fault, input) => {
    await expect(connected(input())).rejects.toMatchObject({ code: 'IDENTITY_PROVIDER_METADATA', params: { fault }, field: expect.stringMatching(/^metadata/) });
    await expect(connected({ metadataUrl: null, metadata: metadataXml([lyons], { entityId: lyon }) })).resolves.toBeDefined();
  });

  it('once', async () => {
    await connected();
    await expect(connected()).rejects.toMatchObject({ code: 'IDENTITY_PROVIDER_CONNECTED', params: { name: 'Lyon' } });
    await it_.send(LIST.replace('fault', 'fault entityId'));
    await expect(connected({ metadataUrl: null, metadata: metadataXml([theirs]) })).rejects.toMatchObject({ code: 'IDENTITY_PROVIDER_CONNECTED', params: { name: 'idp.xml' } });
  });
});

describe('an identity provider of the pages', () => {
  it('is changed, each change in the audit log', async () => {
    const id = await connected();
    const { changeIdentityProvider } = await change(id, {
      name: 'Lyon et Grenoble', isEnabled: true, mailDomains: ['Lyon.example', 'someone@grenoble.example', 'lyon.example'], admittedGroups: ['Parvis'],
      roleGroups: [{ role: 'IT', groups: ['Admins'] }], attributes: [{ field: 'IDENTIFIER', names: ['employeeNumber'] }],
    });
    expect(changeIdentityProvider).toMatchObject({ name: 'Lyon et Grenoble', isEnabled: true, mailDomains: ['lyon.example', 'grenoble.example'], admittedGroups: ['parvis'] });
    expect(changeIdentityProvider['roleGroups']).toContainEqual({ role: 'IT', groups: ['admins'] });
    expect(changeIdentityProvider['attributes']).toContainEqual({ field: 'IDENTIFIER', names: ['employeeNumber'] });
    expect(changeIdentityProvider['attributes']).toContainEqual({ field: 'TITLE', names: expect.arrayContaining(['jobTitle']) });
    expect((await written('configuration.identity-provider-changed'))[0]?.details).toEqual({ provider: lyon, changed: ['admittedGroups', 'attributes', 'isEnabled', 'mailDomains', 'name', 'roleGroups'] });
    const before = (await written('configuration.identity-provider-changed')).length;
    await change(id, { name: 'Lyon et Grenoble' });
    expect(await written('configuration.identity-provider-changed')).toHaveLength(before);
  });

  it.each<[string, Record<string, unknown>]>([
    ['TEXT_REQUIRED', { name: ' ' }],
    ['MAIL_DOMAIN_INVALID', { mailDomains: ['not a domain'] }],
    ['CLOCK_TOLERANCE_INVALID', { clockToleranceSeconds: 121 }],
    ['FORBIDDEN', { roleGroups: [{ role: 'EMPLOYEE', groups: ['x'] }] }],
  ])('answers %s', async (code, input) => {
    const id = await connected();
    await expect(change(id, input)).rejects.toMatchObject({ code });
    await expect(change(id, { name: 'Good' })).resolves.toBeDefined();
  });

  it('is removed by whoever types its name', async () => {
    const id = await connected();
    await expect(it_.send(REMOVE, { id, typedName: 'Lyo' })).rejects.toMatchObject({ code: 'NAME_TYPED_DIFFERS' });
    await it_.send(REMOVE, { id, typedName: 'Lyon' });
    await expect(change(id, { name: 'x' })).rejects.toMatchObject({ code: 'IDENTITY_PROVIDER_NOT_FOUND' });
    expect((await written('configuration.identity-provider-removed'))[0]?.details).toEqual({ provider: lyon });
  });

  it('is not one that the environment names', async () => {
    const { identityProviders } = await it_.send<{ identityProviders: { id: string }[] }>(LIST);
    await expect(change(identityProviders[0]?.id ?? '', { name: 'x' })).rejects.toMatchObject({ code: 'IDENTITY_PROVIDER_OF_ENVIRONMENT' });
  });
});

describe('is for IT that has said again who they are', () => {
  const asked: [string, string, Record<string, unknown>][] = [
    ['identityProviders', LIST, {}],
    ['identityProvider', '{ identityProvider(id: "x") { id } }', {}],
    ['serviceProvider', US, {}],
    ['signInTrial', TRIAL, { id: 'x' }],
    ['connectIdentityProvider', CONNECT, { input: { id: newId(), name: 'x', metadata: 'x' } }],
    ['changeIdentityProvider', CHANGE, { input: { id: newId(), name: 'x' } }],
    ['removeIdentityProvider', REMOVE, { id: newId(), typedName: 'x' }],
  ];

  it.each(asked)('%s', async (_, query, variables) => {
    await expect(api.as(karim).send(query, variables)).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    for (const role of roles.filter((other) => other !== 'it')) {
      const somebody = await aPerson().being(role).save(api.manager);
      await expect(api.confirmed(somebody).send(query, variables)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(api.anonymous().send(query, variables)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    // What IT gets is no refusal of that kind.
    const outcome = await it_.send(query, variables).catch((error: { code: string }) => error.code);
    expect(['FORBIDDEN', 'CONFIRMATION_NEEDED']).not.toContain(outcome);
  });
});

describe('where there are several', () => {
  const enabled = async (input: Record<string, unknown> = {}) => {
    const id = await connected();
    await change(id, { isEnabled: true, mailDomains: ['lyon.example'], ...input });
    return id;
  };

  it('asks which, once: the browser remembers', async () => {
    const id = await enabled();
    const browser = new TestBrowser(api.url);
    const page = await browser.request('/saml/login?returnTo=/ideas/12');
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toMatch(new RegExp(`<button name="provider" value="${id}">Lyon</button>`));
    const requestId = await browser.begin(`/saml/login?returnTo=/ideas/12&provider=${id}`);
    const response = await browser.post(answerOf(requestId));
    expect(response.headers.get('location')).toBe(`${publicUrl}/ideas/12`);
    // Roles of its own groups: none yet, although a group is called « it ».
    expect(await browser.session()).toMatchObject({ status: 200, person: { roles: ['employee'] } });
    expect((await browser.request('/saml/login')).status).toBe(302);
    expect((await browser.request('/saml/login?anew=1')).status).toBe(200);
  });

  it.each([
    ['goes by the domain of an address', 'zoe@LYON.example', 302, null],
    ['keeps an address that belongs to none, and says so', 'zoe@"<evil>', 400, /zoe@&#34;&#60;evil&#62;/],
  ])('%s', async (_, mail, status, page) => {
    await enabled();
    const response = await new TestBrowser(api.url).request(`/saml/login?mail=${encodeURIComponent(mail)}`);
    expect(response.status).toBe(status);
    if (page) expect(await response.text()).toMatch(page);
  });

  it('takes people of one identifier for two, unless it calls people as the others do', async () => {
    const alice = await aPerson().with({ identifier: 'amartin' }).save(api.manager);
    const id = await enabled();
    const browser = new TestBrowser(api.url);
    const signIn = async (uid: string) => {
      await browser.post(answerOf(await browser.begin(`/saml/login?provider=${id}`), { attributes: { uid: [uid] } }));
      return (await browser.session()).person?.id;
    };
    const elsewhere = await signIn('amartin');
    expect(elsewhere).not.toBe(alice.id);
    await change(id, { sharesIdentifiers: true });
    // Whoever came before is the same person as then.
    expect(await signIn('amartin')).toBe(elsewhere);
    const bruno = await aPerson().with({ identifier: 'bruno' }).save(api.manager);
    expect(await signIn('bruno')).toBe(bruno.id);
  });

  it('refuses an answer of one to a question to another', async () => {
    const id = await enabled();
    const browser = new TestBrowser(api.url);
    const { identityProviders } = await it_.send<{ identityProviders: { id: string }[] }>(LIST);
    const asked = await browser.begin(`/saml/login?provider=${identityProviders[0]?.id}`);
    expect((await browser.post(answerOf(asked))).status).toBe(403);
    expect((await browser.session()).status).toBe(401);
    expect((await browser.post(answerOf(await browser.begin(`/saml/login?provider=${id}`)))).status).toBe(303);
  });

  it('lets in by groups, and gives roles by its own', async () => {
    const id = await enabled({ admittedGroups: ['parvis'], roleGroups: [{ role: 'HR', groups: ['drh'] }] });
    const browser = new TestBrowser(api.url);
    const refused = await browser.post(answerOf(await browser.begin(`/saml/login?provider=${id}`), { attributes: { uid: ['z1'], groups: ['drh'] } }));
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringMatching(/ne donne pas accès/)]);
    await browser.post(answerOf(await browser.begin(`/saml/login?provider=${id}`), { attributes: { uid: ['z1'], groups: ['drh', 'CN=Parvis,OU=Groups'] } }));
    expect((await browser.session()).person?.roles).toEqual(['employee', 'hr']);
  });

  it('goes nowhere once it is disabled, also with an answer on its way', async () => {
    const id = await enabled();
    const browser = new TestBrowser(api.url);
    const asked = await browser.begin(`/saml/login?provider=${id}`);
    await change(id, { isEnabled: false });
    expect((await browser.post(answerOf(asked))).status).toBe(403);
    expect(requestIdIn(await browser.request(`/saml/login?provider=${id}`))).not.toBe('');
    expect((await browser.request(`/saml/login?provider=${id}`)).headers.get('location')).toMatch(/^https:\/\/idp\.example/);
  });
});

describe('a trial', () => {
  /** The browser of an administrator. */
  const administering = async () => {
    const browser = new TestBrowser(api.url);
    const [name = '', value = ''] = (await api.cookieOf(karim.id)).split('=');
    browser.cookies.set(name, value);
    return browser;
  };

  it('shows what came and what it would do, and signs nobody in', async () => {
    const id = await connected();
    await change(id, { roleGroups: [{ role: 'HR', groups: ['drh'] }] });
    const browser = await administering();
    const people = await api.manager.query('SELECT count(*) FROM person');
    const response = await browser.post(answerOf(await browser.begin(`/saml/trial?provider=${id}`), { attributes: { uid: ['z9'], mail: ['z9@lyon.example'], groups: ['drh'] } }));
    const address = new URL(response.headers.get('location') ?? '');
    expect(address.pathname).toBe(`/administration/sign-in/${id}`);
    expect((await browser.session()).person?.id).toBe(karim.id);
    expect(await api.manager.query('SELECT count(*) FROM person')).toEqual(people);
    // Only the session that tried may read it.
    await expect(it_.send(TRIAL, { id: address.searchParams.get('trial') })).resolves.toEqual({ signInTrial: null });
    await api.manager.query('UPDATE session SET confirmed_at = now() WHERE person_id = $1', [karim.id]);
    const { signInTrial } = await api.as(karim).send<{ signInTrial: object }>(TRIAL, { id: address.searchParams.get('trial') });
    expect(signInTrial).toMatchObject({ refusal: null, nameId: 'p-4711', person: { identifier: 'z9', email: 'z9@lyon.example', roles: ['EMPLOYEE', 'HR'] } });
    expect(signInTrial).toMatchObject({ attributes: expect.arrayContaining([{ name: 'groups', values: ['drh'] }]) });
  });

  it.each<[string, string, Partial<AnswerContent>]>([
    ['what is refused', 'audience', { audience: 'https://other.example' }],
    ['that nobody could be made of it', 'no-identifier', { attributes: {}, nameIdXml: '<saml:NameID>x</saml:NameID>' }],
  ])('shows %s', async (_, refusal, changes) => {
    const id = await connected();
    const browser = await administering();
    await api.manager.query('UPDATE session SET confirmed_at = now() WHERE person_id = $1', [karim.id]);
    const response = await browser.post(answerOf(await browser.begin(`/saml/trial?provider=${id}`), changes));
    const trial = new URL(response.headers.get('location') ?? '').searchParams.get('trial');
    const { signInTrial } = await api.as(karim).send<{ signInTrial: { detail: string } }>(TRIAL, { id: trial });
    expect(signInTrial).toMatchObject({ refusal, person: null });
    expect(signInTrial.detail).not.toBe('');
  });

  it('is for IT alone', async () => {
    const id = await connected();
    const somebody = await aPerson().being('hr').save(api.manager);
    const ask = async (cookie: string) => (await fetch(`${api.url}/saml/trial?provider=${id}`, { redirect: 'manual', headers: { cookie } })).status;
    expect([await ask(await api.cookieOf(somebody.id)), await ask(''), await ask(await api.cookieOf(karim.id))]).toEqual([403, 401, 302]);
    expect(testIdp).not.toBe(lyon);
  });
});

describe('a confirmation', () => {
  const environments = (requestId: string, changes: Partial<AnswerContent> = {}) =>
    encoded(answer({ ...goodContent({ requestId, acs: `${publicUrl}/saml/acs`, audience: `${publicUrl}/saml/metadata` }), ...changes }, { keys: theirs }));

  it('of the same person takes the place of their session, for administration', async () => {
    const browser = new TestBrowser(api.url);
    await browser.post(environments(await browser.begin()));
    const before = browser.cookies.get('parvis');
    expect(await administers(browser)).toBe('CONFIRMATION_NEEDED');
    const response = await browser.post(environments(await browser.begin('/saml/confirm?returnTo=/administration')));
    expect(response.headers.get('location')).toBe(`${publicUrl}/administration`);
    expect(await administers(browser)).toBeNull();
    browser.cookies.set('parvis', before ?? '');
    expect((await browser.session()).status).toBe(401);
  });

  it.each<[string, RegExp, Partial<AnswerContent>]>([
    ['of somebody else', /autre compte/, { attributes: { uid: ['another'], groups: ['it'] } }],
    ['that the identity provider remembered', /redemandé/, { authenticatedAt: new Date(Date.now() - 3600_000) }],
  ])('%s confirms nothing', async (_, words, changes) => {
    const browser = new TestBrowser(api.url);
    await browser.post(environments(await browser.begin()));
    const response = await browser.post(environments(await browser.begin('/saml/confirm?returnTo=/administration'), changes));
    expect([response.status, await response.text()]).toEqual([403, expect.stringMatching(words)]);
    expect(await administers(browser)).toBe('CONFIRMATION_NEEDED');
  });

  const administers = async (browser: TestBrowser): Promise<string | null> => {
    const response = await browser.request('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: US }) });
    return ((await response.json()) as { errors?: [{ extensions: { code: string } }] }).errors?.[0].extensions.code ?? null;
  };
});
