import type { AccountNames } from '../account/accounts.ts';
import type { Role } from '../person/role.ts';

/** Who the identity provider says has signed in. */
export interface AssertedPerson {
  /** What the identity provider calls them. */
  account: AccountNames;
  email: string | null;
  givenName: string | null;
  surname: string | null;
  displayName: string | null;
  department: string | null;
  title: string | null;
  /** Identifier of the manager. */
  manager: string | null;
  roles: Role[];
  /** In lower case, a distinguished name also by its first part; null: told by a link that is not followed, so nobody knows. */
  groups: string[] | null;
}

/** The session at the identity provider that a session here came from. */
export interface SessionOrigin {
  issuer: string;
  nameId: string;
  nameIdFormat: string | null;
  /** What else stood beside the NameID: whoever asks to end the session names the person in the very same words (SAML core, 3.7.3.2). */
  nameQualifier?: string | null;
  spNameQualifier?: string | null;
  sessionIndex: string | null;
  notOnOrAfter: Date | null;
}
