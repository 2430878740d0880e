import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { SamlRefusal } from '../saml-refusal.ts';
import type { ExchangeStore, PendingRequest } from './exchange-store.ts';

/** For the asking browser alone, in a cookie; the request keeps its hash. */
export const newBrowserSecret = (): string => randomBytes(32).toString('base64url');

export const newRequestId = (): string => `_${randomBytes(20).toString('hex')}`;

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** What a browser holds for a request; undefined when it holds nothing. */
export type SecretFor = (requestId: string) => string | undefined;

interface Parts {
  store: ExchangeStore;
  settings: { publicUrl: string };
}

/**
 * The request that a message answers, in the browser that made it, for the first time. Refuses with `unknown-request`, `other-browser`,
 * `replayed`, `destination`.
 */
export async function requestAnswered({ store, settings }: Parts, id: string, secretFor: SecretFor, { signOut }: { signOut: boolean }): Promise<PendingRequest> {
  const request = await store.find(id);
  if (!request || (request.purpose === 'sign-out') !== signOut) throw new SamlRefusal('unknown-request');
  const isHere = request.returnTo.startsWith(`${settings.publicUrl}/`);
  // A genuine answer posted by somebody else's browser would sign it in as the sender (login CSRF), or say that it is signed out. But a sign-out
  // is answered at the first name of ours, whichever it was begun by: what the browser holds is at the other.
  const secret = secretFor(id);
  if (!(signOut && !isHere) && (!secret || !timingSafeEqual(hashOf(secret), request.browserHash))) throw new SamlRefusal('other-browser', secret ? 'another secret' : 'no cookie');
  if (request.isAnswered) throw new SamlRefusal('replayed');
  // Asked by another name of ours: the answer belongs there.
  if (!signOut && !isHere) throw new SamlRefusal('destination', `asked for ${request.returnTo}`);
  return request;
}
