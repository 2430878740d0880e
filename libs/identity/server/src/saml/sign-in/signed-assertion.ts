import { decryptedAssertion } from './encrypted-assertion.ts';
import { checkAlgorithms, checkIdentifiers, type ReceivedMessage } from '../message.ts';
import { SamlRefusal } from '../saml-refusal.ts';
import { ns } from '../saml-names.ts';
import type { KeyPair } from '../service-provider/key-pair.ts';
import { verifiedXml } from '../verified-xml.ts';
import { children, isNamed, parseMessage, parseXml } from '../xml.ts';

/**
 * The assertion, out of bytes that a signature of the identity provider covers: that of the response, that of the assertion, or both. Each
 * signature that is there must be good. Nothing outside of what is returned is to be read any more. `response` has passed `checkUnsignedParts`.
 */
export function signedAssertion({ xml, root }: ReceivedMessage, certificates: readonly string[], ours: readonly KeyPair[]): Element {
  const covered = isSigned(root) ? parseXml(verified(xml, root, certificates)) : null;
  const { source, assertion } = assertionIn({ xml, root: covered ?? root }, ours);
  if (isSigned(assertion)) return parseXml(verified(source ?? xml, source ? assertion : onlyAssertion(root), certificates));
  if (!covered) throw new SamlRefusal('signature', 'neither the response nor its assertion is signed');
  return assertion;
}

interface FoundAssertion {
  /** The document that it is the root of, when it came encrypted. */
  source: string | null;
  assertion: Element;
}

function assertionIn({ root }: ReceivedMessage, ours: readonly KeyPair[]): FoundAssertion {
  const [encrypted] = children(root, ns.assertion, 'EncryptedAssertion');
  if (!encrypted) return { source: null, assertion: onlyAssertion(root) };
  const source = decryptedAssertion(encrypted, ours);
  const assertion = openedAssertion(source);
  checkAlgorithms(assertion);
  checkIdentifiers(assertion);
  return { source, assertion };
}

/** Refused in the words of what does not open: by the difference, text that was changed in its blocks could be guessed byte by byte. */
function openedAssertion(source: string): Element {
  try {
    const assertion = parseMessage(source);
    if (isNamed(assertion, ns.assertion, 'Assertion')) return assertion;
  } catch (error) {
    if (!(error instanceof SamlRefusal)) throw error;
  }
  throw new SamlRefusal('encrypted', 'none of our keys opens it');
}

function onlyAssertion(root: Element): Element {
  const [assertion] = children(root, ns.assertion, 'Assertion');
  if (!assertion) throw new SamlRefusal('signature', 'no assertion is signed');
  return assertion;
}

const isSigned = (element: Element): boolean => children(element, ns.signature, 'Signature').length > 0;

function verified(xml: string, element: Element, certificates: readonly string[]): string {
  const bytes = verifiedXml(xml, element, certificates);
  if (bytes === null) throw new SamlRefusal('signature', `the signature of ${element.localName} is by none of the known keys`);
  return bytes;
}
