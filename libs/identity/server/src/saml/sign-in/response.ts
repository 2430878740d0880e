import { SamlRefusal } from '../saml-refusal.ts';
import { ns, status } from '../saml-names.ts';
import { checkAlgorithms, checkEnvelope, statusOf, type Expectation } from '../message.ts';
import { attribute, children, descendants } from '../xml.ts';

/** What an answer says before its signature is checked: good for refusing it and for finding the request, for nothing else. */
export interface UncheckedResponse {
  /** The request that it says it answers. */
  inResponseTo: string;
  /** Whether the response itself carries a signature, which must then be good too. */
  isSigned: boolean;
}

/**
 * The checks that need no key: form, destination, issuer, status, algorithms, one assertion and no other, in the one place where it
 * belongs. Whatever moves a signed assertion aside to put its own in its place fails here.
 */
export function checkUnsignedParts(root: Element, expectation: Expectation): UncheckedResponse {
  checkEnvelope(root, 'Response', expectation);
  checkStatus(root);
  if (descendants(root, ns.assertion, 'EncryptedAssertion').length > 0) throw new SamlRefusal('encrypted');
  const assertions = descendants(root, ns.assertion, 'Assertion');
  if (assertions.length !== 1 || assertions[0]?.parentNode !== root) throw new SamlRefusal('malformed', `${assertions.length} assertions, or one out of place`);
  checkAlgorithms(root);
  checkIdentifiers(root);
  const inResponseTo = attribute(root, 'InResponseTo');
  if (!inResponseTo) throw new SamlRefusal('unsolicited', 'no InResponseTo');
  return { inResponseTo, isSigned: children(root, ns.signature, 'Signature').length > 0 };
}

function checkStatus(root: Element): void {
  const { code, inner } = statusOf(root);
  if (code === status.success) return;
  // We never ask for a passive sign-in; some identity providers answer so all the same when somebody gives up.
  if (code === status.noPassive || inner === status.noPassive) throw new SamlRefusal('no-passive', code);
  throw new SamlRefusal('status', [code, inner].filter(Boolean).join(' / '));
}

function checkIdentifiers(root: Element): void {
  const seen = new Set<string>();
  for (const element of [root, ...Array.from(root.getElementsByTagName('*'))]) {
    for (const name of ['ID', 'Id', 'id']) {
      const id = element.getAttribute(name);
      if (!id) continue;
      // Two elements of one name: the signature is checked on one of them and the other is read.
      if (seen.has(id)) throw new SamlRefusal('signature', 'two elements of one ID');
      seen.add(id);
    }
  }
}
