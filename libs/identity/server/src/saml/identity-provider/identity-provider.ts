/** An address that takes messages, and the one that takes the answers to its own when that is another (metadata 2.2.2, ResponseLocation). */
export interface Endpoint {
  location: string;
  responseLocation: string;
}

/** What we know of an identity provider, all of it from its metadata. */
export interface IdentityProvider {
  entityId: string;
  /** PEM; several while a certificate is being replaced. */
  signingCertificates: string[];
  signOn: { redirect: string | null; post: string | null };
  logout: { redirect: Endpoint | null; post: Endpoint | null };
  /** After this instant the metadata must not be used any more. */
  validUntil: Date | null;
}
