import { createPrivateKey, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import { selfSignedCertificate } from '../service-provider/self-signed-certificate.ts';
import type { KeyPair } from '../service-provider/key-pair.ts';
import { teachSha384 } from './sha384.ts';
import { bearer, binding, nameIdFormat, ns, status } from '../saml-names.ts';

export function testKeys(commonName = 'test', modulusLength = 2048): KeyPair {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { privateKey: pem, certificate: selfSignedCertificate(createPrivateKey(pem), { commonName, from: new Date(Date.now() - 60_000), years: 1 }) };
}

export const testIdp = 'https://idp.example/metadata';

/** What an answer says; a test changes one thing. Undefined leaves the attribute or element out. */
export interface AnswerContent {
  inResponseTo: string | undefined;
  confirmedInResponseTo: string | undefined;
  destination: string | undefined;
  recipient: string | undefined;
  audience: string | undefined;
  issuer: string;
  assertionIssuer: string;
  assertionId: string;
  statusXml: string;
  notBefore: Date | undefined;
  notOnOrAfter: Date | undefined;
  confirmedUntil: Date | undefined;
  issuedAt: Date;
  authenticatedAt: Date;
  nameIdXml: string;
  sessionIndex: string | undefined;
  attributes: Record<string, string[]>;
  /** More elements inside Conditions. */
  conditionsXml: string;
}

export interface Signing {
  keys: KeyPair;
  sign: 'assertion' | 'response' | 'both' | 'none';
  signatureMethod: string;
  digestMethod: string;
}

const minute = 60_000;
const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
export const sha1 = { signatureMethod: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1', digestMethod: 'http://www.w3.org/2000/09/xmldsig#sha1' };

export const success = `<samlp:Status><samlp:StatusCode Value="${status.success}"/></samlp:Status>`;

/** The content of a good answer. */
export function goodContent({ requestId, acs, audience }: { requestId: string; acs: string; audience: string }): AnswerContent {
  const now = Date.now();
  return {
    inResponseTo: requestId,
    confirmedInResponseTo: requestId,
    destination: acs,
    recipient: acs,
    audience,
    issuer: testIdp,
    assertionIssuer: testIdp,
    assertionId: `_${randomBytes(16).toString('hex')}`,
    statusXml: success,
    notBefore: new Date(now - minute),
    notOnOrAfter: new Date(now + 5 * minute),
    confirmedUntil: new Date(now + 5 * minute),
    issuedAt: new Date(now),
    authenticatedAt: new Date(now),
    nameIdXml: `<saml:NameID Format="${nameIdFormat.persistent}">p-4711</saml:NameID>`,
    sessionIndex: '_s1',
    attributes: { uid: ['amartin'], mail: ['alice.martin@corp.example'], groups: ['all-staff', 'it'] },
    conditionsXml: '',
  };
}

export function assertionXml(content: AnswerContent): string {
  const { confirmedInResponseTo, confirmedUntil, recipient, audience, notBefore, notOnOrAfter, issuedAt } = content;
  const confirmation = `<saml:SubjectConfirmationData${attributes({ InResponseTo: confirmedInResponseTo, NotOnOrAfter: confirmedUntil, Recipient: recipient })}/>`;
  const restriction = audience === undefined ? '' : `<saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction>`;
  return (
    `<saml:Assertion xmlns:saml="${ns.assertion}"${attributes({ ID: content.assertionId, IssueInstant: issuedAt, Version: '2.0' })}>` +
    `<saml:Issuer>${content.assertionIssuer}</saml:Issuer>` +
    `<saml:Subject>${content.nameIdXml}<saml:SubjectConfirmation Method="${bearer}">${confirmation}</saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions${attributes({ NotBefore: notBefore, NotOnOrAfter: notOnOrAfter })}>${restriction}${content.conditionsXml}</saml:Conditions>` +
    `<saml:AuthnStatement${attributes({ AuthnInstant: content.authenticatedAt, SessionIndex: content.sessionIndex })}><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `<saml:AttributeStatement>${Object.entries(content.attributes).map(attributeXml).join('')}</saml:AttributeStatement></saml:Assertion>`
  );
}

function attributeXml([name, values]: [string, string[]]): string {
  return `<saml:Attribute Name="${name}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')}</saml:Attribute>`;
}

export function responseXml(content: AnswerContent, inner: string): string {
  const { destination, inResponseTo, issuedAt } = content;
  return (
    `<samlp:Response xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}"` +
    `${attributes({ ID: `_${randomBytes(16).toString('hex')}`, Version: '2.0', IssueInstant: issuedAt, Destination: destination, InResponseTo: inResponseTo })}>` +
    `<saml:Issuer>${content.issuer}</saml:Issuer>${content.statusXml}${inner}</samlp:Response>`
  );
}

/** A whole answer, signed as told. */
export function answer(content: AnswerContent, { keys, sign = 'assertion', signatureMethod = rsaSha256, digestMethod = 'http://www.w3.org/2001/04/xmlenc#sha256' }: Partial<Signing> & { keys: KeyPair }): string {
  const how = { keys, signatureMethod, digestMethod };
  let xml = responseXml(content, assertionXml(content));
  if (sign === 'assertion' || sign === 'both') xml = signed(xml, 'Assertion', how);
  if (sign === 'response' || sign === 'both') xml = signed(xml, 'Response', how);
  return xml;
}

/** Signs the one element of that name. */
export function signed(xml: string, name: string, { keys, signatureMethod = rsaSha256, digestMethod = 'http://www.w3.org/2001/04/xmlenc#sha256' }: { keys: KeyPair; signatureMethod?: string; digestMethod?: string }): string {
  const signature = new SignedXml({ privateKey: keys.privateKey, publicCert: keys.certificate, signatureAlgorithm: signatureMethod, canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#' });
  teachSha384(signature);
  signature.addReference({
    xpath: `//*[local-name(.)='${name}']`,
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
    digestAlgorithm: digestMethod,
  });
  signature.computeSignature(xml, { location: { reference: `//*[local-name(.)='${name}']/*[local-name(.)='Issuer']`, action: 'after' } });
  return signature.getSignedXml();
}

export const encoded = (xml: string): string => Buffer.from(xml, 'utf8').toString('base64');

/** The query string of a message by HTTP-Redirect; without keys it is not signed. */
export function redirected(kind: 'SAMLRequest' | 'SAMLResponse', xml: string, { keys, relayState, algorithm = rsaSha256 }: { keys?: KeyPair; relayState?: string; algorithm?: string }): string {
  const parameters = [`${kind}=${encodeURIComponent(deflateRawSync(xml).toString('base64'))}`];
  if (relayState !== undefined) parameters.push(`RelayState=${encodeURIComponent(relayState)}`);
  if (!keys) return parameters.join('&');
  parameters.push(`SigAlg=${encodeURIComponent(algorithm)}`);
  const signer = createSign(algorithm.endsWith('sha1') ? 'RSA-SHA1' : 'RSA-SHA256').update(parameters.join('&'));
  return `${parameters.join('&')}&Signature=${encodeURIComponent(signer.sign(keys.privateKey, 'base64'))}`;
}

export function metadataXml(keys: readonly KeyPair[], { entityId = testIdp, logout = true, sso = true } = {}): string {
  const bare = (pem: string) => pem.replace(/-----[A-Z ]+-----|\s/g, '');
  const key = ({ certificate }: KeyPair) => `<KeyDescriptor use="signing"><KeyInfo xmlns="${ns.signature}"><X509Data><X509Certificate>${bare(certificate)}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`;
  const single = logout ? `<SingleLogoutService Binding="${binding.redirect}" Location="https://idp.example/slo" ResponseLocation="https://idp.example/slo-done"/>` : '';
  const service = `<SingleSignOnService Binding="${sso ? binding.redirect : binding.post}" Location="https://idp.example/sso?tenant=1"/>`;
  return `<EntityDescriptor xmlns="${ns.metadata}" entityID="${entityId}"><IDPSSODescriptor protocolSupportEnumeration="${ns.protocol}">${keys.map(key).join('')}${single}${service}</IDPSSODescriptor></EntityDescriptor>`;
}

function attributes(values: Record<string, string | Date | undefined>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${value instanceof Date ? value.toISOString() : value}"`]))
    .join('');
}
