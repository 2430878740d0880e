import { checkAlgorithms, checkEnvelope, checkKind, checkPeriod, receive, statusOf, type Binding } from '../message.ts';
import { asRefusal, nodeSaml, type Parties } from '../node-saml.ts';
import { SamlRefusal } from '../saml-refusal.ts';
import { ns, status } from '../saml-names.ts';
import { attribute, children, instant, text } from '../xml.ts';
import { checkQuerySignature } from './query-signature.ts';

/** A message about signing out, as the browser brought it. */
export interface CarriedLogout {
  by: Binding;
  kind: 'SAMLRequest' | 'SAMLResponse';
  encoded: unknown;
  /** The query string as it came, without « ? »: HTTP-Redirect signs its very characters. */
  rawQuery: string;
}

export interface LogoutRequest {
  id: string;
  nameId: string;
  /** Empty: every session of that person. */
  sessionIndexes: string[];
  /** When this request may be forgotten. */
  expiresAt: Date;
}

// Requests follow one another at once; what is older was kept by somebody.
const oldestMs = 5 * 60_000;

/** Whom a message says it comes from, before anything is checked. Refuses with `malformed`, `issuer`. */
export function saidIssuer({ encoded, by, kind }: CarriedLogout): string {
  const { root } = receive(encoded, by);
  checkKind(root, kind === 'SAMLRequest' ? 'LogoutRequest' : 'LogoutResponse');
  const issuer = text(children(root, ns.assertion, 'Issuer')[0]);
  if (!issuer) throw new SamlRefusal('issuer', 'none');
  return issuer;
}

/** The identity provider's wish to end sessions, checked and signed by it. Throws SamlRefusal. */
export async function readLogoutRequest(carried: CarriedLogout, parties: Parties, now: Date): Promise<LogoutRequest> {
  const root = await readSigned(carried, 'LogoutRequest', parties);
  const id = attribute(root, 'ID');
  const issuedAt = instant(root, 'IssueInstant');
  if (!id || !issuedAt) throw new SamlRefusal('malformed', 'no ID or no IssueInstant');
  checkPeriod(root, now, parties.clockToleranceMs);
  const ageMs = now.getTime() - issuedAt.getTime();
  if (ageMs < -parties.clockToleranceMs) throw new SamlRefusal('too-early', `issued at ${issuedAt.toISOString()}`);
  if (ageMs > oldestMs + parties.clockToleranceMs) throw new SamlRefusal('expired', `issued at ${issuedAt.toISOString()}`);
  if (children(root, ns.assertion, 'EncryptedID').length > 0) throw new SamlRefusal('encrypted');
  const nameId = text(children(root, ns.assertion, 'NameID')[0]);
  if (!nameId) throw new SamlRefusal('malformed', 'no NameID');
  return {
    id,
    nameId,
    sessionIndexes: children(root, ns.protocol, 'SessionIndex').map(text).filter(Boolean),
    expiresAt: new Date(issuedAt.getTime() + oldestMs + 2 * parties.clockToleranceMs),
  };
}

/** Whether the identity provider says that it ended its session. Throws SamlRefusal. */
export async function readLogoutResponse(carried: CarriedLogout, parties: Parties): Promise<{ isComplete: boolean }> {
  const root = await readSigned(carried, 'LogoutResponse', parties);
  const { code, inner } = statusOf(root);
  return { isComplete: code === status.success && inner === null };
}

async function readSigned(carried: CarriedLogout, name: 'LogoutRequest' | 'LogoutResponse', parties: Parties): Promise<Element> {
  const { xml, root } = receive(carried.encoded, carried.by);
  checkEnvelope(root, name, { destination: parties.us.singleLogout, issuer: parties.them.entityId });
  if (children(root, ns.assertion, 'Issuer').length !== 1) throw new SamlRefusal('issuer', 'none');
  if (carried.by === 'redirect') checkQuerySignature(carried.rawQuery, carried.kind, parties.them.signingCertificates);
  else await checkSignatureInside(xml, root, { kind: carried.kind, parties });
  return root;
}

async function checkSignatureInside(xml: string, root: Element, { kind, parties }: { kind: CarriedLogout['kind']; parties: Parties }): Promise<void> {
  checkAlgorithms(root);
  if (children(root, ns.signature, 'Signature').length !== 1) throw new SamlRefusal('signature', 'not signed');
  const encoded = Buffer.from(xml, 'utf8').toString('base64');
  const saml = nodeSaml(parties, { wantAuthnResponseSigned: true });
  const checked = kind === 'SAMLRequest' ? saml.validatePostRequestAsync({ SAMLRequest: encoded }) : saml.validatePostResponseAsync({ SAMLResponse: encoded });
  await checked.catch((error: unknown) => {
    throw asRefusal(error);
  });
}
