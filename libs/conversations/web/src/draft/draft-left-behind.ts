import { useSession } from '@parvis/platform/web';

import { draftServer, isBeingWritten, keptVersion, noteKept } from './draft-register.ts';
import { isKept, nextVersion, versionsOf, withConfirmed } from './draft-version.ts';
import { type Draft, draftAddress, readDraft, storedSubjects, writeDraft } from './draft-store.ts';
import { sendThrown } from './draft-thrown.ts';

let isSending = false;

/**
 * Sends what was written in this browser without a network and left, and that a draft was thrown away: it is to follow its writer too, before they come back to it here. What another
 * device has changed or finished meanwhile waits until they do.
 */
export async function sendLeftBehind(): Promise<void> {
  if (isSending) return;
  isSending = true;
  try {
    await sendThrown(draftServer());
    const personId = useSession().person.value.id;
    for (const subject of storedSubjects(personId)) await send(subject, draftAddress(personId, subject));
  } catch {
    // Lost or refused: there will be another occasion, and whoever opens it is told.
  } finally {
    isSending = false;
  }
}

async function send(subject: string, address: string): Promise<void> {
  const draft = readDraft(address);
  if (!draft || isBeingWritten(subject) || isKept(draft) || wasChangedElsewhere(subject, draft)) return;
  // It had arrived: only the answer was lost, with the page.
  if (draft.sentAs !== null && draft.sentAs === keptVersion(subject)) return writeDraft(address, withConfirmed(draft, draft.sentAs));
  const { input, sync } = nextVersion(subject, draft);
  writeDraft(address, { ...draft, ...sync });
  const answer = await draftServer()?.save(input);
  const stored = readDraft(address);
  if (answer?.outcome !== 'SAVED' || !stored) return;
  writeDraft(address, withConfirmed(stored, input.version));
  noteKept(subject, input.version);
}

function wasChangedElsewhere(subject: string, draft: Draft): boolean {
  const known = keptVersion(subject);
  return known !== undefined && !versionsOf(draft).includes(known);
}
