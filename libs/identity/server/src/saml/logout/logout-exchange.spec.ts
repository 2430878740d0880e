import { inflateRawSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BegunExchange, Outgoing } from '../exchange/outgoing.ts';
import { readIdpMetadata } from '../identity-provider/metadata.ts';
import type { Binding } from '../message.ts';
import { nameIdFormat, ns, status } from '../saml-names.ts';
import { SamlRefusal, type RefusalReason } from '../saml-refusal.ts';
import { serviceProviderAt } from '../service-provider/service-provider.ts';
import { MemoryExchangeStore } from '../testing/memory-exchange-store.ts';
import { oneProvider, reading } from '../testing/one-provider.ts';
import { encoded, metadataXml, redirected, sha1, signed, testIdp, testKeys } from '../testing/test-identity-provider.ts';
import { LogoutExchange } from './logout-exchange.ts';
import type { CarriedLogout } from './logout-message.ts';

const publicUrl = 'https://parvis.example';
const slo = `${publicUrl}/saml/slo`;
const ours = testKeys();
const theirs = testKeys();
const another = testKeys();
const minute = 60_000;

let exchange: LogoutExchange;

function exchangeWith(metadata: string, { store = new MemoryExchangeStore(() => new Date()), url = publicUrl } = {}) {
  return new LogoutExchange({
    us: serviceProviderAt(publicUrl, `${publicUrl}/saml/metadata`, [ours]),
    providers: oneProvider(reading(() => readIdpMetadata(metadata))),
    store,
    settings: { publicUrl: url },
    now: () => new Date(),
  });
}

beforeEach(() => {
  exchange = exchangeWith(metadataXml([theirs]));
});

interface Message {
  destination?: string;
  issuer?: string;
  issuedAt?: Date;
  notOnOrAfter?: Date;
  nameIdXml?: string;
  indexes?: string[];
}

const head = ({ destination = slo, issuedAt = new Date(), notOnOrAfter }: Message) =>
  `xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}" ID="_lr1" Version="2.0" IssueInstant="${issuedAt.toISOString()}" Destination="${destination}"` +
  (notOnOrAfter ? ` NotOnOrAfter="${notOnOrAfter.toISOString()}"` : '');

function request(message: Message = {}): string {
  const { issuer = testIdp, nameIdXml = '<saml:NameID>p-4711</saml:NameID>', indexes = ['_s1', '_s2'] } = message;
  const ended = indexes.map((index) => `<samlp:SessionIndex>${index}</samlp:SessionIndex>`).join('');
  return `<samlp:LogoutRequest ${head(message)}><saml:Issuer>${issuer}</saml:Issuer>${nameIdXml}${ended}</samlp:LogoutRequest>`;
}

function response(code: string = status.success, message: Message & { to?: string | null } = {}): string {
  return `<samlp:LogoutResponse ${head(message)}${message.to ? ` InResponseTo="${message.to}"` : ''}><saml:Issuer>${testIdp}</saml:Issuer><samlp:Status><samlp:StatusCode Value="${code}"/></samlp:Status></samlp:LogoutResponse>`;
}

function carried(by: Binding, xml: string, { kind = 'SAMLRequest' as CarriedLogout['kind'], keys = theirs as typeof theirs | null, algorithm = undefined as string | undefined } = {}): CarriedLogout {
  if (by === 'redirect') {
    const rawQuery = redirected(kind, xml, { relayState: 'their state', ...(keys ? { keys } : {}), ...(algorithm ? { algorithm } : {}) });
    return { by, kind, encoded: new URLSearchParams(rawQuery).get(kind), rawQuery };
  }
  const name = kind === 'SAMLRequest' ? 'LogoutRequest' : 'LogoutResponse';
  return { by, kind, encoded: encoded(keys ? signed(xml, name, { keys, ...(algorithm ? sha1 : {}) }) : xml), rawQuery: '' };
}

const xmlOf = (message: Outgoing | null, field: string) => {
  if (message?.by !== 'redirect') throw new Error('expected a redirect');
  return inflateRawSync(Buffer.from(new URL(message.location).searchParams.get(field) ?? '', 'base64')).toString();
};

const sent = (begun: BegunExchange | null): Outgoing => {
  if (!begun) throw new Error('expected a request');
  return begun.message;
};

describe('signing out at the identity provider', () => {
  const origin = { issuer: testIdp, nameId: 'p-4711', nameIdFormat: nameIdFormat.persistent, sessionIndex: '_s1', notOnOrAfter: null };

  it('names the session by a signed request', async () => {
    const message = sent(await exchange.begin(origin));
    const xml = xmlOf(message, 'SAMLRequest');
    expect(xml).toContain('>p-4711<');
    expect(xml).toContain('>_s1<');
    expect(message.by === 'redirect' && message.location).toMatch(/^https:\/\/idp\.example\/slo\?.*&Signature=/);
  });

  it('names the person in the words of the identity provider, which may know them by nothing less', async () => {
    const message = sent(await exchange.begin({ ...origin, nameQualifier: testIdp, spNameQualifier: `${publicUrl}/saml/metadata` }));
    const nameId = /<saml:NameID[^>]*>/.exec(xmlOf(message, 'SAMLRequest'))?.[0];
    expect(nameId).toContain(` NameQualifier="${testIdp}"`);
    expect(nameId).toContain(` SPNameQualifier="${publicUrl}/saml/metadata"`);
  });

  it('signs a form where the identity provider takes nothing else', async () => {
    exchange = exchangeWith(metadataXml([theirs]).replace('bindings:HTTP-Redirect" Location="https://idp.example/slo"', 'bindings:HTTP-POST" Location="https://idp.example/slo"'));
    const message = sent(await exchange.begin(origin));
    if (message.by !== 'post') throw new Error('expected a form');
    expect(Buffer.from(message.fields['SAMLRequest'] ?? '', 'base64').toString()).toMatch(/<saml:Issuer[^>]*>[^<]*<\/saml:Issuer><Signature/);
  });

  it.each([
    ['the identity provider offers none', metadataXml([theirs], { logout: false }), {}],
    ['the session is of another identity provider', metadataXml([theirs]), { issuer: 'https://old.example' }],
    ['the session has no name there', metadataXml([theirs]), { nameId: '' }],
  ])('is left out when %s', async (_, metadata, change) => {
    await expect(exchangeWith(metadata).begin({ ...origin, ...change })).resolves.toBeNull();
  });

  describe('ends by a response', () => {
    let begun: BegunExchange;
    beforeEach(async () => {
      const made = await exchange.begin(origin);
      if (!made) throw new Error('expected a request');
      begun = made;
    });
    const conclude = (message: CarriedLogout, secret: string | undefined = begun.browserSecret) => exchange.conclude(message, () => secret);
    const good = (by: Binding = 'redirect', code: string = status.success) => carried(by, response(code, { to: begun.requestId }), { kind: 'SAMLResponse' });

    it.each<[Binding, string, boolean]>([
      ['redirect', status.success, true],
      ['post', status.success, true],
      ['redirect', 'urn:oasis:names:tc:SAML:2.0:status:Responder', false],
    ])('(%s, %s)', async (by, code, isComplete) => {
      await expect(conclude(good(by, code))).resolves.toMatchObject({ request: { id: begun.requestId }, isComplete });
    });

    it.each<[string, RefusalReason, () => Promise<unknown>]>([
      ['that is not signed', 'signature', () => conclude(carried('redirect', response(status.success, { to: begun.requestId }), { kind: 'SAMLResponse', keys: null }))],
      ['in a form that is not signed', 'signature', () => conclude(carried('post', response(status.success, { to: begun.requestId }), { kind: 'SAMLResponse', keys: null }))],
      ['to nothing', 'unsolicited', () => conclude(carried('redirect', response(), { kind: 'SAMLResponse' }))],
      ['to a request that nobody made', 'unknown-request', () => conclude(carried('redirect', response(status.success, { to: '_other' }), { kind: 'SAMLResponse' }))],
      ['in another browser', 'other-browser', () => exchange.conclude(good(), () => undefined)],
      ['in a browser that signs out otherwise', 'other-browser', () => conclude(good(), 'another')],
    ])('and not by one %s (%s)', async (_, reason, attempt) => {
      await expect(attempt()).rejects.toMatchObject({ reason });
      await expect(conclude(good())).resolves.toMatchObject({ isComplete: true });
    });

    it('of another name of ours, where the browser holds nothing', async () => {
      const store = new MemoryExchangeStore(() => new Date());
      const [here, there] = [publicUrl, 'https://other.example'].map((url) => exchangeWith(metadataXml([theirs]), { store, url }));
      const made = await there?.begin(origin);
      const answered = carried('redirect', response(status.success, { to: made?.requestId ?? '' }), { kind: 'SAMLResponse' });
      await expect(here?.conclude(answered, () => undefined)).resolves.toMatchObject({ request: { returnTo: 'https://other.example/' } });
    });

    it('once', async () => {
      const message = good();
      await conclude(message);
      await expect(conclude(message)).rejects.toMatchObject({ reason: 'replayed' });
    });
  });

  it('refuses what it cannot check, and does not say that it may be good', async () => {
    const away = { provider: () => Promise.reject(new SamlRefusal('unreachable', 'nothing there')), lookAgain: async () => null };
    const other = new LogoutExchange({
      us: serviceProviderAt(publicUrl, `${publicUrl}/saml/metadata`, [ours]),
      providers: oneProvider(away),
      store: new MemoryExchangeStore(() => new Date()),
      settings: { publicUrl },
      now: () => new Date(),
    });
    await expect(other.receive(carried('redirect', request()), undefined)).rejects.toMatchObject({ reason: 'unverifiable' });
  });
});

describe.each<Binding>(['redirect', 'post'])('a logout request by %s', (by) => {
  it('names the sessions to end, and is answered with its own state', async () => {
    const wanted = await exchange.receive(carried(by, request()), 'their state');
    expect(wanted).toMatchObject({ issuer: testIdp, nameId: 'p-4711', sessionIndexes: ['_s1', '_s2'] });

    const answer = await wanted.answer();
    if (answer?.by !== 'redirect') throw new Error('expected a redirect');
    expect(xmlOf(answer, 'SAMLResponse')).toMatch(/InResponseTo="_lr1".*status:Success/);
    const address = new URL(answer.location);
    expect(address.pathname).toBe('/slo-done');
    expect(address.searchParams.get('RelayState')).toBe('their state');
    expect(address.searchParams.get('Signature')).toBeTruthy();
  });

  it('names every session of the person when it gives no index', async () => {
    await expect(exchange.receive(carried(by, request({ indexes: [] })), undefined)).resolves.toMatchObject({ sessionIndexes: [] });
  });

  it.each<[string, RefusalReason, () => CarriedLogout]>([
    ['not signed', 'signature', () => carried(by, request(), { keys: null })],
    ['signed by another key', 'signature', () => carried(by, request(), { keys: another })],
    ['signed with SHA-1', 'algorithm', () => carried(by, request(), { algorithm: sha1.signatureMethod })],
    ['for another destination', 'destination', () => carried(by, request({ destination: 'https://other.example/slo' }))],
    ['from another issuer', 'issuer', () => carried(by, request({ issuer: 'https://other.example' }))],
    ['that is over', 'expired', () => carried(by, request({ notOnOrAfter: new Date(Date.now() - 2 * minute) }))],
    ['that somebody kept', 'expired', () => carried(by, request({ issuedAt: new Date(Date.now() - 10 * minute) }))],
    ['of the future', 'too-early', () => carried(by, request({ issuedAt: new Date(Date.now() + 10 * minute) }))],
    ['without a name', 'malformed', () => carried(by, request({ nameIdXml: '' }))],
    ['with an encrypted name', 'encrypted', () => carried(by, request({ nameIdXml: '<saml:EncryptedID/>' }))],
    ['with a document type', 'document-type', () => carried(by, `<!DOCTYPE x>${request()}`)],
  ])('is refused %s (%s)', async (_, reason, message) => {
    await expect(exchange.receive(message(), undefined)).rejects.toMatchObject({ reason });
    await expect(exchange.receive(carried(by, request()), undefined)).resolves.toBeDefined();
  });

  it('counts once', async () => {
    const message = carried(by, request());
    await exchange.receive(message, undefined);
    await expect(exchange.receive(message, undefined)).rejects.toMatchObject({ reason: 'replayed' });
  });
});

describe('a logout request by redirect', () => {
  it('is refused when another message stands beside the signed one', async () => {
    const genuine = carried('redirect', request());
    const forged = redirected('SAMLRequest', request({ indexes: [] }), {});
    const message = { ...genuine, encoded: new URLSearchParams(forged).get('SAMLRequest'), rawQuery: `${genuine.rawQuery}&${forged}` };
    await expect(exchange.receive(message, undefined)).rejects.toMatchObject({ reason: 'malformed' });
  });

  it('is refused when it unpacks to something huge', async () => {
    const message = carried('redirect', request({ nameIdXml: `<saml:NameID>${'x'.repeat(2_000_000)}</saml:NameID>` }));
    await expect(exchange.receive(message, undefined)).rejects.toMatchObject({ reason: 'too-large' });
  });
});
