import { describe, expect, it } from '@jest/globals';
import { metadataXml, testIdp, testKeys } from '../testing/test-identity-provider.ts';
import { readIdpMetadata } from './metadata.ts';

const [first, second, foreign, short] = [testKeys(), testKeys(), testKeys(), testKeys('short', 1024)];
const bare = (pem: string) => pem.replace(/-----[A-Z ]+-----|\s/g, '');
const plain = metadataXml([first]);
// A certificate of P-256 that signs itself, bare of its armour.
const ofCurve =
  'MIIBdzCCAR2gAwIBAgIUKqDUZV0dJp4SaSz7ESsgytG7JX4wCgYIKoZIzj0EAwIwEDEOMAwGA1UEAwwFY3VydmUwIBcNMjYxMTI0MTIyMTU4WhgPMjEyNjEwMzExMjIxNThaMBAxDjAMBgNVBAMMBWN1cnZlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE4q6XlFjtNPDxP3DfjAQ/4BdnrDrWVeZq/yb+bxtA7thKFZVjviljlWtMdhvVyn4JvjgUjtBK9anAsBCfsyfCjqNTMFEwHQYDVR0OBBYEFKVUIlX2OlzMg3t/RsTJboGeaSONMB8GA1UdIwQYMBaAFKVUIlX2OlzMg3t/RsTJboGeaSONMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgP/3NfMPY1qraenDtKorcSVbGJP6UFDab0JlVWRXQVB8CIQD2kN2GNSJLPKah/2LIIUOjVQ1meOhilKmQMBdcHtHSRw==';
/** The same with prefixes, as AD FS and SimpleSAMLphp write it. */
const prefixed = plain
  .replace(/<(\/?)(EntityDescriptor|IDPSSODescriptor|KeyDescriptor|Single\w+)/g, '<$1md:$2')
  .replace(/<(\/?)(KeyInfo|X509\w+)/g, '<$1ds:$2')
  .replace(/xmlns="([^"]+metadata)"/, 'xmlns:md="$1"')
  .replace(/xmlns="([^"]+xmldsig#)"/g, 'xmlns:ds="$1"');

describe('metadata of an identity provider', () => {
  it.each([
    ['without prefixes', plain],
    ['with prefixes', prefixed],
    ['with certificates broken into lines and indented by tabs', plain.replace(bare(first.certificate), bare(first.certificate).replace(/.{64}/g, '$&\n\t\t'))],
    ['with the armour of a certificate', plain.replace(bare(first.certificate), first.certificate)],
    ['whose key says no use', plain.replace(' use="signing"', '')],
    ['among others', `<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">${serviceProvider()}${plain}</EntitiesDescriptor>`],
    ['that is a service provider too, with other keys and addresses', plain.replace('<IDPSSODescriptor', `${spRole()}<IDPSSODescriptor`)],
    ['that has a key for encryption', plain.replace('<SingleLogout', `<KeyDescriptor use="encryption">${keyInfo(foreign.certificate)}</KeyDescriptor><SingleLogout`)],
  ])('is read %s', (_, xml) => {
    expect(readIdpMetadata(xml)).toEqual({
      entityId: testIdp,
      signingCertificates: [first.certificate],
      signOn: { redirect: 'https://idp.example/sso?tenant=1', post: null },
      logout: { redirect: { location: 'https://idp.example/slo', responseLocation: 'https://idp.example/slo-done' }, post: null },
      validUntil: null,
    });
  });

  it('gives every signing certificate while one is being replaced, each once', () => {
    expect(readIdpMetadata(metadataXml([first, second, first])).signingCertificates).toEqual([first.certificate, second.certificate]);
  });

  it('leaves out a key that is too short while another stands', () => {
    expect(readIdpMetadata(metadataXml([short, first])).signingCertificates).toEqual([first.certificate]);
  });

  it('says until when it holds: the earlier of two', () => {
    const xml = plain.replace('<EntityDescriptor', '<EntityDescriptor validUntil="2031-01-01T00:00:00Z"').replace('<IDPSSODescriptor', '<IDPSSODescriptor validUntil="2030-01-01T00:00:00Z"');
    expect(readIdpMetadata(xml).validUntil).toEqual(new Date('2030-01-01T00:00:00Z'));
  });

  it.each([
    ['is a page', '<html/>', /not SAML metadata/],
    ['is that of a service provider', serviceProvider(), /no IDPSSODescriptor/],
    ['has no signing certificate', plain.replace('use="signing"', 'use="encryption"'), /no signing certificate/],
    ['has a broken certificate', plain.replace(bare(first.certificate), 'aGVsbG8='), /cannot be read/],
    ['has none but a short key', metadataXml([short]), /RSA key of 2048 bits/],
    ['has none but a key of an elliptic curve', plain.replace(bare(first.certificate), ofCurve), /RSA key of 2048 bits/],
    ['has no address for sign-on', plain.replace(/<SingleSignOnService[^>]*>/, ''), /no SingleSignOnService/],
    ['has an address that runs a script', plain.replace('https://idp.example/sso?tenant=1', 'javascript:alert(1)'), /does not start with https/],
    ['has a document type', `<!DOCTYPE html>${plain}`, /a page rather than SAML metadata/],
    ['is no XML', 'hello', /not XML/],
    ['has no name', plain.replace(/entityID="[^"]*"/, ''), /no entityID/],
  ])('is refused when it %s', (_, xml, message) => {
    expect(() => readIdpMetadata(xml)).toThrow(message);
  });
});

function keyInfo(certificate: string): string {
  return `<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${bare(certificate)}</X509Certificate></X509Data></KeyInfo>`;
}

function spRole(): string {
  return `<SPSSODescriptor><KeyDescriptor use="signing">${keyInfo(foreign.certificate)}</KeyDescriptor><SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/sp-slo"/></SPSSODescriptor>`;
}

function serviceProvider(): string {
  return `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://sp.example">${spRole()}</EntityDescriptor>`;
}
