import type { Role } from '../../person/role.ts';
import type { AssertedPerson } from '../../session/asserted-person.ts';
import type { Provider } from '../identity-provider/provider.ts';
import { SamlRefusal, type RefusalReason } from '../saml-refusal.ts';
import { assertedPersonOf } from '../sign-in/asserted-person-of.ts';
import type { NameId, VerifiedAssertion } from '../sign-in/verified-assertion.ts';

/** Why somebody would not get in, in words for an administrator. */
export interface TrialRefusal {
  reason: RefusalReason;
  /** What was expected and what came. */
  detail: string;
}

/** What an identity provider told in a trial, and what signing in would make of it. */
export interface TrialResult {
  refusal: TrialRefusal | null;
  /** Null when the answer was refused before it could be read. */
  nameId: NameId | null;
  attributes: { name: string; values: string[] }[];
  /** Null when nobody could be made of it. */
  person: (Omit<AssertedPerson, 'account' | 'roles'> & { identifier: string; issuer: string; roles: Role[] }) | null;
}

/** Nothing is refused here: what would be is part of the result. */
export function trialResultOf(assertion: VerifiedAssertion, { settings }: Provider): TrialResult {
  const attributes = [...assertion.attributes].map(([name, values]) => ({ name, values: [...values] }));
  const received = { nameId: assertion.nameId, attributes };
  try {
    const { account, ...person } = assertedPersonOf(assertion, settings);
    return { ...received, refusal: null, person: { ...person, identifier: account.subject, issuer: account.issuer } };
  } catch (error) {
    if (!(error instanceof SamlRefusal)) throw error;
    return { ...received, refusal: { reason: error.reason, detail: error.detail }, person: null };
  }
}

/** An answer that was refused before anything of it was to be read. */
export function refusedTrialResult({ reason, detail }: SamlRefusal): TrialResult {
  return { refusal: { reason, detail }, nameId: null, attributes: [], person: null };
}
