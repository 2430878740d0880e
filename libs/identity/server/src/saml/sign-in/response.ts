import { SamlRefusal } from '../saml-refusal.ts';
import { ns, status } from '../saml-names.ts';
import { checkAlgorithms, checkEnvelope, checkIdentifiers, checkKind, statusOf, type Expectation } from '../message.ts';
import { attribute, children, descendants, instant, text } from '../xml.ts';

/** What an answer says of itself before anything is checked: good for finding the request and the identity provider, for nothing else. */
export interface Envelope {
  /** The request that it says it answers. */
  inResponseTo: string | null;
  /** entityID of whom it says it comes from. */
  issuer: string | null;
}

/** Refuses with `malformed` what is no response. */
export function readEnvelope(root: Element): Envelope {
  checkKind(root, 'Response');
  return { inResponseTo: attribute(root, 'InResponseTo'), issuer: text(children(root, ns.assertion, 'Issuer')[0]) || null };
}

export interface ResponseExpectation extends Expectation {
  /** When it was asked for: what was written before answers something else. */
  askedAt: Date;
  now: Date;
  toleranceMs: number;
}

/**
 * The checks that need no key: form, destination, issuer, age, status, algorithms, one assertion and no other, in the one place where it
 * belongs. Whatever moves a signed assertion aside to put its own in its place fails here.
 */
export function checkUnsignedParts(root: Element, expectation: ResponseExpectation): void {
  checkEnvelope(root, 'Response', expectation);
  // It may be left out of some responses (profiles, 4.1.4.2); nobody does so, and there must not be two.
  const issuers = children(root, ns.assertion, 'Issuer').length;
  if (issuers !== 1) throw new SamlRefusal('issuer', `${issuers} Issuer`);
  checkAge(root, expectation);
  checkStatus(root);
  const assertions = [...descendants(root, ns.assertion, 'Assertion'), ...descendants(root, ns.assertion, 'EncryptedAssertion')];
  if (assertions.length !== 1 || assertions[0]?.parentNode !== root) throw new SamlRefusal('malformed', `${assertions.length} assertions, or one out of place`);
  checkAlgorithms(root);
  checkIdentifiers(root);
}

function checkAge(root: Element, { askedAt, now, toleranceMs }: ResponseExpectation): void {
  const at = instant(root, 'IssueInstant');
  if (!at) throw new SamlRefusal('malformed', 'no IssueInstant');
  if (at.getTime() > now.getTime() + toleranceMs) throw new SamlRefusal('too-early', `issued at ${at.toISOString()}, it is ${now.toISOString()}`);
  if (at.getTime() < askedAt.getTime() - toleranceMs) throw new SamlRefusal('expired', `issued at ${at.toISOString()}, asked at ${askedAt.toISOString()}`);
}

function checkStatus(root: Element): void {
  const { code, inner } = statusOf(root);
  if (code === status.success) return;
  // We never ask for a passive sign-in; some identity providers answer so all the same when somebody gives up.
  if (code === status.noPassive || inner === status.noPassive) throw new SamlRefusal('no-passive', code);
  throw new SamlRefusal('status', [code, inner].filter(Boolean).join(' / '));
}
