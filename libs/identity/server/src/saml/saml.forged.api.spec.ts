import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config, createApplication, dataSourceOf, newId, platformDomain } from '@parvis/platform/server';
import { identityDomain } from '../identity.domain.ts';
import { aPerson } from '../testing/person.builder.ts';
import { TestApi } from '../testing/test-api.ts';
import { mostMessageBytes } from './message.ts';
import { ns } from './saml-names.ts';
import type { RefusalReason } from './saml-refusal.ts';
import { Forge, inObject } from './testing/forgeries.ts';
import { encoded, metadataXml, redirected, sha1, signed, success, testIdp, testKeys } from './testing/test-identity-provider.ts';
import { requestIdIn, TestBrowser } from './testing/test-browser.ts';

const publicUrl = 'http://localhost:3000';
const domains = [platformDomain, identityDomain];
const [theirs, lyons] = [testKeys(), testKeys()];
const lyon = 'https://sso.lyon.example/metadata';
const minute = 60_000;
const ago = (ms: number) => new Date(Date.now() - ms);
const inMs = (ms: number) => new Date(Date.now() + ms);

let api: TestApi;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-forged-'));
  writeFileSync(join(folder, 'idp.xml'), metadataXml([theirs]));
  env = { PARVIS_URL: publicUrl, PARVIS_DATA_DIR: folder, SAML_IDP_METADATA: join(folder, 'idp.xml') };
  api = await TestApi.start(domains, { env });
  await new TestBrowser(api.url).begin();
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

/** What a refused message must leave as it was, and the line that it must leave behind. */
async function state(): Promise<{ sessions: number; people: number; refusals: { reason: string; reference: string }[] }> {
  const [row] = await api.manager.query(`SELECT (SELECT count(*)::int FROM session) AS sessions, (SELECT count(*)::int FROM person) AS people`);
  const entries = await api.manager.query(`SELECT action, details FROM audit_entry WHERE area = 'sign-in' AND action <> 'sign-in.accepted' ORDER BY number`);
  expect(entries.every(({ action }: { action: string }) => action === 'sign-in.refused')).toBe(true);
  return { ...row, refusals: entries.map(({ details }: { details: { reason: string; reference: string } }) => details) };
}

/** Sends a message that must be refused for that reason, and nothing else happen. */
async function refused(reason: RefusalReason | RegExp, message: () => Promise<Response>): Promise<void> {
  const before = await state();
  const response = await message();
  const html = await response.text();
  const after = await state();
  expect({ status: Math.floor(response.status / 100), reason: after.refusals.at(-1)?.reason }).toEqual({ status: 4, reason: typeof reason === 'string' ? reason : expect.stringMatching(reason) });
  expect(after.refusals).toHaveLength(before.refusals.length + 1);
  expect(html).toContain(after.refusals.at(-1)?.reference);
  expect({ ...after, refusals: [] }).toEqual({ ...before, refusals: [] });
  expect(response.headers.getSetCookie().filter((line) => /^(__Host-)?parvis=[^;]/.test(line))).toEqual([]);
  expect(response.headers.get('location')).toBeNull();
}

async function begun(): Promise<{ browser: TestBrowser; forge: Forge }> {
  const browser = new TestBrowser(api.url);
  return { browser, forge: new Forge(await browser.begin('/saml/login?returnTo=/ideas'), { theirs, publicUrl, folder }) };
}

/** The good answer to the same request is still good, so that what was refused was refused for its one fault. */
async function stillGood(browser: TestBrowser, forge: Forge): Promise<void> {
  expect((await browser.session()).status).toBe(401);
  expect((await browser.post(encoded(forge.said()))).status).toBe(303);
  expect((await browser.session()).status).toBe(200);
}

type Row = [string, RefusalReason | RegExp, (forge: Forge) => string];

const contents: Row[] = [
  ['of another issuer', 'issuer', (f) => f.said({ issuer: 'https://evil.example' })],
  ['without issuer', 'issuer', (f) => f.tampered((xml) => xml.replace(/<saml:Issuer>[^<]*<\/saml:Issuer>(?=<samlp:Status>)/, ''))],
  ['with two issuers', 'issuer', (f) => f.tampered((xml) => xml.replace('<samlp:Status>', '<saml:Issuer>https://evil.example</saml:Issuer><samlp:Status>'))],
  ['whose assertion is of another issuer', 'issuer', (f) => f.said({ assertionIssuer: 'https://evil.example' })],
  ['whose assertion has no issuer', 'issuer', (f) => f.said({ assertionIssuer: '' })],
  ['for another recipient', 'recipient', (f) => f.said({ recipient: 'https://other.example/saml/acs' })],
  ['for a recipient that differs by its port', 'recipient', (f) => f.said({ recipient: 'http://localhost:3001/saml/acs' })],
  ['without recipient', 'recipient', (f) => f.said({ recipient: undefined })],
  ['for another destination', 'destination', (f) => f.said({ destination: 'https://other.example/saml/acs' })],
  ['for our page of signing out', 'destination', (f) => f.said({ destination: `${publicUrl}/saml/slo` })],
  ['without destination', 'destination', (f) => f.said({ destination: undefined })],
  ['with an empty destination', 'destination', (f) => f.said({ destination: '' })],
  ['for another audience', 'audience', (f) => f.said({ audience: 'https://other.example' })],
  ['for an audience that begins as we do', 'audience', (f) => f.said({ audience: `${publicUrl}/saml/metadata.evil.example` })],
  ['without audience', 'audience', (f) => f.said({ audience: undefined })],
  ['for an audience beside ours that must hold too', 'audience', (f) => f.said({ conditionsXml: '<saml:AudienceRestriction><saml:Audience>https://other.example</saml:Audience></saml:AudienceRestriction>' })],
  ['whose confirmation is over', 'expired', (f) => f.said({ confirmedUntil: ago(5 * minute) })],
  ['whose confirmation has no end', 'conditions', (f) => f.said({ confirmedUntil: undefined })],
  ['whose confirmation has not begun', 'too-early', (f) => f.assertion((xml) => xml.replace('<saml:SubjectConfirmationData', `<saml:SubjectConfirmationData NotBefore="${inMs(5 * minute).toISOString()}"`))],
  ['without confirmation', 'conditions', (f) => f.assertion((xml) => xml.replace(/<saml:SubjectConfirmation .*<\/saml:SubjectConfirmation>/, ''))],
  ['whose confirmation says nothing', 'conditions', (f) => f.assertion((xml) => xml.replace(/<saml:SubjectConfirmationData[^>]*\/>/, ''))],
  ['held by a key', 'conditions', (f) => f.assertion((xml) => xml.replace('cm:bearer', 'cm:holder-of-key'))],
  ['vouched for by its sender', 'conditions', (f) => f.assertion((xml) => xml.replace('cm:bearer', 'cm:sender-vouches'))],
  ['without subject', 'malformed', (f) => f.assertion((xml) => xml.replace(/<saml:Subject>.*<\/saml:Subject>/, ''))],
  ['with two subjects', 'malformed', (f) => f.assertion((xml) => xml.replace('<saml:Conditions', '<saml:Subject><saml:NameID>p-1</saml:NameID></saml:Subject><saml:Conditions'))],
  ['without conditions', 'conditions', (f) => f.assertion((xml) => xml.replace(/<saml:Conditions.*<\/saml:Conditions>/, ''))],
  ['with conditions without times', 'conditions', (f) => f.said({ notBefore: undefined, notOnOrAfter: undefined })],
  ['with conditions that are over', 'expired', (f) => f.said({ notOnOrAfter: ago(5 * minute) })],
  ['with conditions that have not begun', 'too-early', (f) => f.said({ notBefore: inMs(5 * minute) })],
  ['with a time without zone', 'malformed', (f) => f.assertion((xml) => xml.replace(/(<saml:Conditions.* NotOnOrAfter="[^"]*)Z"/, '$1"'))],
  ['with a time that is none', 'malformed', (f) => f.assertion((xml) => xml.replace(/(<saml:Conditions.* NotOnOrAfter=")[^"]*"/, '$1tomorrow"'))],
  ['with a condition that nobody knows', 'conditions', (f) => f.said({ conditionsXml: '<evil:Moon xmlns:evil="urn:evil"/>' })],
  ['that says no', 'status', (f) => f.said({ statusXml: success.replace('Success', 'Requester') })],
  ['that says no, and yes inside', 'status', (f) => f.said({ statusXml: success.replace('Success"/>', `Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:StatusCode>`) })],
  ['that says neither yes nor no', 'malformed', (f) => f.said({ statusXml: '' })],
  ['of a session that is over', 'expired', (f) => f.assertion((xml) => xml.replace('<saml:AuthnStatement', `<saml:AuthnStatement SessionNotOnOrAfter="${ago(1_000).toISOString()}"`))],
  ['where nobody was authenticated', 'malformed', (f) => f.assertion((xml) => xml.replace(/<saml:AuthnStatement.*<\/saml:AuthnStatement>/, ''))],
  ['where somebody was authenticated at no time', 'malformed', (f) => f.assertion((xml) => xml.replace(/ AuthnInstant="[^"]*"/, ''))],
  ['where somebody will be authenticated', 'too-early', (f) => f.said({ authenticatedAt: inMs(10 * minute) })],
  ['without NameID', 'no-name-id', (f) => f.said({ nameIdXml: '' })],
  ['with an empty NameID', 'no-name-id', (f) => f.said({ nameIdXml: '<saml:NameID/>' })],
  ['with a NameID of spaces', 'no-name-id', (f) => f.said({ nameIdXml: '<saml:NameID> \n </saml:NameID>' })],
  ['with an encrypted NameID', 'no-name-id', (f) => f.said({ nameIdXml: '<saml:EncryptedID/>' })],
  ['with a NameID of another namespace', 'no-name-id', (f) => f.said({ nameIdXml: '<saml:NameID xmlns:saml="urn:evil">p-4711</saml:NameID>' })],
  ['issued before it was asked for', 'expired', (f) => f.said({ issuedAt: ago(10 * minute) })],
  ['whose assertion was issued before it was asked for', 'expired', (f) => f.assertion((xml) => xml.replace(/IssueInstant="[^"]*"/, `IssueInstant="${ago(10 * minute).toISOString()}"`))],
  ['issued tomorrow', 'too-early', (f) => f.said({ issuedAt: inMs(24 * 60 * minute) })],
  ['issued at no time', 'malformed', (f) => f.tampered((xml) => xml.replace(/ IssueInstant="[^"]*"/, ''))],
  ['of SAML 1.1', 'malformed', (f) => f.tampered((xml) => xml.replace('Version="2.0"', 'Version="1.1"'))],
  ['to a request that was never made', 'unknown-request', (f) => f.said({ inResponseTo: '_never', confirmedInResponseTo: '_never' })],
  ['to nothing', 'unsolicited', (f) => f.said({ inResponseTo: undefined, confirmedInResponseTo: undefined })],
  ['whose InResponseTo was removed', 'unsolicited', (f) => f.tampered((xml) => xml.replace(/ InResponseTo="[^"]*"(?=>)/, ''))],
  ['whose confirmation answers nothing', 'unsolicited', (f) => f.said({ confirmedInResponseTo: undefined })],
  ['whose InResponseTo was changed', 'unknown-request', (f) => f.said({ confirmedInResponseTo: '_another' })],
];

const signatures: Row[] = [
  ['signed by nobody', 'signature', (f) => f.said({}, { sign: 'none' })],
  ['signed by the attacker', 'signature', (f) => f.said({}, { keys: f.attacker })],
  ['signed by the attacker as a response', 'signature', (f) => f.said({}, { keys: f.attacker, sign: 'response' })],
  ['signed well inside, by the attacker outside', 'signature', (f) => signed(f.said(), 'Response', { keys: f.attacker })],
  ['signed with SHA-1', 'algorithm', (f) => f.said({}, sha1)],
  ['signed with SHA-1 as a response', 'algorithm', (f) => f.said({}, { ...sha1, sign: 'response' })],
  ['digested with SHA-1', 'algorithm', (f) => f.said({}, { digestMethod: sha1.digestMethod })],
  ['whose signature is by SHA-1', 'algorithm', (f) => f.said({}, { signatureMethod: sha1.signatureMethod })],
  ['signed with SHA-1 outside and well inside', 'algorithm', (f) => signed(f.said(), 'Response', { keys: f.keys, ...sha1 })],
  ['signed with MD5', 'algorithm', (f) => f.tampered((xml) => xml.replace('2001/04/xmldsig-more#rsa-sha256', '2001/04/xmldsig-more#rsa-md5'))],
  ['signed with the public key for a secret', 'algorithm', (f) => f.signedAs({ hmac: true })],
  ['that brings the key of the attacker', 'signature', (f) => f.said({}, { keys: f.attacker }).replace('</Signature>', `<KeyInfo><X509Data><X509Certificate>${f.attacker.certificate.replace(/-----[A-Z ]+-----|\s/g, '')}</X509Certificate></X509Data></KeyInfo></Signature>`)],
  ['whose person was changed', 'signature', (f) => f.tampered((xml) => xml.replace('amartin', 'cdupont'))],
  ['whose roles were changed', 'signature', (f) => f.tampered((xml) => xml.replace('all-staff', 'hr'))],
  ['whose signature was cut', 'signature', (f) => f.tampered((xml) => xml.replace(/<SignatureValue>[^<]{20}/, '<SignatureValue>'))],
  ['whose signature is empty', 'signature', (f) => f.tampered((xml) => xml.replace(/<SignatureValue>[^<]*/, '<SignatureValue>'))],
  ['whose digest is empty', 'signature', (f) => f.tampered((xml) => xml.replace(/<DigestValue>[^<]*/, '<DigestValue>'))],
  ['whose digest is another', 'signature', (f) => f.tampered((xml) => xml.replace(/<DigestValue>[^<]*/, '<DigestValue>AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='))],
  ['with two digests', 'signature', (f) => f.tampered((xml) => xml.replace('</DigestValue>', '</DigestValue><DigestValue>AAAA</DigestValue>'))],
  ['signed over two parts', 'signature', (f) => f.signedAs({ twice: true })],
  ['signed over nothing', 'signature', (f) => f.tampered((xml) => xml.replace(/<Reference.*<\/Reference>/s, ''))],
  ['signed over what is not there', 'signature', (f) => f.signedAs({ uri: '#_nowhere' })],
  ['signed over an empty address', 'signature', (f) => f.signedAs({ uri: '' })],
  ['signed over a file', 'signature', (f) => f.signedAs({ uri: 'file:///etc/passwd' })],
  ['signed over an XPath', 'signature', (f) => f.signedAs({ uri: `#_x'] | //*[local-name()='Assertion` })],
  ['transformed by XSLT', 'algorithm', (f) => f.tampered((xml) => xml.replace('http://www.w3.org/2001/10/xml-exc-c14n#"/></Transforms>', 'http://www.w3.org/TR/1999/REC-xslt-19991116"><xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"/></Transform></Transforms>'))],
  ['transformed by XPath', 'algorithm', (f) => f.tampered((xml) => xml.replace('http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/TR/1999/REC-xpath-19991116'))],
  ['transformed from base64', 'algorithm', (f) => f.tampered((xml) => xml.replace('http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2000/09/xmldsig#base64'))],
  ['transformed too often', 'signature', (f) => f.tampered((xml) => xml.replace('</Transforms>', '<Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></Transforms>'))],
  ['whose signature is of another namespace', 'signature', (f) => f.tampered((xml) => xml.replace(`<Signature xmlns="${ns.signature}"`, '<Signature xmlns="urn:evil"'))],
  ['with a signature where none belongs', 'signature', (f) => f.tampered((xml) => xml.replace('<samlp:Status>', `<samlp:Status>${f.wrapping().signature}`))],
  ['with two signatures on one assertion', 'signature', (f) => f.tampered((xml) => xml.replace(/(<Signature.*<\/Signature>)/s, '$1$1'))],
];

const wrapped: Row[] = [
  ['the signed response in the signature of another (1)', /malformed|signature/, (f) => f.wrappedResponse((signature, genuine) => signature.replace('</Signature>', `${inObject(genuine)}</Signature>`))],
  ['the signed response before its signature in another (2)', /malformed|signature/, (f) => f.wrappedResponse((signature, genuine) => `${genuine}${signature}`)],
  ['another assertion before the signed one (3)', 'malformed', (f) => f.tampered((xml) => xml.replace('<saml:Assertion', `${f.wrapping().forged()}<saml:Assertion`))],
  ['another assertion after the signed one (3)', 'malformed', (f) => f.tampered((xml) => xml.replace('</samlp:Response>', `${f.wrapping().forged()}</samlp:Response>`))],
  ['the signed assertion inside another (4)', 'malformed', (f) => rewrapped(f, ({ genuine, forged }) => forged(genuine))],
  ['the signed assertion as advice (4)', 'malformed', (f) => rewrapped(f, ({ genuine, forged }) => forged(`<saml:Advice>${genuine}</saml:Advice>`))],
  ['its signature on another, itself at the end (5)', 'malformed', (f) => rewrapped(f, ({ bare, signature, forged }) => `${forged(signature)}${bare}`)],
  ['its signature on another, itself in the signature (6)', 'malformed', (f) => rewrapped(f, ({ bare, signature, forged }) => forged(signature.replace('</Signature>', `${bare}</Signature>`)))],
  ['another among the extensions (7)', 'malformed', (f) => f.tampered((xml) => xml.replace('<samlp:Status>', `<samlp:Extensions>${f.wrapping().forged()}</samlp:Extensions><samlp:Status>`))],
  ['itself among the extensions (7)', 'malformed', (f) => rewrapped(f, ({ genuine, forged }) => `<samlp:Extensions>${genuine}</samlp:Extensions>${forged()}`)],
  ['itself as an object in the signature of another (8)', 'malformed', (f) => rewrapped(f, ({ bare, signature, forged }) => forged(signature.replace('</Signature>', `${inObject(bare)}</Signature>`)))],
  ['another of the same ID', 'malformed', (f) => rewrapped(f, ({ genuine, forged }) => `${forged().replace('_evil', / ID="([^"]*)"/.exec(genuine)?.[1] ?? '')}${genuine}`)],
  ['another in its place', 'signature', (f) => f.said({}, { sign: 'response' }).replace(/<saml:Assertion.*<\/saml:Assertion>/s, f.wrapping().forged())],
  ['the signed assertion without its response', 'malformed', (f) => f.wrapping().genuine],
  ['two elements of one ID', 'signature', (f) => f.tampered((xml) => xml.replace('<samlp:Status>', '<samlp:Status><samlp:StatusMessage ID="_a"/><samlp:StatusDetail Id="_a"/>'))],
  ['two responses, one in the other', 'malformed', (f) => f.tampered((xml) => xml.replace('</samlp:Response>', `${f.said()}</samlp:Response>`))],
];

function rewrapped(forge: Forge, place: (parts: ReturnType<Forge['wrapping']>) => string): string {
  const parts = forge.wrapping();
  return parts.good.replace(parts.genuine, () => place(parts));
}

const writing: Row[] = [
  ['a document type', 'document-type', (f) => `<!DOCTYPE r>${f.said()}`],
  ['an entity', 'document-type', (f) => `<!DOCTYPE r [<!ENTITY who "cdupont">]>${f.tampered((xml) => xml.replace('amartin', '&who;'))}`],
  ['an entity that reads a file', 'document-type', (f) => `<!DOCTYPE r [<!ENTITY who SYSTEM "file:///etc/passwd">]>${f.tampered((xml) => xml.replace('amartin', '&who;'))}`],
  ['entities of entities', 'document-type', (f) => `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${f.said()}`],
  ['an entity that nobody declared', 'malformed', (f) => f.tampered((xml) => xml.replace('amartin', '&who;'))],
  ['a comment in the NameID', 'malformed', (f) => f.tampered((xml) => xml.replace('p-4711', 'p-4711<!-- -->.evil'))],
  ['a comment in an attribute', 'malformed', (f) => f.tampered((xml) => xml.replace('amartin', 'a<!-- -->martin'))],
  ['a comment in the issuer', 'malformed', (f) => f.tampered((xml) => xml.replace(testIdp, `${testIdp}<!-- -->`))],
  ['a processing instruction', 'malformed', (f) => f.tampered((xml) => xml.replace('amartin', 'a<?x?>martin'))],
  ['a CDATA section', 'malformed', (f) => f.tampered((xml) => xml.replace('amartin', '<![CDATA[amartin]]>'))],
  ['another namespace for its elements', 'malformed', (f) => f.tampered((xml) => xml.replace(`xmlns:samlp="${ns.protocol}"`, 'xmlns:samlp="urn:evil"'))],
  ['another namespace for its assertion', 'malformed', (f) => f.tampered((xml) => xml.replace(/(<saml:Assertion xmlns:saml=")[^"]*/, '$1urn:evil'))],
  ['a prefix that nobody declared', 'malformed', (f) => f.tampered((xml) => xml.replace('<samlp:Status>', '<samlp:Status><evil:x/>'))],
  ['an attribute twice', 'malformed', (f) => f.tampered((xml) => xml.replace('Version="2.0"', 'Version="2.0" Version="2.0"'))],
  ['two roots', 'malformed', (f) => `${f.said()}${f.said()}`],
  ['words behind its end', 'malformed', (f) => `${f.said()}evil`],
  ['no end', 'malformed', (f) => f.said().slice(0, -12)],
  ['another declared encoding', 'malformed', (f) => `<?xml version="1.0" encoding="UTF-7"?>${f.said()}`],
  ['a thousand floors', 'malformed', (f) => f.tampered((xml) => xml.replace('</samlp:Status>', `</samlp:Status>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`))],
];

const sealed: Row[] = [
  ['signed by nobody', 'signature', (f) => f.sealed(f.wrapping().forged())],
  ['signed by the attacker', 'signature', (f) => f.sealed(f.signedAssertion({}, f.attacker))],
  ['beside one that is signed', 'malformed', (f) => f.sealed(f.wrapping().forged()).replace('</samlp:Response>', `${f.signedAssertion()}</samlp:Response>`)],
  ['and swapped in a signed response', 'signature', (f) => f.said({}, { sign: 'response' }).replace(/<saml:Assertion.*<\/saml:Assertion>/s, () => /<saml:EncryptedAssertion.*<\/saml:EncryptedAssertion>/s.exec(f.sealed(f.signedAssertion()))?.[0] ?? '')],
  ['twice', 'malformed', (f) => f.sealed(f.signedAssertion(), { change: (xml) => xml + xml })],
  ['with its key by RSA 1.5', 'encrypted', (f) => f.sealed(f.signedAssertion(), { change: (xml) => xml.replace('rsa-oaep-mgf1p', 'rsa-1_5') })],
  ['by Triple DES', 'encrypted', (f) => f.sealed(f.signedAssertion(), { change: (xml) => xml.replace('http://www.w3.org/2009/xmlenc11#aes256-gcm', 'http://www.w3.org/2001/04/xmlenc#tripledes-cbc') })],
  ['and changed in its blocks', 'encrypted', (f) => f.sealed('x'.repeat(2_000), { by: { cipher: 'aes-256-cbc' }, change: (xml) => xml.replace(/(<xenc:CipherValue>[^<]{40})[^<]{64}(?=[^<]{1000})/, `$1${'A'.repeat(64)}`) })],
  ['of an assertion for another audience', 'audience', (f) => f.sealed(f.signedAssertion({ audience: 'https://other.example' }))],
  ['of one to another request', 'unknown-request', (f) => f.sealed(f.signedAssertion({ confirmedInResponseTo: '_another' }))],
  ['of a whole response', 'encrypted', (f) => f.sealed(f.said())],
  ['of something with a document type', 'encrypted', (f) => f.sealed(`<!DOCTYPE r>${f.signedAssertion()}`)],
  ['of words', 'encrypted', (f) => f.sealed('evil')],
  ['without cipher text', 'encrypted', (f) => f.sealed(f.signedAssertion(), { change: (xml) => xml.replace(/<xenc:CipherValue>[^<]*/g, '<xenc:CipherValue>') })],
];

describe.each<[string, Row[]]>([
  ['an answer', contents],
  ['an answer', signatures],
  ['an answer in which stands', wrapped],
  ['an answer with', writing],
  ['an encrypted assertion', sealed],
])('%s', (_, rows) => {
  it.each(rows)('%s is refused (%s)', async (_name, reason, message) => {
    const { browser, forge } = await begun();
    await refused(reason, () => browser.post(encoded(message(forge))));
    await stillGood(browser, forge);
  });
});

describe('an answer that is carried', () => {
  const form = (fields: [string, string][], headers: Record<string, string> = {}): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });
  const carried: [string, RefusalReason, (forge: Forge) => RequestInit][] = [
    ['twice in one form', 'malformed', (f) => form([['SAMLResponse', encoded(f.said())], ['SAMLResponse', encoded(f.wrapping().good.replace('amartin', 'cdupont'))]])],
    ['under no name', 'malformed', (f) => form([['samlresponse', encoded(f.said())]])],
    ['as a list', 'malformed', (f) => form([['SAMLResponse[]', encoded(f.said())]])],
    ['as JSON', 'malformed', (f) => ({ method: 'POST', body: JSON.stringify({ SAMLResponse: encoded(f.said()) }), headers: { 'content-type': 'application/json' } })],
    ['as plain text', 'malformed', (f) => form([['SAMLResponse', encoded(f.said())]], { 'content-type': 'text/plain' })],
    ['deflated', 'malformed', (f) => form([['SAMLResponse', deflateRawSync(f.said()).toString('base64')]])],
    ['without base64', 'malformed', (f) => form([['SAMLResponse', f.said()]])],
    ['in base64 twice', 'malformed', (f) => form([['SAMLResponse', encoded(encoded(f.said()))]])],
    ['in the alphabet of addresses', 'malformed', (f) => form([['SAMLResponse', `${encoded(f.said()).replace(/=+$/, '')}-_`]])],
    ['with something behind its padding', 'malformed', (f) => form([['SAMLResponse', `${encoded(`${f.said()}\n`.padEnd(9_001))}==AAAA`]])],
    ['in UTF-16', 'malformed', (f) => form([['SAMLResponse', Buffer.from(`\uFEFF${f.said()}`, 'utf16le').toString('base64')]])],
    ['in Latin-1', 'malformed', (f) => form([['SAMLResponse', Buffer.from(f.said({ attributes: { uid: ['amartin'], sn: ['Élodie'] } }), 'latin1').toString('base64')]])],
    ['with a NUL', 'malformed', (f) => form([['SAMLResponse', encoded(f.tampered((xml) => xml.replace('<samlp:Status>', '\u0000<samlp:Status>')))]])],
    ['in a form that is too large', 'too-large', (f) => form([['SAMLResponse', encoded(f.said())], ['filler', 'x'.repeat(mostMessageBytes)]])],
    ['in a field that is too large', 'too-large', () => form([['SAMLResponse', 'A'.repeat(mostMessageBytes + 4)]])],
  ];
  it.each(carried)('%s is refused (%s)', async (_, reason, message) => {
    const { browser, forge } = await begun();
    await refused(reason, () => browser.request('/saml/acs', message(forge)));
    await stillGood(browser, forge);
  });

  it('in pieces whose length nobody told is refused once it is too large', async () => {
    const { browser, forge } = await begun();
    await refused('too-large', () => inPieces(browser, mostMessageBytes + 1));
    await stillGood(browser, forge);
  });

  it('in a request that says it is too large is refused unread', async () => {
    await refused('too-large', () => announced(mostMessageBytes + 1));
  });
});

describe('an answer that has served', () => {
  it('is refused from the same browser, another one, and by another process', async () => {
    const { browser, forge } = await begun();
    const message = encoded(forge.said());
    expect((await browser.post(message)).status).toBe(303);
    await refused(/replayed|other-browser/, () => browser.post(message));
    await refused('other-browser', () => new TestBrowser(api.url).post(message));

    const dataSource = await dataSourceOf(domains, (api.dataSource.options as { url: string }).url, { poolSize: 2 }).initialize();
    const app = await createApplication({ config: Config.of({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...env }), dataSource, domains, logTo: { write: () => undefined } });
    try {
      await app.listen(0, '127.0.0.1');
      const there = new TestBrowser(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);
      for (const [name, value] of browser.cookies) there.cookies.set(name, value);
      await refused(/replayed|other-browser/, () => there.post(message));
    } finally {
      await app.close();
      await dataSource.destroy();
    }
  });

  it('is refused with the cookie that the browser was told to forget', async () => {
    const { browser, forge } = await begun();
    const held = [...browser.cookies];
    const message = encoded(forge.said());
    expect((await browser.post(message)).status).toBe(303);
    const kept = new TestBrowser(api.url);
    for (const [name, value] of held) kept.cookies.set(name, value);
    await refused('replayed', () => kept.post(message));
  });

  it('is refused for another request, with its assertion', async () => {
    const { browser, forge } = await begun();
    const said = forge.said();
    expect((await browser.post(encoded(said))).status).toBe(303);
    const second = await begun();
    await refused('unknown-request', () => second.browser.post(encoded(said.replace(forge.requestId, second.forge.requestId))));
    await stillGood(second.browser, second.forge);
  });

  it('is refused in the browser of somebody else, before it has served', async () => {
    const { browser, forge } = await begun();
    await refused('other-browser', () => new TestBrowser(api.url).post(encoded(forge.said())));
    await stillGood(browser, forge);
  });
});

describe('an answer of another identity provider', () => {
  const connect = async (): Promise<string> => {
    await api.manager.query('DELETE FROM identity_provider');
    const it_ = api.confirmed(await aPerson().being('it').save(api.manager));
    const id = newId();
    await it_.send('mutation ($input: ConnectIdentityProviderInput!) { connectIdentityProvider(input: $input) { id } }', { input: { id, name: 'Lyon', metadata: metadataXml([lyons], { entityId: lyon }) } });
    await it_.send('mutation ($input: ChangeIdentityProviderInput!) { changeIdentityProvider(input: $input) { id } }', { input: { id, isEnabled: true } });
    return id;
  };
  afterAll(() => api.manager.query('DELETE FROM identity_provider'));
  const ofLyon = { issuer: lyon, assertionIssuer: lyon };

  it('is refused to a request of the first', async () => {
    const id = await connect();
    const browser = new TestBrowser(api.url);
    const forge = new Forge(await browser.begin(`/saml/login?provider=${id}`), { theirs, publicUrl, folder });
    await refused('issuer', () => browser.post(encoded(forge.said())));
    await refused('signature', () => browser.post(encoded(forge.said(ofLyon))));
    await refused('issuer', () => browser.post(encoded(forge.said({ issuer: lyon }, { keys: lyons }))));
    expect((await browser.post(encoded(forge.said(ofLyon, { keys: lyons })))).status).toBe(303);
  });

  it('is refused once it was disabled', async () => {
    const id = await connect();
    const browser = new TestBrowser(api.url);
    const forge = new Forge(await browser.begin(`/saml/login?provider=${id}`), { theirs, publicUrl, folder });
    await api.manager.query('UPDATE identity_provider SET is_enabled = false');
    await refused('issuer', () => browser.post(encoded(forge.said(ofLyon, { keys: lyons }))));
    await api.manager.query('UPDATE identity_provider SET is_enabled = true');
    expect((await browser.post(encoded(forge.said(ofLyon, { keys: lyons })))).status).toBe(303);
  });

  it('that nobody asked for leads to no other site, where it is taken', async () => {
    await connect();
    await api.manager.query('UPDATE identity_provider SET accepts_unsolicited = true');
    for (const relayState of ['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)', '/saml/logout', '\u0000/', 'http://localhost:3000@evil.example/']) {
      const browser = new TestBrowser(api.url);
      const said = new Forge('', { theirs, publicUrl, folder }).said({ ...ofLyon, inResponseTo: undefined, confirmedInResponseTo: undefined }, { keys: lyons });
      const response = await browser.post(encoded(said), { RelayState: relayState });
      expect({ relayState, status: response.status, location: response.headers.get('location') }).toEqual({ relayState, status: 303, location: `${publicUrl}/` });
    }
  });
});

describe('a message about signing out', () => {
  const slo = `${publicUrl}/saml/slo`;
  interface Said { id?: string; issuer?: string; destination?: string; issuedAt?: Date; nameId?: string; index?: string; inside?: string; head?: string }
  let count = 0;
  const head = ({ id = `_lo${(count += 1)}`, destination = slo, issuedAt = new Date(), issuer = testIdp, head: more = '' }: Said) =>
    `xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}" ID="${id}" Version="2.0" IssueInstant="${issuedAt.toISOString()}" Destination="${destination}"${more}><saml:Issuer>${issuer}</saml:Issuer>`;
  const wish = (said: Said = {}) => `<samlp:LogoutRequest ${head(said)}${said.inside ?? ''}<saml:NameID>${said.nameId ?? 'p-4711'}</saml:NameID><samlp:SessionIndex>${said.index ?? '_s1'}</samlp:SessionIndex></samlp:LogoutRequest>`;
  const done = (said: Said = {}) => `<samlp:LogoutResponse ${head(said)}${success}</samlp:LogoutResponse>`;
  const byQuery = (xml: string, keys: typeof theirs | null = theirs, kind: 'SAMLRequest' | 'SAMLResponse' = 'SAMLRequest') => redirected(kind, xml, keys ? { keys } : {});
  const byForm = (xml: string, kind: 'SAMLRequest' | 'SAMLResponse' = 'SAMLRequest') => new URLSearchParams({ [kind]: encoded(xml) });
  const inside = (xml: string, keys = theirs, how = {}) => signed(xml, 'LogoutRequest', { keys, ...how });
  const parameter = (name: string, value: string) => `${name}=${encodeURIComponent(value)}`;
  const unsigned = (xml: string) => byQuery(xml, null).slice('SAMLRequest='.length);

  type Message = { query: string } | { form: URLSearchParams };
  it.each<[string, RefusalReason, () => Message]>([
    ['by address, signed by nobody', 'signature', () => ({ query: byQuery(wish(), null) })],
    ['by address, signed by the attacker', 'signature', () => ({ query: byQuery(wish(), lyons) })],
    ['by address, signed with SHA-1', 'algorithm', () => ({ query: redirected('SAMLRequest', wish(), { keys: theirs, algorithm: sha1.signatureMethod }) })],
    ['by address, with an algorithm that is not encoded', 'malformed', () => ({ query: `${byQuery(wish(), null)}&SigAlg=%FF&Signature=AAAA` })],
    ['by address, with a signature inside alone', 'signature', () => ({ query: byQuery(inside(wish()), null) })],
    ['by address, with another message beside', 'malformed', () => ({ query: `${byQuery(wish({ nameId: 'p-1' }))}&${byQuery(wish(), null)}` })],
    ['by address, under an encoded name', 'malformed', () => ({ query: `SAML%52equest=${unsigned(wish())}` })],
    ['by address, with another message before a thousand names', 'issuer', () => ({ query: `SAML%52equest=${unsigned(wish())}&${'x&'.repeat(1_100)}${byQuery(wish({ issuer: 'https://evil.example' }))}` })],
    ['by address, with a request and a response', 'malformed', () => ({ query: `${byQuery(wish())}&${byQuery(done(), null, 'SAMLResponse')}` })],
    ['by address, with another state than signed', 'signature', () => ({ query: `${byQuery(wish())}&RelayState=evil` })],
    ['by address, with parameters in another case', 'malformed', () => ({ query: byQuery(wish()).replace('SAMLRequest', 'samlrequest') })],
    ['by address, not deflated', 'malformed', () => ({ query: parameter('SAMLRequest', encoded(wish())) })],
    ['by address, that unpacks to ten megabytes', 'too-large', () => ({ query: byQuery(wish({ inside: ' '.repeat(10_000_000) })) })],
    ['for another destination', 'destination', () => ({ query: byQuery(wish({ destination: 'https://other.example/saml/slo' })) })],
    ['for our page of signing in', 'destination', () => ({ query: byQuery(wish({ destination: `${publicUrl}/saml/acs` })) })],
    ['of another issuer', 'issuer', () => ({ query: byQuery(wish({ issuer: 'https://evil.example' })) })],
    ['without issuer', 'issuer', () => ({ query: byQuery(wish().replace(/<saml:Issuer>.*<\/saml:Issuer>/, '')) })],
    ['with two issuers', 'issuer', () => ({ query: byQuery(wish({ inside: `<saml:Issuer>${lyon}</saml:Issuer>` })) })],
    ['that somebody kept', 'expired', () => ({ query: byQuery(wish({ issuedAt: ago(10 * minute) })) })],
    ['that is over', 'expired', () => ({ query: byQuery(wish({ head: ` NotOnOrAfter="${ago(5 * minute).toISOString()}"` })) })],
    ['of the future', 'too-early', () => ({ query: byQuery(wish({ issuedAt: inMs(10 * minute) })) })],
    ['of nobody', 'malformed', () => ({ query: byQuery(wish({ nameId: '' })) })],
    ['with a document type', 'document-type', () => ({ query: byQuery(`<!DOCTYPE x>${wish()}`) })],
    ['with a comment in its name', 'malformed', () => ({ query: byQuery(wish({ nameId: 'p-<!-- -->4711' })) })],
    ['that is a sign-in', 'malformed', () => ({ query: byQuery(wish().replaceAll('LogoutRequest', 'AuthnRequest')) })],
    ['by form, signed by nobody', 'signature', () => ({ form: byForm(wish()) })],
    ['by form, signed by the attacker', 'signature', () => ({ form: byForm(inside(wish(), lyons)) })],
    ['by form, signed with SHA-1', 'algorithm', () => ({ form: byForm(inside(wish(), theirs, sha1)) })],
    ['by form, for another person than signed', 'signature', () => ({ form: byForm(inside(wish({ nameId: 'p-1' })).replace('p-1<', 'p-4711<')) })],
    ['by form, around the signed one', 'signature', () => ({ form: byForm(wish({ inside: `<samlp:Extensions>${inside(wish({ nameId: 'p-1' }))}</samlp:Extensions>` })) })],
    ['by form, with the signature of another', 'signature', () => ({ form: byForm(around()) })],
    ['by form, twice', 'malformed', () => ({ form: new URLSearchParams([['SAMLRequest', encoded(inside(wish()))], ['SAMLRequest', encoded(wish())]]) })],
    ['by form, that is too large', 'too-large', () => ({ form: new URLSearchParams([['SAMLRequest', 'A'.repeat(mostMessageBytes + 4)]]) })],
    ['as a response signed by nobody', 'signature', () => ({ query: byQuery(done(), null, 'SAMLResponse') })],
    ['as a response that somebody kept', 'expired', () => ({ query: byQuery(done({ issuedAt: ago(10 * minute) }), theirs, 'SAMLResponse') })],
    ['as a response for another destination', 'destination', () => ({ form: byForm(signed(done({ destination: 'https://other.example' }), 'LogoutResponse', { keys: theirs }), 'SAMLResponse') })],
    ['as nothing', 'malformed', () => ({ query: '' })],
  ])('%s is refused (%s)', async (_, reason, message) => {
    const { browser, forge } = await begun();
    expect((await browser.post(encoded(forge.said()))).status).toBe(303);
    const made = message();
    await refused(reason, () => ('query' in made ? browser.request(`/saml/slo?${made.query}`) : browser.request('/saml/slo', { method: 'POST', body: made.form })));
    expect((await browser.session()).status).toBe(200);
    expect((await browser.request(`/saml/slo?${byQuery(wish())}`)).status).toBe(302);
    expect((await browser.session()).status).toBe(401);
  });

  function around(): string {
    const genuine = inside(wish({ nameId: 'p-1' }));
    const [signature = ''] = /<Signature.*<\/Signature>/s.exec(genuine) ?? [];
    return wish({ inside: signature.replace('</Signature>', `${inObject(genuine.replace(signature, ''))}</Signature>`) });
  }

  it('ends nobody else’s session, and counts once', async () => {
    const { browser, forge } = await begun();
    expect((await browser.post(encoded(forge.said({ sessionIndex: '_kept' })))).status).toBe(303);
    const query = byQuery(wish({ nameId: 'p-4712', index: '_kept' }));
    await new TestBrowser(api.url).request(`/saml/slo?${query}`);
    expect((await browser.session()).status).toBe(200);
    await refused('replayed', () => browser.request(`/saml/slo?${query}`));
  });

  it('as a response counts once, for a request of ours, in the browser that was sent with it', async () => {
    const { browser, forge } = await begun();
    expect((await browser.post(encoded(forge.said()))).status).toBe(303);
    const id = requestIdIn(await browser.request('/saml/logout'));
    const answering = (to: string | null) => byQuery(done({ head: to === null ? '' : ` InResponseTo="${to}"` }), theirs, 'SAMLResponse');
    const answer = answering(id);
    const held = [...browser.cookies];
    await refused('unsolicited', () => browser.request(`/saml/slo?${answering(null)}`));
    await refused('unknown-request', () => browser.request(`/saml/slo?${answering('_other')}`));
    await refused('unknown-request', () => browser.request(`/saml/slo?${answering(forge.requestId)}`));
    await refused('other-browser', () => new TestBrowser(api.url).request(`/saml/slo?${answer}`));
    expect((await browser.request(`/saml/slo?${answer}`)).headers.get('location')).toBe('/saml/signed-out?everywhere=true');
    await refused('other-browser', () => browser.request(`/saml/slo?${answer}`));
    for (const [name, value] of held) browser.cookies.set(name, value);
    await refused('replayed', () => browser.request(`/saml/slo?${answer}`));
  });
});

it('is refused too where the identity provider could never be read, and not put off', async () => {
  const other = await TestApi.start(domains, { env: { ...env, PARVIS_DATA_DIR: join(folder, 'other'), SAML_IDP_METADATA: join(folder, 'missing.xml') } });
  try {
    const browser = new TestBrowser(other.url);
    // A page that says so, to whoever wants to sign in.
    expect((await browser.request('/saml/login')).status).toBe(503);
    const forge = new Forge('', { theirs, publicUrl, folder });
    expect((await browser.post(encoded(forge.said({ inResponseTo: undefined, confirmedInResponseTo: undefined })))).status).toBe(403);
    const wish = `<samlp:LogoutRequest xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}" ID="_l" Version="2.0" IssueInstant="${new Date().toISOString()}" Destination="${publicUrl}/saml/slo"><saml:Issuer>${testIdp}</saml:Issuer><saml:NameID>p-4711</saml:NameID></samlp:LogoutRequest>`;
    expect((await browser.request(`/saml/slo?${redirected('SAMLRequest', wish, { keys: theirs })}`)).status).toBe(403);
    expect(await other.manager.query(`SELECT details->>'reason' AS reason FROM audit_entry WHERE action = 'sign-in.refused' ORDER BY number`)).toEqual([{ reason: 'unreachable' }, { reason: 'unverifiable' }, { reason: 'unverifiable' }]);
  } finally {
    await other.stop();
  }
});

/** A form whose length is not told, in pieces. */
function inPieces(browser: TestBrowser, bytes: number): Promise<Response> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let sent = 0; sent < bytes; sent += 16_384) controller.enqueue(new Uint8Array(Math.min(16_384, bytes - sent)).fill(65));
      controller.close();
    },
  });
  return browser.request('/saml/acs', { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/x-www-form-urlencoded' } } as RequestInit);
}

/** A request that announces so much and sends nothing: only what was not waited for can be answered. */
function announced(bytes: number): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = send(`${api.url}/saml/acs`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': bytes } }, (incoming) => {
      let html = '';
      incoming.setEncoding('utf8').on('data', (piece: string) => (html += piece)).on('end', () => {
        request.destroy();
        resolve(new Response(html, { status: incoming.statusCode ?? 0 }));
      });
    });
    request.on('error', reject);
    request.flushHeaders();
  });
}
