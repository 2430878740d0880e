import type { SessionOrigin } from '../../session/asserted-person.ts';

/** How the identity provider calls somebody. */
export interface NameId {
  value: string;
  /** Null when the identity provider does not say. */
  format: string | null;
  /** Within what the value is unique, when it says so: the identity provider, and us. */
  nameQualifier: string | null;
  spNameQualifier: string | null;
}

/** What an identity provider has signed, after every check. */
export interface VerifiedAssertion {
  id: string;
  issuer: string;
  nameId: NameId;
  sessionIndex: string | null;
  /** When the person last said who they are there. */
  authenticatedAt: Date | null;
  /** When the identity provider's own session ends, if it says so. */
  sessionNotOnOrAfter: Date | null;
  /** Until when this assertion could be presented again. */
  notOnOrAfter: Date;
  /** Every value of every attribute, by its name and by its friendly name; an attribute without a value is absent. */
  attributes: ReadonlyMap<string, readonly string[]>;
}

/** What a session keeps of where it came from, so that the identity provider can end it. */
export function originOf({ issuer, nameId, sessionIndex, sessionNotOnOrAfter }: VerifiedAssertion): SessionOrigin {
  return { issuer, nameId: nameId.value, nameIdFormat: nameId.format, nameQualifier: nameId.nameQualifier, spNameQualifier: nameId.spNameQualifier, sessionIndex, notOnOrAfter: sessionNotOnOrAfter };
}
