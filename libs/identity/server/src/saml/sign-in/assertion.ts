import { SamlRefusal } from '../saml-refusal.ts';
import { bearer, ns } from '../saml-names.ts';
import { checkPeriod } from '../message.ts';
import { allChildren, attribute, children, instant, isNamed, text } from '../xml.ts';
import type { NameId, VerifiedAssertion } from './verified-assertion.ts';

export interface AssertionExpectation {
  /** entityID of the identity provider. */
  issuer: string;
  /** Our entityID. */
  audience: string;
  /** Our assertion consumer address. */
  recipient: string;
  /** The request that must have been answered; null: none was made, and none may be answered. */
  requestId: string | null;
  /** When that was asked, or the earliest instant at which what nobody asked for may have been asserted. */
  askedAt: Date;
  now: Date;
  toleranceMs: number;
}

/**
 * Reads an assertion that a signature covers (`signedAssertion`), and checks all that SAML 2.0 profiles 4.1.4.2 and 4.1.4.3 ask of one that
 * signs a browser in. node-saml checks a part of it, skips what is absent, and knows neither recipient nor issuer.
 */
export function readAssertion(root: Element, expected: AssertionExpectation): VerifiedAssertion {
  if (!isNamed(root, ns.assertion, 'Assertion') || attribute(root, 'Version') !== '2.0') throw new SamlRefusal('malformed', 'what is signed is no assertion');
  const id = attribute(root, 'ID');
  if (!id) throw new SamlRefusal('malformed', 'assertion without ID');
  const issuer = text(only(root, 'Issuer'));
  if (issuer !== expected.issuer) throw new SamlRefusal('issuer', `expected ${expected.issuer}, came ${issuer}`);
  checkIssued(root, expected);
  const subject = only(root, 'Subject');
  checkConfirmation(subject, expected);
  const notOnOrAfter = checkConditions(root, expected);
  return { id, issuer, nameId: readNameId(subject), notOnOrAfter, ...readSession(root, expected), attributes: readAttributes(root) };
}

function only(parent: Element, name: string): Element {
  const found = children(parent, ns.assertion, name);
  const [element] = found;
  if (!element || found.length > 1) throw new SamlRefusal(name === 'Conditions' ? 'conditions' : 'malformed', `${found.length} ${name}`);
  return element;
}

function checkIssued(root: Element, { askedAt, now, toleranceMs }: AssertionExpectation): void {
  const at = instant(root, 'IssueInstant');
  if (!at) throw new SamlRefusal('malformed', 'no IssueInstant');
  if (at.getTime() > now.getTime() + toleranceMs) throw new SamlRefusal('too-early', `issued at ${at.toISOString()}, it is ${now.toISOString()}`);
  if (at.getTime() < askedAt.getTime() - toleranceMs) throw new SamlRefusal('expired', `issued at ${at.toISOString()}, asked at ${askedAt.toISOString()}`);
}

function checkConfirmation(subject: Element, expected: AssertionExpectation): void {
  const bearers = children(subject, ns.assertion, 'SubjectConfirmation').filter((confirmation) => attribute(confirmation, 'Method') === bearer);
  if (bearers.length === 0) throw new SamlRefusal('conditions', 'no bearer subject confirmation');
  let refusal: SamlRefusal | null = null;
  for (const confirmation of bearers) {
    try {
      return checkBearer(children(confirmation, ns.assertion, 'SubjectConfirmationData')[0], expected);
    } catch (error) {
      // One good confirmation is enough (core 2.4.1.1); when there is none, the first fault is the one to tell.
      if (!(error instanceof SamlRefusal)) throw error;
      refusal ??= error;
    }
  }
  if (refusal) throw refusal;
}

function checkBearer(data: Element | undefined, { recipient, requestId, now, toleranceMs }: AssertionExpectation): void {
  if (!data) throw new SamlRefusal('conditions', 'subject confirmation without data');
  if (attribute(data, 'Recipient') !== recipient) throw new SamlRefusal('recipient', `expected ${recipient}, came ${attribute(data, 'Recipient') ?? 'none'}`);
  const answers = attribute(data, 'InResponseTo');
  // The one InResponseTo that is signed: the other stands on the response, where anybody could write it.
  if (!answers && requestId !== null) throw new SamlRefusal('unsolicited', 'no InResponseTo in the subject confirmation');
  if (answers !== requestId) throw new SamlRefusal('unknown-request', 'response and subject confirmation answer different requests');
  if (!attribute(data, 'NotOnOrAfter')) throw new SamlRefusal('conditions', 'subject confirmation without NotOnOrAfter');
  checkPeriod(data, now, toleranceMs);
}

function checkConditions(root: Element, { audience, now, toleranceMs }: AssertionExpectation): Date {
  const conditions = only(root, 'Conditions');
  const until = instant(conditions, 'NotOnOrAfter');
  if (!until) throw new SamlRefusal('conditions', 'conditions without NotOnOrAfter');
  checkPeriod(conditions, now, toleranceMs);
  for (const condition of allChildren(conditions)) {
    // A condition that we do not know is one that we cannot say is met (core 2.5.1.1).
    if (!['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'].some((known) => isNamed(condition, ns.assertion, known))) {
      throw new SamlRefusal('conditions', `unknown condition ${condition.localName}`);
    }
  }
  const restrictions = children(conditions, ns.assertion, 'AudienceRestriction').map((restriction) => children(restriction, ns.assertion, 'Audience').map(text));
  if (restrictions.length === 0 || !restrictions.every((audiences) => audiences.includes(audience))) {
    throw new SamlRefusal('audience', `expected ${audience}, came ${restrictions.flat().join(', ') || 'none'}`);
  }
  return until;
}

/** Without one, an identity provider could never end the session that it began. */
function readNameId(subject: Element): NameId {
  const element = children(subject, ns.assertion, 'NameID')[0];
  const value = text(element);
  if (!element || !value) throw new SamlRefusal('no-name-id', element ? 'an empty NameID' : 'no NameID');
  return { value, format: attribute(element, 'Format'), nameQualifier: attribute(element, 'NameQualifier'), spNameQualifier: attribute(element, 'SPNameQualifier') };
}

function readSession(root: Element, { now, toleranceMs }: AssertionExpectation): Pick<VerifiedAssertion, 'sessionIndex' | 'authenticatedAt' | 'sessionNotOnOrAfter'> {
  const statement = children(root, ns.assertion, 'AuthnStatement')[0];
  if (!statement) throw new SamlRefusal('malformed', 'nobody was authenticated: no AuthnStatement');
  const authenticatedAt = instant(statement, 'AuthnInstant');
  if (!authenticatedAt) throw new SamlRefusal('malformed', 'no AuthnInstant');
  if (authenticatedAt.getTime() > now.getTime() + toleranceMs) throw new SamlRefusal('too-early', `authenticated at ${authenticatedAt.toISOString()}, it is ${now.toISOString()}`);
  const until = instant(statement, 'SessionNotOnOrAfter');
  // Without tolerance: our session ends then too, and would be over before it began.
  if (until && now >= until) throw new SamlRefusal('expired', `session over at ${until.toISOString()}`);
  return { sessionIndex: attribute(statement, 'SessionIndex'), authenticatedAt, sessionNotOnOrAfter: until };
}

function readAttributes(root: Element): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const befriended = new Map<string, string[]>();
  const statements = children(root, ns.assertion, 'AttributeStatement');
  for (const element of statements.flatMap((statement) => children(statement, ns.assertion, 'Attribute'))) {
    const values = children(element, ns.assertion, 'AttributeValue').map(text).filter(Boolean);
    const name = attribute(element, 'Name');
    const friendly = attribute(element, 'FriendlyName');
    // Some identity providers send one Attribute for each value.
    if (name && values.length > 0) found.set(name, [...(found.get(name) ?? []), ...values]);
    if (friendly && friendly !== name && values.length > 0) befriended.set(friendly, [...(befriended.get(friendly) ?? []), ...values]);
  }
  // What a friendly name calls never stands in the way of what is so named.
  return new Map([...befriended, ...found]);
}
