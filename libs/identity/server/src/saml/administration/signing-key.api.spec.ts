import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config, platformDomain, Transactions } from '@parvis/platform/server';
import { identityDomain } from '../../identity.domain.ts';
import { aPerson } from '../../testing/person.builder.ts';
import { TestApi, type Client } from '../../testing/test-api.ts';
import { PostgresExchangeStore } from '../exchange/postgres-exchange-store.ts';
import { IdentityProviders } from '../identity-provider/identity-providers.ts';
import { checkQuerySignature } from '../logout/query-signature.ts';
import { SamlExchanges } from '../saml-exchanges.ts';
import { samlSettings, type SamlSettings } from '../saml.config.ts';
import { encrypted } from '../testing/encrypted.ts';
import { answer, encoded, goodContent, metadataXml, testKeys } from '../testing/test-identity-provider.ts';
import { requestIdIn, TestBrowser } from '../testing/test-browser.ts';

const publicUrl = 'http://localhost:3000';
const theirs = testKeys();
const fields = '{ place fingerprint validUntil }';
const KEYS = `{ keys: signingKeys ${fields} }`;
const PREPARE = `mutation { keys: prepareSigningKey ${fields} }`;
const USE = `mutation ($fingerprint: String!) { keys: useSigningKey(fingerprint: $fingerprint) ${fields} }`;
const FORGET = `mutation ($fingerprint: String!) { keys: forgetSigningKey(fingerprint: $fingerprint) ${fields} }`;
interface Keys {
  keys: { place: string; fingerprint: string; validUntil: string }[];
}

let api: TestApi;
let folder: string;
let it_: Client;
let karim: { id: string };
let certificates: Map<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-signing-'));
  writeFileSync(join(folder, 'idp.xml'), metadataXml([theirs]));
  api = await TestApi.start([platformDomain, identityDomain], { env: { PARVIS_URL: publicUrl, PARVIS_DATA_DIR: folder, SAML_IDP_METADATA: join(folder, 'idp.xml') } });
  karim = await aPerson().being('it').save(api.manager);
  it_ = api.confirmed(karim);
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

const places = (keys: Keys['keys']) => keys.map(({ place }) => place.toLowerCase());
const fingerprints = async () => Object.fromEntries((await it_.send<Keys>(KEYS)).keys.map(({ place, fingerprint }) => [place.toLowerCase(), fingerprint]));
const written = async () => (await api.manager.query(`SELECT actor_id, action, details FROM audit_entry WHERE action LIKE 'configuration.signing-key-%' ORDER BY number DESC LIMIT 1`))[0];

/** The fingerprints that the metadata publishes, for each use. */
async function published(): Promise<Record<string, string[]>> {
  const xml = await (await new TestBrowser(api.url).request('/saml/metadata')).text();
  const found: Record<string, string[]> = { signing: [], encryption: [] };
  certificates = new Map();
  for (const [, use = '', bare = ''] of xml.matchAll(/KeyDescriptor use="(\w+)".*?<ds:X509Certificate>([^<]+)/gs)) {
    const pem = `-----BEGIN CERTIFICATE-----\n${bare.replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;
    const { fingerprint256 } = new X509Certificate(pem);
    certificates.set(fingerprint256, pem);
    found[use]?.push(fingerprint256);
  }
  return found;
}

/** Signs in by an answer encrypted for that key; the fingerprint of the key that signed the question. */
async function signsInWith(fingerprint: string): Promise<{ asked: string | undefined; status: number }> {
  await published();
  const browser = new TestBrowser(api.url);
  const begun = await browser.request('/saml/login');
  const query = new URL(begun.headers.get('location') ?? '').search.slice(1);
  const asked = [...certificates].find(([, certificate]) => isBy(query, certificate))?.[0];
  const plain = answer(goodContent({ requestId: requestIdIn(begun), acs: `${publicUrl}/saml/acs`, audience: `${publicUrl}/saml/metadata` }), { keys: theirs });
  const [assertion = ''] = /<saml:Assertion.*<\/saml:Assertion>/s.exec(plain) ?? [];
  const { status } = await browser.post(encoded(plain.replace(assertion, encrypted(assertion, { privateKey: '', certificate: sealedFor.get(fingerprint) ?? '' }))));
  return { asked, status };
}
const isBy = (query: string, certificate: string): boolean => {
  try {
    checkQuerySignature(query, 'SAMLRequest', [certificate]);
    return true;
  } catch {
    return false;
  }
};
/** Certificates that were published at any time. */
const sealedFor = new Map<string, string>();
const remember = async () => {
  const found = await published();
  for (const [fingerprint, pem] of certificates) sealedFor.set(fingerprint, pem);
  return found;
};

it('is for IT alone, who has said again who they are', async () => {
  for (const query of [KEYS, PREPARE]) {
    await expect(api.as(karim).send(query)).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    await expect(api.confirmed(await aPerson().being('hr').save(api.manager)).send(query)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.anonymous().send(query)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  }
  for (const query of [USE, FORGET]) await expect(api.as(karim).send(query, { fingerprint: 'x' })).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
  expect(places((await it_.send<Keys>(KEYS)).keys)).toEqual(['used']);
});

describe('our key is replaced without a cut', () => {
  it('by publishing the next one beside it first', async () => {
    const before = await fingerprints();
    expect(places((await it_.send<Keys>(PREPARE)).keys)).toEqual(['used', 'next']);
    const { used, next } = await fingerprints();
    expect(used).toBe(before['used']);
    expect(await written()).toEqual({ actor_id: karim.id, action: 'configuration.signing-key-prepared', details: { fingerprint: next } });
    expect(await remember()).toEqual({ signing: [used, next], encryption: [used, next] });
    expect(await signsInWith(next ?? '')).toEqual({ asked: used, status: 303 });

    await it_.send(PREPARE);
    expect(await fingerprints()).toEqual({ used, next });
    expect(readdirSync(join(folder, 'saml')).filter((name) => name.startsWith('service')).sort()).toEqual(['service-provider.next.pem', 'service-provider.pem']);
  });

  it('then by signing with it, while the former one stays published and opens what it opened', async () => {
    const { used: former, next: used } = await fingerprints();
    const another = new SamlExchanges(api.app.get<SamlSettings>(samlSettings, { strict: false }), api.app.get(IdentityProviders, { strict: false }), new PostgresExchangeStore(api.dataSource, api.app.get(Transactions)), api.app.get(Config));
    const known = (await another.ready()).us.keys.certificate;
    await it_.send(USE, { fingerprint: used });
    await it_.send(USE, { fingerprint: used });
    expect(await written()).toEqual({ actor_id: karim.id, action: 'configuration.signing-key-used', details: { fingerprint: used } });
    expect(await fingerprints()).toEqual({ used, former });
    expect(await published()).toEqual({ signing: [used, former], encryption: [used, former] });
    expect(await signsInWith(former ?? '')).toEqual({ asked: used, status: 303 });
    expect(await signsInWith(used ?? '')).toEqual({ asked: used, status: 303 });
    const { us } = await another.ready();
    expect(us.keys.certificate).not.toBe(known);
    expect(new X509Certificate(us.keys.certificate).fingerprint256).toBe(used);
    for (const name of readdirSync(join(folder, 'saml'))) if (name.startsWith('service')) expect(statSync(join(folder, 'saml', name)).mode & 0o077).toBe(0);
  });

  it('and back again where an identity provider had not learnt of it', async () => {
    const { used: next, former: used } = await fingerprints();
    await expect(it_.send(PREPARE)).rejects.toMatchObject({ code: 'SIGNING_KEY_CHANGED' });
    await it_.send(USE, { fingerprint: used });
    expect(await fingerprints()).toEqual({ used, next });
    expect(await signsInWith(next ?? '')).toEqual({ asked: used, status: 303 });
    await it_.send(USE, { fingerprint: next });
  });

  it('at last by forgetting the former one', async () => {
    const { used, former } = await fingerprints();
    await expect(it_.send(FORGET, { fingerprint: used })).rejects.toMatchObject({ code: 'SIGNING_KEY_CHANGED' });
    await it_.send(FORGET, { fingerprint: former });
    await it_.send(FORGET, { fingerprint: former });
    expect(await written()).toEqual({ actor_id: karim.id, action: 'configuration.signing-key-forgotten', details: { fingerprint: former } });
    expect(await published()).toEqual({ signing: [used], encryption: [used] });
    expect(await signsInWith(former ?? '')).toMatchObject({ status: 403 });
    expect(await signsInWith(used ?? '')).toEqual({ asked: used, status: 303 });
    await expect(it_.send(USE, { fingerprint: former })).rejects.toMatchObject({ code: 'SIGNING_KEY_CHANGED' });
  });

  it('without any secret leaving', async () => {
    const sent = JSON.stringify(await it_.send(KEYS)) + (await (await new TestBrowser(api.url).request('/saml/metadata')).text());
    expect(sent).not.toMatch(/PRIVATE/);
    const pem = readFileSync(join(folder, 'saml', 'service-provider.pem'), 'utf8').replace(/-----[A-Z ]+-----|\s/g, '');
    // Behind the modulus, which is public.
    expect(sent).not.toContain(pem.slice(700, 760));
  });

  it('and people go on signing in while its file is damaged', async () => {
    const { used } = await fingerprints();
    const file = join(folder, 'saml', 'service-provider.pem');
    const whole = readFileSync(file);
    writeFileSync(file, 'damaged');
    expect(await signsInWith(used ?? '')).toEqual({ asked: used, status: 303 });
    writeFileSync(file, whole);
  });
});
