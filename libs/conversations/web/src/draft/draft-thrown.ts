import { errorCode, useSession } from '@parvis/platform/web';
import type { CombinedError } from '@urql/vue';

import type { DraftServer } from './draft-server.ts';

const PREFIX = 'parvis.thrown-draft';
/** The server takes so many at once. */
const MAX_VERSIONS = 20;

const addressOf = (subject: string): string => `${PREFIX}.${useSession().person.value.id}.${subject}`;

/** The versions of a draft that the person has thrown away here, as long as the server has not heard of it. */
export function thrownVersions(subject: string): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(addressOf(subject)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((version) => typeof version === 'string') : [];
  } catch {
    return [];
  }
}

export const isThrown = (subject: string, version: string): boolean => thrownVersions(subject).includes(version);

export function rememberThrown(subject: string, versions: readonly string[]): void {
  try {
    localStorage.setItem(addressOf(subject), JSON.stringify([...new Set([...thrownVersions(subject), ...versions])].slice(-MAX_VERSIONS)));
  } catch {
    // Full or refused: it is thrown away as long as the page lives.
  }
}

export function forgetThrown(subject: string): void {
  try {
    localStorage.removeItem(addressOf(subject));
  } catch {
    // As above.
  }
}

function thrownSubjects(): string[] {
  const prefix = addressOf('');
  try {
    return Object.keys(localStorage).flatMap((address) => (address.startsWith(prefix) ? [address.slice(prefix.length)] : []));
  } catch {
    return [];
  }
}

/** Throws away on the server what was thrown away here without a network. */
export async function sendThrown(server: DraftServer | undefined): Promise<void> {
  for (const subject of thrownSubjects()) await sendThrownOf(server, subject);
}

/** False: the server has not heard of it yet. What another device has gone on writing stays, and is found again. */
export async function sendThrownOf(server: DraftServer | undefined, subject: string): Promise<boolean> {
  const versions = thrownVersions(subject);
  if (versions.length === 0) return true;
  if (!server || !navigator.onLine) return false;
  try {
    await server.throwAway(subject, versions);
  } catch (error) {
    if (isLost(error as CombinedError)) return false;
  }
  forgetThrown(subject);
  return true;
}

/** No answer: another occasion will come. */
export const isLost = (error: CombinedError): boolean => ['NETWORK', 'INTERNAL', 'UNAUTHENTICATED', undefined].includes(errorCode(error));
