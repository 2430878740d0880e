import { SamlRefusal } from '../saml-refusal.ts';
import { ns, status } from '../saml-names.ts';
import { checkAlgorithms, checkEnvelope, checkKind, statusOf, type Expectation } from '../message.ts';
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
  toleranceMs: number;
}

/**
 * The checks that need no key: form, destination, issuer, age, status, algorithms, one assertion and no other, in the one place where it
 * belongs. Whatever moves a signed assertion aside to put its own in its place fails here.
 */
export function checkUnsignedParts(root: Element, expectation: ResponseExpectation): void {
  checkEnvelope(root, 'Response', expectation);
  checkAge(root, expectation);
  checkStatus(root);
  const assertions = [...descendants(root, ns.assertion, 'Assertion'), ...descendants(root, ns.assertion, 'EncryptedAssertion')];
  if (assertions.length !== 1 || assertions[0]?.parentNode !== root) throw new SamlRefusal('malformed', `${assertions.length} assertions, or one out of place`);
  checkAlgorithms(root);
  checkIdentifiers(root);
}

function checkAge(root: Element, { askedAt, toleranceMs }: ResponseExpectation): void {
  const at = instant(root, 'IssueInstant');
  if (!at) throw new SamlRefusal('malformed', 'no IssueInstant');
  if (at.getTime() < askedAt.getTime() - toleranceMs) throw new SamlRefusal('expired', `issued at ${at.toISOString()}, asked at ${askedAt.toISOString()}`);
}

function checkStatus(root: Element): void {
  const { code, inner } = statusOf(root);
  if (code === status.success) return;
  // We never ask for a passive sign-in; some identity providers answer so all the same when somebody gives up.
  if (code === status.noPassive || inner === status.noPassive) throw new SamlRefusal('no-passive', code);
  throw new SamlRefusal('status', [code, inner].filter(Boolean).join(' / '));
}

/** No two elements of one name: the signature would be checked on one of them, and the other read. */
export function checkIdentifiers(root: Element): void {
  const seen = new Set<string>();
  for (const element of [root, ...Array.from(root.getElementsByTagName('*'))]) {
    for (const name of ['ID', 'Id', 'id']) {
      const id = element.getAttribute(name);
      if (!id) continue;
      if (seen.has(id)) throw new SamlRefusal('signature', 'two elements of one ID');
      seen.add(id);
    }
  }
}
