import { inflateRawSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { readIdpMetadata } from '../identity-provider/metadata.ts';
import { mostMessageBytes } from '../message.ts';
import { nameIdFormat, ns } from '../saml-names.ts';
import type { RefusalReason } from '../saml-refusal.ts';
import { serviceProviderAt } from '../service-provider/service-provider.ts';
import type { Provider, Providers } from '../identity-provider/provider.ts';
import type { BegunExchange } from '../exchange/outgoing.ts';
import type { KeyPair } from '../service-provider/key-pair.ts';
import { encrypted, type Encryption } from '../testing/encrypted.ts';
import { MemoryExchangeStore } from '../testing/memory-exchange-store.ts';
import { oneProvider, usualSettings } from '../testing/one-provider.ts';
import { sha384 } from '../testing/sha384.ts';
import { answer, assertionXml, encoded, goodContent, metadataXml, responseXml, sha1, signed, success, testKeys, type AnswerContent, type Signing } from '../testing/test-identity-provider.ts';
import { SignInExchange, type Beginning } from './sign-in-exchange.ts';
import type { VerifiedAssertion } from './verified-assertion.ts';

const publicUrl = 'https://parvis.example';
const acs = `${publicUrl}/saml/acs`;
const entityId = `${publicUrl}/saml/metadata`;
const ours = testKeys();
const theirs = testKeys();
const another = testKeys();
/** Ours, published already and not used yet. */
const next = testKeys();
const toleranceMs = 90_000;
const minute = 60_000;
const ago = (ms: number) => new Date(Date.now() - ms);

let store: MemoryExchangeStore;
let exchange: SignInExchange;
let provider: ReturnType<typeof providerOf>;
let begun: BegunExchange;
let published: string;

function providerOf(metadata: string, parts: Partial<Provider> = {}) {
  published = metadata;
  return oneProvider({ provider: async () => readIdpMetadata(metadata), lookAgain: async () => (published === metadata ? null : readIdpMetadata(published)) }, parts);
}

const exchangeWith = (providers: Providers) =>
  new SignInExchange({ us: serviceProviderAt(publicUrl, entityId, [ours, next]), providers, store, settings: { publicUrl }, now: () => new Date() });
const signingIn = (returnTo = '/') => ({ returnTo, purpose: 'sign-in', sessionId: null }) as const;

async function start(parts: Partial<Provider> = {}, beginning: Partial<Beginning> = {}): Promise<void> {
  provider = providerOf(metadataXml([theirs]), parts);
  exchange = exchangeWith(provider);
  begun = await exchange.begin(provider, { ...signingIn('/ideas?sort=new'), ...beginning });
}

beforeEach(async () => {
  store = new MemoryExchangeStore(() => new Date());
  await start();
});

const good = (changes: Partial<AnswerContent> = {}): AnswerContent => ({ ...goodContent({ requestId: begun.requestId, acs, audience: entityId }), ...changes });
const sameBrowser = () => begun.browserSecret;
const finish = (xml: string, secretFor: (id: string) => string | undefined = sameBrowser, relayState?: string) =>
  exchange.finish({ message: encoded(xml), relayState }, secretFor, (assertion) => assertion);

describe('a sign-in', () => {
  it('asks by a signed request that expects the answer here', async () => {
    if (begun.message.by !== 'redirect') throw new Error('expected a redirect');
    const address = new URL(begun.message.location);
    const request = inflateRawSync(Buffer.from(address.searchParams.get('SAMLRequest') ?? '', 'base64')).toString();

    expect(address.href).toMatch(/^https:\/\/idp\.example\/sso\?tenant=1&/);
    expect(address.searchParams.get('SigAlg')).toBe('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256');
    expect(request).toContain(`ID="${begun.requestId}"`);
    expect(request).toContain(`AssertionConsumerServiceURL="${acs}"`);
    expect(request).not.toMatch(/RequestedAuthnContext|ForceAuthn|IsPassive|Format=/);
  });

  it('asks by a form that is not deflated where the identity provider takes nothing else', async () => {
    const posting = providerOf(metadataXml([theirs], { sso: false }));
    const { message } = await exchangeWith(posting).begin(posting, signingIn());
    if (message.by !== 'post') throw new Error('expected a form');
    const request = Buffer.from(message.fields['SAMLRequest'] ?? '', 'base64').toString();
    expect(request).toMatch(/AuthnRequest/);
    expect(request).toMatch(/<ds:Signature|<Signature/);
    expect(request).toMatch(/rsa-sha256/);
  });

  it.each<[string, Signing['sign']]>([
    ['the assertion', 'assertion'],
    ['the assertion and the response', 'both'],
    ['the response alone', 'response'],
  ])('is accepted when %s is signed, and returns to the page first asked for', async (_, sign) => {
    const { used, returnTo } = await finish(answer(good(), { keys: theirs, sign }));

    expect(returnTo).toBe(`${publicUrl}/ideas?sort=new`);
    expect(used).toMatchObject({ nameId: { value: 'p-4711', format: nameIdFormat.persistent }, sessionIndex: '_s1' });
    expect(used.attributes.get('groups')).toEqual(['all-staff', 'it']);
  });

  it.each<[string, Partial<Signing>]>([
    ['SHA-384', sha384],
    // As LemonLDAP::NG does when it is told to sign by SHA-512.
    ['SHA-512, digested with SHA-384', { signatureMethod: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512', digestMethod: sha384.digestMethod }],
  ])('is accepted when it is signed by %s, and by no other key', async (_, how) => {
    const signedBy = (keys: KeyPair) => answer(good(), { keys, sign: 'both', ...how });
    await expect(finish(signedBy(another))).rejects.toMatchObject({ reason: 'signature' });
    await expect(finish(signedBy(theirs).replace('amartin', 'cdupont'))).rejects.toMatchObject({ reason: 'signature' });
    const { used } = await finish(signedBy(theirs));
    expect(used.attributes.get('groups')).toEqual(['all-staff', 'it']);
  });

  it.each<[string, () => Partial<AnswerContent>]>([
    ['a clock that is slow by less than the tolerance', () => ({ notBefore: ago(-(toleranceMs - 10_000)), issuedAt: ago(-(toleranceMs - 10_000)) })],
    ['a clock that is fast by less than the tolerance', () => ({ notOnOrAfter: ago(toleranceMs - 10_000), confirmedUntil: ago(toleranceMs - 10_000) })],
    ['no session index', () => ({ sessionIndex: undefined })],
    ['one time use', () => ({ conditionsXml: '<saml:OneTimeUse/>' })],
  ])('is accepted with %s', async (_, changes) => {
    const { used } = await finish(answer(good(changes()), { keys: theirs }));
    expect(used.nameId.value).toBe('p-4711');
  });

  it('is accepted by a certificate that was published a moment ago', async () => {
    published = metadataXml([theirs, another]);
    await expect(finish(answer(good(), { keys: another }))).resolves.toBeDefined();
  });
});

/** Each makes one thing wrong of what is accepted above. */
const refusals: [string, RefusalReason, () => string][] = [
  ['signed by another key', 'signature', () => answer(good(), { keys: another })],
  ['not signed at all', 'signature', () => answer(good(), { keys: theirs, sign: 'none' })],
  ['with only the response signed, by another key', 'signature', () => answer(good(), { keys: another, sign: 'response' })],
  ['with only the response signed, and its assertion changed', 'signature', () => answer(good(), { keys: theirs, sign: 'response' }).replace('amartin', 'cdupont')],
  ['whose response is signed by another key', 'signature', () => signed(answer(good(), { keys: theirs }), 'Response', { keys: another })],
  ['signed with SHA-1', 'algorithm', () => answer(good(), { keys: theirs, ...sha1 })],
  ['digested with SHA-1', 'algorithm', () => answer(good(), { keys: theirs, digestMethod: sha1.digestMethod })],
  ['with an attribute changed after signing', 'signature', () => answer(good(), { keys: theirs }).replace('amartin', 'cdupont')],
  ['with a signed assertion moved aside for another', 'malformed', wrappedInExtensions],
  ['with a second assertion before the signed one', 'malformed', () => answer(good(), { keys: theirs }).replace('<saml:Assertion', `${assertionXml(good({ assertionId: '_evil' }))}<saml:Assertion`)],
  ['with the signed assertion inside another', 'malformed', nested],
  ['with two elements of one ID', 'signature', () => answer(good(), { keys: theirs }).replace('<samlp:Status>', `<samlp:Status><samlp:StatusDetail ID="_twin"/><samlp:StatusMessage ID="_twin"/>`)],
  ['for another audience', 'audience', () => answer(good({ audience: 'https://other.example' }), { keys: theirs })],
  ['for nobody in particular', 'audience', () => answer(good({ audience: undefined }), { keys: theirs })],
  ['for another destination', 'destination', () => answer(good({ destination: 'https://other.example/acs' }), { keys: theirs })],
  ['without destination', 'destination', () => answer(good({ destination: undefined }), { keys: theirs })],
  ['for another recipient', 'recipient', () => answer(good({ recipient: 'https://other.example/acs' }), { keys: theirs })],
  ['without recipient', 'recipient', () => answer(good({ recipient: undefined }), { keys: theirs })],
  ['from another issuer', 'issuer', () => answer(good({ issuer: 'https://other.example' }), { keys: theirs })],
  ['with an assertion of another issuer', 'issuer', () => answer(good({ assertionIssuer: 'https://other.example' }), { keys: theirs })],
  ['that is over', 'expired', () => answer(good({ notOnOrAfter: ago(toleranceMs + minute) }), { keys: theirs })],
  ['whose subject confirmation is over', 'expired', () => answer(good({ confirmedUntil: ago(toleranceMs + minute) }), { keys: theirs })],
  ['that is not valid yet', 'too-early', () => answer(good({ notBefore: ago(-toleranceMs - minute) }), { keys: theirs })],
  ['that was issued before it was asked for', 'expired', () => answer(good({ issuedAt: ago(toleranceMs + minute) }), { keys: theirs })],
  ['whose assertion was issued before it was asked for', 'expired', () => signedAfter((xml) => xml.replace(/IssueInstant="[^"]*"/, `IssueInstant="${ago(toleranceMs + minute).toISOString()}"`))],
  ['with an empty NameID', 'no-name-id', () => answer(good({ nameIdXml: '<saml:NameID/>' }), { keys: theirs })],
  ['without NameID', 'no-name-id', () => answer(good({ nameIdXml: '' }), { keys: theirs })],
  ['that is held by a key', 'conditions', () => signedAfter((xml) => xml.replace('cm:bearer', 'cm:holder-of-key'))],
  ['of a session that is over', 'expired', () => signedAfter((xml) => xml.replace('<saml:AuthnStatement', `<saml:AuthnStatement SessionNotOnOrAfter="${ago(1000).toISOString()}"`))],
  ['that was issued in the future', 'too-early', () => answer(good({ issuedAt: ago(-toleranceMs - minute) }), { keys: theirs })],
  ['without a time in its conditions', 'conditions', () => answer(good({ notBefore: undefined, notOnOrAfter: undefined }), { keys: theirs })],
  ['without a time in its subject confirmation', 'conditions', () => answer(good({ confirmedUntil: undefined }), { keys: theirs })],
  ['without subject confirmation', 'conditions', () => signedAfter((xml) => xml.replace(/<saml:SubjectConfirmation .*<\/saml:SubjectConfirmation>/, ''))],
  ['without conditions', 'conditions', () => signedAfter((xml) => xml.replace(/<saml:Conditions.*<\/saml:Conditions>/, ''))],
  ['without authentication', 'malformed', () => signedAfter((xml) => xml.replace(/<saml:AuthnStatement.*<\/saml:AuthnStatement>/, ''))],
  ['with a condition that nobody knows', 'conditions', () => answer(good({ conditionsXml: '<x:Moon xmlns:x="urn:x"/>' }), { keys: theirs })],
  ['that answers nothing', 'unsolicited', () => answer(good({ inResponseTo: undefined, confirmedInResponseTo: undefined }), { keys: theirs })],
  ['whose InResponseTo was removed', 'unsolicited', () => answer(good(), { keys: theirs }).replace(/ InResponseTo="[^"]*"(?=>)/, '')],
  ['whose assertion answers nothing', 'unsolicited', () => answer(good({ confirmedInResponseTo: undefined }), { keys: theirs })],
  ['whose assertion answers another request', 'unknown-request', () => answer(good({ confirmedInResponseTo: '_another' }), { keys: theirs })],
  ['to a request that was never made', 'unknown-request', () => answer(good({ inResponseTo: '_never', confirmedInResponseTo: '_never' }), { keys: theirs })],
  ['that says no', 'status', () => answer(good({ statusXml: success.replace('Success', 'Responder') }), { keys: theirs })],
  ['that could not ask', 'no-passive', () => responseXml(good({ statusXml: success.replace('Success"/>', 'Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:NoPassive"/></samlp:StatusCode>') }), '')],
  ['with a document type', 'document-type', () => `<!DOCTYPE r [<!ENTITY who "cdupont">]>${answer(good(), { keys: theirs })}`],
  ['that is no XML', 'malformed', () => 'hello'],
  ['that is cut short', 'malformed', () => answer(good(), { keys: theirs }).slice(0, -20)],
  ['that is encrypted for nobody', 'encrypted', () => responseXml(good(), '<saml:EncryptedAssertion/>')],
  ['that is encrypted for somebody else', 'encrypted', () => encryptedFor(another, { sign: 'assertion' })],
  ['that is encrypted by a cipher of old', 'encrypted', () => encryptedFor(ours, { sign: 'assertion' }).replace('xmlenc11#aes256-gcm', 'xmlenc#tripledes-cbc').replace('2009/', '2001/04/')],
  ['whose key is encrypted by RSA 1.5', 'encrypted', () => encryptedFor(ours, { sign: 'assertion' }).replace('rsa-oaep-mgf1p', 'rsa-1_5')],
  ['whose cipher text was changed', 'encrypted', () => encryptedFor(ours, { sign: 'assertion' }).replace(/(<xenc:CipherValue>.{40})(.)(?=[^<]{2000})/, (_, before: string, sign: string) => `${before}${sign === 'A' ? 'B' : 'A'}`)],
  ['that is encrypted and not signed', 'signature', () => encryptedFor(ours, { sign: 'none' })],
  ['that is encrypted and signed by another key', 'signature', () => encryptedFor(ours, { sign: 'assertion', keys: another })],
  ['that is encrypted and signed with SHA-1', 'algorithm', () => encryptedFor(ours, { sign: 'assertion', ...sha1 })],
  ['with a NameID cut by a comment', 'malformed', () => answer(good({ nameIdXml: `<saml:NameID Format="${nameIdFormat.persistent}">p-<!-- -->4711</saml:NameID>` }), { keys: theirs })],
  ['that is huge', 'too-large', () => answer(good({ attributes: { uid: ['x'.repeat(mostMessageBytes)] } }), { keys: theirs })],
];

describe('an answer is refused', () => {
  it.each(refusals)('%s (%s)', async (_, reason, forge) => {
    await expect(finish(forge())).rejects.toMatchObject({ reason });
    // And for that alone: the same request still takes the good answer.
    await expect(finish(answer(good(), { keys: theirs }))).resolves.toBeDefined();
  });

  it('in another browser', async () => {
    const xml = answer(good(), { keys: theirs });
    await expect(finish(xml, () => undefined)).rejects.toMatchObject({ reason: 'other-browser' });
    await expect(finish(xml, () => 'of another browser')).rejects.toMatchObject({ reason: 'other-browser' });
    await expect(finish(xml)).resolves.toBeDefined();
  });

  it('the second time', async () => {
    const xml = answer(good(), { keys: theirs });
    await finish(xml);
    await expect(finish(xml)).rejects.toMatchObject({ reason: 'replayed' });
  });

  it('when its assertion has served for another request', async () => {
    const first = good();
    await finish(answer(first, { keys: theirs }));
    begun = await exchange.begin(provider, signingIn());
    await expect(finish(answer(good({ assertionId: first.assertionId }), { keys: theirs }))).rejects.toMatchObject({ reason: 'replayed' });
  });

  it('one time in two when both come at once', async () => {
    const xml = answer(good(), { keys: theirs });
    const outcomes = await Promise.allSettled([finish(xml), finish(xml)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('after the request has expired', async () => {
    const xml = answer(good(), { keys: theirs });
    const request = await store.find(begun.requestId);
    if (!request) throw new Error('expected a request');
    await store.remember({ ...request, expiresAt: new Date() });
    await expect(finish(xml)).rejects.toMatchObject({ reason: 'unknown-request' });
  });

  it('without being used up when nobody can be made of it', async () => {
    const xml = answer(good(), { keys: theirs });
    const refuse = (_: VerifiedAssertion) => {
      throw new Error('nobody');
    };
    await expect(exchange.finish({ message: encoded(xml) }, sameBrowser, refuse)).rejects.toThrow('nobody');
    await expect(finish(xml)).resolves.toBeDefined();
  });
});

describe('an encrypted answer', () => {
  it.each<[string, () => string]>([
    ['its assertion signed', () => encryptedFor(ours, { sign: 'assertion' })],
    ['the response signed', () => encryptedFor(ours, { sign: 'response' })],
    ['both signed', () => encryptedFor(ours, { sign: 'both' })],
    ['our next key', () => encryptedFor(next, { sign: 'assertion' })],
    ['AES of 128 bits in blocks', () => encryptedFor(ours, { sign: 'assertion' }, { cipher: 'aes-128-cbc' })],
    ['AES of 256 bits in blocks', () => encryptedFor(ours, { sign: 'assertion' }, { cipher: 'aes-256-cbc' })],
    ['the key wrapped as in XML Encryption 1.1', () => encryptedFor(ours, { sign: 'assertion' }, { wrap: 'oaep11' })],
    ['the key beside the data', () => encryptedFor(ours, { sign: 'assertion' }, { keyBeside: true })],
  ])('is accepted with %s', async (_, make) => {
    const { used } = await finish(make());
    expect(used.attributes.get('uid')).toEqual(['amartin']);
  });
});

describe('an answer that nobody asked for', () => {
  const unsolicited = (changes: Partial<AnswerContent> = {}) => good({ inResponseTo: undefined, confirmedInResponseTo: undefined, ...changes });
  beforeEach(() => start({ settings: { ...usualSettings, acceptsUnsolicited: true } }));

  it('is accepted where the company chose so, once, and leads to no place but ours', async () => {
    const xml = answer(unsolicited(), { keys: theirs });
    const { returnTo, request } = await finish(xml, () => undefined, 'https://evil.example/');
    expect([returnTo, request]).toEqual([`${publicUrl}/`, null]);
    await expect(finish(xml)).rejects.toMatchObject({ reason: 'replayed' });
    expect((await finish(answer(unsolicited(), { keys: theirs }), () => undefined, '/ideas')).returnTo).toBe(`${publicUrl}/ideas`);
  });

  it.each<[string, RefusalReason, () => string]>([
    ['whose assertion answers a request', 'unknown-request', () => answer(unsolicited({ confirmedInResponseTo: begun.requestId }), { keys: theirs })],
    ['that is not of now', 'expired', () => answer(unsolicited({ issuedAt: ago(5 * minute + toleranceMs + 1_000) }), { keys: theirs })],
    ['of somebody whom nobody knows', 'issuer', () => answer(unsolicited({ issuer: 'https://other.example', assertionIssuer: 'https://other.example' }), { keys: theirs })],
    ['without issuer', 'unsolicited', () => answer(unsolicited(), { keys: theirs }).replace(/<saml:Issuer>[^<]*<\/saml:Issuer>/, '')],
    ['that is signed by another key', 'signature', () => answer(unsolicited(), { keys: another })],
  ])('is refused %s (%s)', async (_, reason, forge) => {
    await expect(finish(forge())).rejects.toMatchObject({ reason });
  });
});

describe('an identity provider that is not enabled', () => {
  it('lets nobody in, and may be tried', async () => {
    await start({ isEnabled: false });
    await expect(finish(answer(good(), { keys: theirs }))).rejects.toMatchObject({ reason: 'issuer', request: { purpose: 'sign-in' } });
    await start({ isEnabled: false }, { purpose: 'test', sessionId: '0190d6a0-0000-7000-8000-000000000001' });
    const { request } = await finish(answer(good(), { keys: theirs }));
    expect(request).toMatchObject({ purpose: 'test', sessionId: '0190d6a0-0000-7000-8000-000000000001' });
  });
});

describe('a confirmation', () => {
  it('asks the identity provider not to remember', async () => {
    await start({}, { purpose: 'confirmation' });
    if (begun.message.by !== 'redirect') throw new Error('expected a redirect');
    const request = inflateRawSync(Buffer.from(new URL(begun.message.location).searchParams.get('SAMLRequest') ?? '', 'base64')).toString();
    expect(request).toContain('ForceAuthn="true"');
  });
});

/** An answer whose assertion is encrypted once it is signed; a signature of the response covers the encrypted form. */
function encryptedFor(reader: KeyPair, { sign, keys = theirs, ...how }: Partial<Signing> & Pick<Signing, 'sign'>, encryption: Partial<Encryption> = {}): string {
  const inner = sign === 'assertion' || sign === 'both';
  const plain = answer(good(), { keys, sign: inner ? 'assertion' : 'none', ...how });
  const [assertion = ''] = /<saml:Assertion.*<\/saml:Assertion>/s.exec(plain) ?? [];
  const xml = plain.replace(assertion, encrypted(assertion, reader, encryption));
  return sign === 'response' || sign === 'both' ? signed(xml, 'Response', { keys, ...how }) : xml;
}

/** Signs an assertion after changing it. */
function signedAfter(change: (xml: string) => string): string {
  return signed(responseXml(good(), change(assertionXml(good()))), 'Assertion', { keys: theirs });
}

/** XML signature wrapping: the signed assertion goes where nobody looks, an assertion of the attacker's takes its place. */
function wrappedInExtensions(): string {
  const genuine = answer(good(), { keys: theirs });
  const [assertion = ''] = /<saml:Assertion.*<\/saml:Assertion>/s.exec(genuine) ?? [];
  const forged = assertionXml(good({ attributes: { uid: ['cdupont'] }, assertionId: '_evil' }));
  return genuine.replace(assertion, `<samlp:Extensions xmlns:samlp="${ns.protocol}">${assertion}</samlp:Extensions>${forged}`);
}

function nested(): string {
  const genuine = answer(good(), { keys: theirs });
  const [assertion = ''] = /<saml:Assertion.*<\/saml:Assertion>/s.exec(genuine) ?? [];
  const forged = assertionXml(good({ attributes: { uid: ['cdupont'] }, assertionId: '_evil' })).replace('</saml:Assertion>', `<saml:Advice>${assertion}</saml:Advice></saml:Assertion>`);
  return genuine.replace(assertion, forged);
}
