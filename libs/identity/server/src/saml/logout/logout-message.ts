import { checkAlgorithms, checkEnvelope, checkIdentifiers, checkKind, checkPeriod, receive, statusOf, type Binding } from '../message.ts';
import type { Parties } from '../node-saml.ts';
import { SamlRefusal } from '../saml-refusal.ts';
import { ns, status } from '../saml-names.ts';
import { verifiedXml } from '../verified-xml.ts';
import { attribute, children, instant, parseXml, text } from '../xml.ts';
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
export function readLogoutRequest(carried: CarriedLogout, parties: Parties, now: Date): LogoutRequest {
  const root = readSigned(carried, 'LogoutRequest', parties);
  checkPeriod(root, now, parties.clockToleranceMs);
  const origin = readOrigin(root, parties, now);
  if (children(root, ns.assertion, 'EncryptedID').length > 0) throw new SamlRefusal('encrypted');
  const nameId = text(children(root, ns.assertion, 'NameID')[0]);
  if (!nameId) throw new SamlRefusal('malformed', 'no NameID');
  return { ...origin, nameId, sessionIndexes: children(root, ns.protocol, 'SessionIndex').map(text).filter(Boolean) };
}

export interface LogoutResponse {
  id: string;
  /** The request that it answers. */
  inResponseTo: string;
  /** Whether every session of the person is over. */
  isComplete: boolean;
  /** When this response may be forgotten. */
  expiresAt: Date;
}

/** Whether the identity provider says that it ended its session. Throws SamlRefusal. */
export function readLogoutResponse(carried: CarriedLogout, parties: Parties, now: Date): LogoutResponse {
  const root = readSigned(carried, 'LogoutResponse', parties);
  const { code, inner } = statusOf(root);
  const origin = readOrigin(root, parties, now);
  const inResponseTo = attribute(root, 'InResponseTo');
  if (!inResponseTo) throw new SamlRefusal('unsolicited', 'no InResponseTo');
  return { ...origin, inResponseTo, isComplete: code === status.success && inner === null };
}

function readSigned(carried: CarriedLogout, name: 'LogoutRequest' | 'LogoutResponse', parties: Parties): Element {
  const { xml, root } = receive(carried.encoded, carried.by);
  checkEnvelope(root, name, { destination: parties.us.singleLogout, issuer: parties.them.entityId });
  if (children(root, ns.assertion, 'Issuer').length !== 1) throw new SamlRefusal('issuer', 'none');
  checkIdentifiers(root);
  const certificates = parties.them.signingCertificates;
  if (carried.by === 'post') return signedInside(xml, root, certificates);
  checkQuerySignature(carried.rawQuery, carried.kind, certificates);
  return root;
}

/** What the signature inside covers: nothing else is read. Not left to node-saml, which checks the signature and reads the rest of the document. */
function signedInside(xml: string, root: Element, certificates: readonly string[]): Element {
  checkAlgorithms(root);
  if (children(root, ns.signature, 'Signature').length !== 1) throw new SamlRefusal('signature', 'not signed');
  const covered = verifiedXml(xml, root, certificates);
  if (covered === null) throw new SamlRefusal('signature', `the signature of ${root.localName} is by none of the known keys`);
  return parseXml(covered);
}

function readOrigin(root: Element, { clockToleranceMs }: Parties, now: Date): { id: string; expiresAt: Date } {
  const id = attribute(root, 'ID');
  const issuedAt = instant(root, 'IssueInstant');
  if (!id || !issuedAt) throw new SamlRefusal('malformed', 'no ID or no IssueInstant');
  const ageMs = now.getTime() - issuedAt.getTime();
  if (ageMs < -clockToleranceMs) throw new SamlRefusal('too-early', `issued at ${issuedAt.toISOString()}`);
  if (ageMs > oldestMs + clockToleranceMs) throw new SamlRefusal('expired', `issued at ${issuedAt.toISOString()}`);
  return { id, expiresAt: new Date(issuedAt.getTime() + oldestMs + 2 * clockToleranceMs) };
}
