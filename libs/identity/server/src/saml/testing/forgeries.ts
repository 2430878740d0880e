import { readFileSync } from 'node:fs';
import { SignedXml } from 'xml-crypto';
import type { KeyPair } from '../service-provider/key-pair.ts';
import { ns } from '../saml-names.ts';
import { encrypted, type Encryption } from './encrypted.ts';
import { answer, assertionXml, goodContent, responseXml, signed, testKeys, type AnswerContent, type Signing } from './test-identity-provider.ts';

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

/** What an attacker makes of good answers to one request; each differs from a good one in one thing. */
export class Forge {
  readonly attacker = attackers;
  readonly requestId: string;
  private readonly parts: { theirs: KeyPair; publicUrl: string; folder: string };

  constructor(requestId: string, parts: { theirs: KeyPair; publicUrl: string; folder: string }) {
    this.requestId = requestId;
    this.parts = parts;
  }

  get keys(): KeyPair {
    return this.parts.theirs;
  }

  content(changes: Partial<AnswerContent> = {}): AnswerContent {
    const { publicUrl } = this.parts;
    return { ...goodContent({ requestId: this.requestId, acs: `${publicUrl}/saml/acs`, audience: `${publicUrl}/saml/metadata` }), ...changes };
  }

  /** Signed by the identity provider, with other content. */
  said(changes: Partial<AnswerContent> = {}, signing: Partial<Signing> = {}): string {
    return answer(this.content(changes), { keys: this.keys, ...signing });
  }

  /** Signed by the identity provider after a change of the assertion. */
  assertion(change: (xml: string) => string): string {
    const plain = assertionXml(this.content());
    const changed = change(plain);
    if (changed === plain) throw new Error('Nothing was changed.');
    return signed(responseXml(this.content(), changed), 'Assertion', { keys: this.keys });
  }

  /** A good answer that was changed on its way. */
  tampered(change: (xml: string) => string, signing: Partial<Signing> = {}): string {
    const good = this.said({}, signing);
    const changed = change(good);
    if (changed === good) throw new Error('Nothing was changed.');
    return changed;
  }

  /** A signature put together otherwise than identity providers do. */
  signedAs({ uri, transforms = [enveloped, exclusive], twice = false, hmac = false }: { uri?: string; transforms?: string[]; twice?: boolean; hmac?: boolean }): string {
    const secret = hmac ? this.keys.certificate : this.keys.privateKey;
    const algorithm = hmac ? 'http://www.w3.org/2000/09/xmldsig#hmac-sha1' : 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
    const signature = new SignedXml({ privateKey: secret, signatureAlgorithm: algorithm, canonicalizationAlgorithm: exclusive });
    if (hmac) signature.enableHMAC();
    const xpath = "//*[local-name(.)='Assertion']";
    signature.addReference({ xpath, transforms, digestAlgorithm: sha256 });
    if (twice) signature.addReference({ xpath: "//*[local-name(.)='Status']", transforms: [exclusive], digestAlgorithm: sha256 });
    signature.computeSignature(responseXml(this.content(), assertionXml(this.content())), { location: { reference: `${xpath}/*[local-name(.)='Issuer']`, action: 'after' } });
    const xml = signature.getSignedXml();
    return uri === undefined ? xml : xml.replace(/URI="[^"]*"/, `URI="${uri}"`);
  }

  /** The parts that signature wrapping moves about. */
  wrapping(): { good: string; genuine: string; bare: string; signature: string; forged: (inside?: string) => string } {
    const good = this.said();
    const [genuine = ''] = /<saml:Assertion.*<\/saml:Assertion>/s.exec(good) ?? [];
    const [signature = ''] = /<Signature.*<\/Signature>/s.exec(genuine) ?? [];
    const evil = assertionXml(this.content({ attributes: { uid: ['cdupont'] }, assertionId: '_evil' }));
    return { good, genuine, bare: genuine.replace(signature, ''), signature, forged: (inside = '') => evil.replace('</saml:Issuer>', `</saml:Issuer>${inside}`) };
  }

  /** A response of the attacker's that carries the signed one. `place` gets the signature of that one and all of it, without the signature. */
  wrappedResponse(place: (signature: string, genuine: string) => string): string {
    const good = this.said({}, { sign: 'response' });
    const [signature = ''] = /<Signature.*<\/Signature>/s.exec(good) ?? [];
    const evil = responseXml(this.content(), assertionXml(this.content({ attributes: { uid: ['cdupont'] }, assertionId: '_evil' })));
    return evil.replace('</saml:Issuer>', `</saml:Issuer>${place(signature, good.replace(signature, ''))}`);
  }

  /** Encrypted for us, as anybody can: our key is public. */
  sealed(assertion: string, { by = {}, response = this.content(), change = (xml) => xml }: { by?: Partial<Encryption>; response?: AnswerContent; change?: (xml: string) => string } = {}): string {
    return responseXml(response, change(encrypted(assertion, this.ours, by)));
  }

  /** The assertion alone, signed by the identity provider unless told otherwise. */
  signedAssertion(changes: Partial<AnswerContent> = {}, keys: KeyPair = this.keys): string {
    return /<saml:Assertion.*<\/saml:Assertion>/s.exec(answer(this.content(changes), { keys }))?.[0] ?? '';
  }

  private get ours(): KeyPair {
    return { privateKey: '', certificate: /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.exec(readFileSync(`${this.parts.folder}/saml/service-provider.pem`, 'utf8'))?.[0] ?? '' };
  }
}

const attackers = testKeys('attacker');
export const inObject = (xml: string): string => `<ds:Object xmlns:ds="${ns.signature}">${xml}</ds:Object>`;
