import { inflateRawSync } from 'node:zlib';
import { SamlRefusal } from './saml-refusal.ts';
import { ns, type binding } from './saml-names.ts';
import { attribute, children, descendants, instant, isNamed, parseMessage, text } from './xml.ts';

/** What a browser may carry to us, and what it may unpack to. A person in a thousand groups needs about 100 kB. */
export const mostMessageBytes = 256 * 1024;

export type Binding = keyof typeof binding;

/** A message as it came: nothing in it is believed yet. */
export interface ReceivedMessage {
  xml: string;
  root: Element;
}

/** Unpacks and parses a message. Refuses with `too-large`, `malformed`, `document-type`. */
export function receive(encoded: unknown, by: Binding): ReceivedMessage {
  if (typeof encoded !== 'string' || encoded === '') throw new SamlRefusal('malformed', 'no message');
  if (encoded.length > mostMessageBytes) throw new SamlRefusal('too-large', `${encoded.length} characters`);
  const bare = encoded.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) throw new SamlRefusal('malformed', 'not base64');
  const bytes = Buffer.from(bare, 'base64');
  const xml = textOf(by === 'redirect' ? inflate(bytes) : bytes);
  return { xml, root: parseMessage(xml) };
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SamlRefusal('malformed', 'not in UTF-8');
  }
}

function inflate(bytes: Buffer): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: mostMessageBytes });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new SamlRefusal(tooLarge ? 'too-large' : 'malformed', 'cannot be unpacked');
  }
}

export interface Expectation {
  /** The address of ours that the message must have been written for. */
  destination: string;
  /** entityID of the identity provider. */
  issuer: string;
}

export type MessageKind = 'Response' | 'LogoutRequest' | 'LogoutResponse';

export function checkKind(root: Element, kind: MessageKind): void {
  if (!isNamed(root, ns.protocol, kind)) throw new SamlRefusal('malformed', `expected ${kind}, came ${root.localName}`);
  if (attribute(root, 'Version') !== '2.0') throw new SamlRefusal('malformed', `version ${attribute(root, 'Version')}`);
}

/** What every protocol message must say: SAML 2.0, this kind, to us, from them. */
export function checkEnvelope(root: Element, kind: MessageKind, { destination, issuer }: Expectation): void {
  checkKind(root, kind);
  const cameFor = attribute(root, 'Destination');
  if (cameFor !== destination) throw new SamlRefusal('destination', `expected ${destination}, came ${cameFor ?? 'none'}`);
  const cameFrom = children(root, ns.assertion, 'Issuer')[0];
  if (cameFrom && text(cameFrom) !== issuer) throw new SamlRefusal('issuer', `expected ${issuer}, came ${text(cameFrom)}`);
}

const signatureMethods = ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512', 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1'];
const digestMethods = ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmldsig-more#sha384', 'http://www.w3.org/2001/04/xmlenc#sha512'];
const transforms = ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#', 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments'];

/**
 * SHA-1 is refused wherever it stands, and so is every transform but the two that SAML allows (core 5.4.4): xml-crypto would still take
 * SHA-1, and a signature proves no more than what its transforms leave.
 */
export function checkAlgorithms(root: Element): void {
  for (const signature of descendants(root, ns.signature, 'Signature')) {
    only(signature, 'SignatureMethod', signatureMethods);
    only(signature, 'DigestMethod', digestMethods);
    only(signature, 'Transform', transforms);
    if (!isSignable(signature.parentNode, root)) throw new SamlRefusal('signature', 'a signature stands where none belongs');
  }
}

/** No two elements of one name: the signature would be checked on one of them, and the other read. */
export function checkIdentifiers(root: Element): void {
  const seen = new Set<string>();
  for (const element of [root, ...Array.from(root.getElementsByTagName('*'))]) {
    for (const name of ['ID', 'Id', 'id']) {
      const id = element.getAttribute(name);
      if (!id) continue;
      if (seen.has(id)) throw new SamlRefusal('signature', 'two elements of one ID');
      seen.add(id);
    }
  }
}

function isSignable(holder: Node | null, root: Element): boolean {
  if (holder === root) return true;
  return holder !== null && holder.parentNode === root && isNamed(holder as Element, ns.assertion, 'Assertion');
}

function only(signature: Element, name: string, allowed: readonly string[]): void {
  for (const element of descendants(signature, ns.signature, name)) {
    const algorithm = attribute(element, 'Algorithm') ?? 'none';
    if (!allowed.includes(algorithm)) throw new SamlRefusal('algorithm', `${name} ${algorithm}`);
  }
}

/** The value of the outer status code, and that of the inner one. */
export function statusOf(root: Element): { code: string; inner: string | null } {
  const code = children(root, ns.protocol, 'Status').flatMap((found) => children(found, ns.protocol, 'StatusCode'))[0];
  if (!code) throw new SamlRefusal('malformed', 'no status');
  const inner = children(code, ns.protocol, 'StatusCode')[0];
  return { code: attribute(code, 'Value') ?? '', inner: inner ? attribute(inner, 'Value') : null };
}

/** Refuses what is over or has not begun, as far as the clocks may differ. */
export function checkPeriod(element: Element, now: Date, toleranceMs: number): void {
  const from = instant(element, 'NotBefore');
  const until = instant(element, 'NotOnOrAfter');
  if (from && now.getTime() + toleranceMs < from.getTime()) {
    throw new SamlRefusal('too-early', `not before ${from.toISOString()}, it is ${now.toISOString()}`);
  }
  if (until && now.getTime() - toleranceMs >= until.getTime()) {
    throw new SamlRefusal('expired', `not on or after ${until.toISOString()}, it is ${now.toISOString()}`);
  }
}
