import { X509Certificate } from 'node:crypto';
import { MetadataFault } from './metadata-fault.ts';
import { binding, ns } from '../saml-names.ts';
import { SamlRefusal } from '../saml-refusal.ts';
import { attribute, children, descendants, instant, isNamed, parseXml, text } from '../xml.ts';
import type { Endpoint, IdentityProvider } from './identity-provider.ts';

/**
 * Reads an identity provider of a metadata document, whatever its prefixes: that of this entityID, else the first. Only `IDPSSODescriptor` counts: the same entity often
 * describes itself as a service provider too, with other keys and addresses. Throws an Error that an administrator can read.
 */
export function readIdpMetadata(xml: string, entityId?: string): IdentityProvider {
  const root = parseMetadata(xml);
  if (!isNamed(root, ns.metadata, 'EntityDescriptor') && !isNamed(root, ns.metadata, 'EntitiesDescriptor')) {
    throw new MetadataFault('not-metadata', 'this is not SAML metadata: its root is neither EntityDescriptor nor EntitiesDescriptor');
  }
  for (const entity of descendants(root, ns.metadata, 'EntityDescriptor')) {
    const role = children(entity, ns.metadata, 'IDPSSODescriptor')[0];
    if (role && (entityId === undefined || attribute(entity, 'entityID') === entityId)) return read(entity, role);
  }
  if (entityId !== undefined) throw new MetadataFault('other-identity-provider', `the metadata does not describe ${entityId} any more`);
  throw new MetadataFault('no-identity-provider', 'the metadata describes no identity provider: there is no IDPSSODescriptor (is it the metadata of a service provider?)');
}

function parseMetadata(xml: string): Element {
  try {
    return parseXml(xml);
  } catch (error) {
    if (!(error instanceof SamlRefusal)) throw error;
    // An address that answers with a page, for instance one that asks to sign in, is the usual mistake.
    throw error.reason === 'document-type' ? new MetadataFault('page', 'it has a document type, so it is a page rather than SAML metadata', error) : new MetadataFault('not-xml', `it is not XML (${error.detail})`, error);
  }
}

function read(entity: Element, role: Element): IdentityProvider {
  const entityId = attribute(entity, 'entityID');
  if (!entityId) throw new MetadataFault('incomplete', 'the metadata has no entityID');
  const signingCertificates = certificates(role);
  if (signingCertificates.length === 0) throw new MetadataFault('incomplete', 'the metadata gives no signing certificate');
  const signOn = { redirect: endpoint(role, 'SingleSignOnService', binding.redirect), post: endpoint(role, 'SingleSignOnService', binding.post) };
  if (!signOn.redirect && !signOn.post) throw new MetadataFault('incomplete', 'the metadata gives no SingleSignOnService by HTTP-Redirect or HTTP-POST');
  return {
    entityId,
    signingCertificates,
    signOn: { redirect: signOn.redirect?.location ?? null, post: signOn.post?.location ?? null },
    logout: {
      redirect: endpoint(role, 'SingleLogoutService', binding.redirect),
      post: endpoint(role, 'SingleLogoutService', binding.post),
    },
    validUntil: soonest([instant(role, 'validUntil'), instant(entity, 'validUntil'), instant(entity.ownerDocument.documentElement, 'validUntil')]),
  };
}

function certificates(role: Element): string[] {
  const forSigning = children(role, ns.metadata, 'KeyDescriptor').filter((key) => [null, 'signing'].includes(attribute(key, 'use')));
  const found = forSigning.flatMap((key) => descendants(key, ns.signature, 'X509Certificate')).map((element) => certificate(text(element)));
  const usable = found.filter(isUsable);
  if (found.length > 0 && usable.length === 0) throw new MetadataFault('key', 'none of the signing keys of the metadata is an RSA key of 2048 bits or more');
  return [...new Set(usable.map(String))];
}

/** RSA alone, which alone is verified, of 112 bits of security at least (NIST SP 800-131A): who works out a shorter one signs in as anybody. */
function isUsable({ publicKey: { asymmetricKeyDetails } }: X509Certificate): boolean {
  return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
}

function certificate(base64: string): X509Certificate {
  // SimpleSAMLphp breaks lines, others indent with tabs, some paste the PEM armour in.
  const bare = base64.replace(/-----[A-Z ]+-----/g, '').replace(/\s+/g, '');
  try {
    return new X509Certificate(Buffer.from(bare, 'base64'));
  } catch {
    throw new MetadataFault('certificate', 'a signing certificate of the metadata cannot be read');
  }
}

function endpoint(role: Element, service: string, wanted: string): Endpoint | null {
  const element = children(role, ns.metadata, service).find((candidate) => attribute(candidate, 'Binding') === wanted);
  const location = element && attribute(element, 'Location');
  if (!element || !location) return null;
  const responseLocation = attribute(element, 'ResponseLocation') ?? location;
  for (const address of [location, responseLocation]) {
    // The browser is sent there: "javascript:" must not come from a file that somebody mailed.
    if (!URL.canParse(address) || !['http:', 'https:'].includes(new URL(address).protocol)) {
      throw new MetadataFault('address', `the address of ${service} (${address}) does not start with https:// or http://`);
    }
  }
  return { location, responseLocation };
}

function soonest(instants: (Date | null)[]): Date | null {
  const known = instants.filter((at) => at !== null).map((at) => at.getTime());
  return known.length > 0 ? new Date(Math.min(...known)) : null;
}
