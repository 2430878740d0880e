import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { demoIdp } from '../../apps/demo-idp/src/demo-idp.ts';
import { peopleOfTheDemo } from '../../apps/demo-idp/src/demo-people.ts';
import { startDemoIdp } from '../../apps/demo-idp/src/start.ts';
import { readIdpMetadata } from '../../libs/identity/server/src/saml/identity-provider/metadata.ts';
import { serviceProviderMetadata } from '../../libs/identity/server/src/saml/service-provider/metadata.ts';
import { selfSignedCertificate } from '../../libs/identity/server/src/saml/service-provider/self-signed-certificate.ts';
import { serviceProviderAt, type ServiceProvider } from '../../libs/identity/server/src/saml/service-provider/service-provider.ts';
import { SignInExchange } from '../../libs/identity/server/src/saml/sign-in/sign-in-exchange.ts';
import { MemoryExchangeStore } from '../../libs/identity/server/src/saml/testing/memory-exchange-store.ts';
import { oneProvider } from '../../libs/identity/server/src/saml/testing/one-provider.ts';
import { Browser, formsOf, type Page } from './browser.ts';

const people = peopleOfTheDemo();
const executive = people.find(({ role }) => role === 'executive') ?? people[0];
if (!executive) throw new Error('nobody to sign in');

function keys() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), certificate: selfSignedCertificate(privateKey, { commonName: 'test', from: new Date(Date.now() - 60_000), years: 1 }) };
}

let us: ServiceProvider;
let parvis: Server;
let idp: Server;
let idpUrl: string;
let exchange: ReturnType<typeof exchangeAs>;
let browser: Browser;

const listening = (server: Server) => new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

beforeAll(async () => {
  parvis = createServer((_, response) => void response.end(serviceProviderMetadata(us, { encryption: true })));
  // Under its other name, so that it is another site.
  const publicUrl = `http://localhost:${await listening(parvis)}`;
  us = serviceProviderAt(publicUrl, `${publicUrl}/saml/metadata`, [keys()]);
  idp = createServer();
  idpUrl = `http://127.0.0.1:${await listening(idp)}`;
  idp.on('request', demoIdp({ people, keys: keys(), baseUrl: idpUrl, parvisUrl: publicUrl }));
  exchange = exchangeAs(us, publicUrl);
});
afterAll(() => {
  for (const server of [parvis, idp]) {
    server.close();
    server.closeAllConnections();
  }
});
beforeEach(() => {
  browser = new Browser();
});

function exchangeAs(asking: ServiceProvider, publicUrl: string) {
  const provider = async () => readIdpMetadata(await (await fetch(`${idpUrl}/metadata`)).text());
  const only = oneProvider({ provider, lookAgain: async () => null });
  const asks = new SignInExchange({ us: asking, providers: only, store: new MemoryExchangeStore(() => new Date()), settings: { publicUrl }, now: () => new Date() });
  return {
    begin: () => asks.begin(only, { returnTo: '/', purpose: 'sign-in', sessionId: null }),
    finish: (message: unknown, browserSecret: string) => asks.finish({ message }, () => browserSecret, (assertion) => assertion),
  };
}

async function ask(asking = exchange) {
  const { message, browserSecret } = await asking.begin();
  if (message.by !== 'redirect') throw new Error('expected a redirect');
  const page = await browser.open(message.location);
  return { page, accept: (answered: Page) => asking.finish(formsOf(answered)[0]?.fields['SAMLResponse'], browserSecret) };
}

const choose = (page: Page, identifier: string) => browser.submit(page, formsOf(page)[0] ?? { action: '', method: 'POST', fields: {}, passwords: [] }, { identifier });

describe('the demo identity provider', () => {
  it('knows the familiar faces', () => {
    expect(new Set(people.map(({ role }) => role))).toEqual(new Set(['employee', 'newcomer', 'executive', 'hr', 'it', 'animator', 'moderator', 'works-council']));
  });

  it('lets one be somebody by a click, without a password', async () => {
    const { page, accept } = await ask();
    for (const { surname, title } of people) {
      expect(page.html).toContain(title.replaceAll('&', '&#38;'));
      expect(page.html).toContain(surname.replaceAll("'", '&#39;'));
    }
    expect(page.html).not.toMatch(/type="password"/);

    const { used } = await accept(await choose(page, executive.identifier));
    expect(used.nameId.value).toBe(executive.identifier);
    expect(used.attributes.get('uid')).toEqual([executive.identifier]);
    expect(used.attributes.get('mail')).toEqual([executive.mail]);
    expect(used.attributes.get('groups')).toEqual(executive.groups);
  });

  it('shows no form the second time', async () => {
    await choose((await ask()).page, executive.identifier);
    const { page, accept } = await ask();
    expect((await accept(page)).used.nameId.value).toBe(executive.identifier);
  });

  it('lets one be somebody else', async () => {
    await choose((await ask()).page, executive.identifier);
    const [other] = people.filter(({ identifier }) => identifier !== executive.identifier);
    const switched = await choose(await browser.open(`${idpUrl}/switch`), other?.identifier ?? '');
    expect(switched.url).toBe(`${us.entityId.replace('/metadata', '/login')}`);
    const { page, accept } = await ask();
    expect((await accept(page)).used.nameId.value).toBe(other?.identifier);
  });

  it('speaks the language of the browser', async () => {
    const page = await (await fetch(`${idpUrl}/switch`, { headers: { 'accept-language': 'fr' } })).text();
    expect(page).toMatch(/<html lang="fr">.*Qui êtes-vous/s);
  });

  it.each<[string, () => ServiceProvider, RegExp]>([
    ['whose answer would go elsewhere', () => ({ ...us, assertionConsumer: 'https://evil.example/acs' }), /answers go to http:\/\/localhost/],
    ['of another service', () => ({ ...us, entityId: 'https://evil.example' }), /serves http:\/\/localhost/],
    ['that somebody else signed', () => ({ ...us, keys: keys() }), /not signed by Parvis/],
  ])('does not answer a request %s', async (_, asking, reason) => {
    const { page } = await ask(exchangeAs(asking(), 'http://localhost'));
    expect(page.status).toBe(400);
    expect(page.html).toMatch(reason);
    expect(formsOf(page)).toEqual([]);
  });

  it('does not answer a request without signature, nor for somebody unknown', async () => {
    const { message } = await exchange.begin();
    const [unsigned] = message.by === 'redirect' ? message.location.split('&SigAlg') : [];
    expect(await browser.open(unsigned ?? '')).toMatchObject({ status: 400, html: expect.stringMatching(/MUST be signed/) });
    expect(await choose((await ask()).page, 'nobody')).toMatchObject({ status: 400 });
  });

  it('says that it is there', async () => {
    expect(await (await fetch(`${idpUrl}/healthz`)).json()).toEqual({ status: 'ok' });
  });

  it('does not start in production', async () => {
    await expect(startDemoIdp({ NODE_ENV: 'production' })).rejects.toThrow(/does not start when NODE_ENV is production/);
  });
});
