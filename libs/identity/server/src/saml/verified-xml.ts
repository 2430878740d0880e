import { createHash, createVerify, type KeyLike } from 'node:crypto';
import { SignedXml, type HashAlgorithm, type SignatureAlgorithm } from 'xml-crypto';
import { ns } from './saml-names.ts';
import { SamlRefusal } from './saml-refusal.ts';
import { children, descendants } from './xml.ts';

/**
 * What the signature of this element covers, and nothing else; null when it is by none of these keys. The part that stands between us and
 * signature wrapping. As node-saml's `getVerifiedXml`, whose checks are all here, but with SHA-384: xml-crypto does not know it, and
 * LemonLDAP::NG hashes by it when it is told to sign by SHA-512. `checkAlgorithms` has been before. Throws SamlRefusal `signature`.
 */
export function verifiedXml(xml: string, element: Element, certificates: readonly string[]): string | null {
  const signatures = children(element, ns.signature, 'Signature');
  const [signature] = signatures;
  if (!signature) return null;
  if (signatures.length > 1) throw new SamlRefusal('signature', 'several signatures of one element');
  // Whoever reads XML makes one kind of line end of all (XML 1.0, 2.11); what is signed was read.
  const text = xml.replace(/\r\n?/g, '\n');
  for (const certificate of certificates) {
    const covered = coveredBy(text, signature, element, certificate);
    if (covered !== null) return covered;
  }
  return null;
}

function coveredBy(xml: string, signature: Element, element: Element, certificate: string): string | null {
  const verifier = new SignedXml({ publicCert: certificate });
  verifier.HashAlgorithms[sha384] = Sha384;
  verifier.SignatureAlgorithms[rsaSha384] = RsaSha384;
  try {
    verifier.loadSignature(signature);
  } catch (error) {
    throw new SamlRefusal('signature', error instanceof Error ? error.message : String(error));
  }
  checkReference(signature, element, verifier);
  try {
    if (!verifier.checkSignature(xml)) return null;
  } catch {
    // By another key, perhaps.
    return null;
  }
  const [covered, ...others] = verifier.getSignedReferences();
  if (covered === undefined || others.length > 0) throw new SamlRefusal('signature', 'something else is signed');
  return covered;
}

/** One reference, to the one element of that ID, in which the signature stands. */
function checkReference(signature: Element, element: Element, verifier: SignedXml): void {
  if (descendants(signature, ns.signature, 'Transform').length > 2) throw new SamlRefusal('signature', 'too many transforms');
  const references = verifier.getReferences();
  const [reference] = references;
  const id = reference?.uri?.replace(/^#/, '') ?? '';
  if (references.length !== 1 || id === '' || /['"]/.test(id)) throw new SamlRefusal('signature', 'it does not say of one element that it is signed');
  const document = signature.ownerDocument.documentElement;
  const named = [document, ...Array.from(document.getElementsByTagName('*'))].filter((candidate) => candidate.getAttribute('ID') === id);
  if (named.length !== 1 || named[0] !== element || signature.parentNode !== element) throw new SamlRefusal('signature', 'another element is signed than the one that it stands in');
}

const sha384 = 'http://www.w3.org/2001/04/xmldsig-more#sha384';
const rsaSha384 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384';

class Sha384 implements HashAlgorithm {
  getAlgorithmName(): typeof sha384 {
    return sha384;
  }

  getHash(xml: string): string {
    return createHash('sha384').update(xml, 'utf8').digest('base64');
  }
}

class RsaSha384 implements SignatureAlgorithm {
  getAlgorithmName(): typeof rsaSha384 {
    return rsaSha384;
  }

  getSignature(): string {
    throw new Error('We sign by SHA-256.');
  }

  verifySignature(material: string, key: KeyLike, value: string): boolean {
    return createVerify('RSA-SHA384').update(material).verify(key, value, 'base64');
  }
}
