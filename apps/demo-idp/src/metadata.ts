const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';

/** The metadata of this identity provider. samlp's own takes its addresses from the Host header. */
export function idpMetadata({ baseUrl, entityId, certificate }: { baseUrl: string; entityId: string; certificate: string }): string {
  const bare = certificate.replace(/-----[A-Z ]+-----|\s+/g, '');
  return `<?xml version="1.0" encoding="UTF-8"?>
<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">
  <IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <KeyDescriptor use="signing">
      <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${bare}</X509Certificate></X509Data></KeyInfo>
    </KeyDescriptor>
    <SingleLogoutService Binding="${redirect}" Location="${baseUrl}/slo"/>
    <NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>
    <SingleSignOnService Binding="${redirect}" Location="${baseUrl}/sso"/>
  </IDPSSODescriptor>
</EntityDescriptor>
`;
}
