import { useSession } from '@parvis/platform/web';
import { computed, onScopeDispose, ref } from 'vue';

import { draftServer, keptVersion, noteFinished, onRegisterRead } from '../draft-register.ts';
import { type Draft, draftAddress, readDraft, storedSubjects, writeDraft } from '../draft-store.ts';
import { isThrown, rememberThrown, sendThrownOf } from '../draft-thrown.ts';
import { isKept, versionsOf } from '../draft-version.ts';

export interface UnsentDraft {
  subject: string;
  draft: Draft;
}

/** What stands in this browser and, as it is, nowhere else yet. The list follows as it is sent. */
export function useUnsentDrafts() {
  const personId = useSession().person.value.id;
  const looks = ref(0);
  const lookAgain = () => void (looks.value += 1);
  const stopListening = onRegisterRead(lookAgain);
  addEventListener('storage', lookAgain);
  onScopeDispose(() => {
    stopListening();
    removeEventListener('storage', lookAgain);
  });

  const unsent = computed<UnsentDraft[]>(() => {
    void looks.value;
    return storedSubjects(personId).flatMap((subject) => {
      // Asked for each: what has been sent is known there at once.
      const kept = keptVersion(subject);
      const draft = readDraft(draftAddress(personId, subject));
      return !draft || isKept(draft) || (kept !== undefined && kept === draft.sentAs) ? [] : [{ subject, draft }];
    });
  });

  /** Of what the server may have of it, too. */
  function throwAway({ subject, draft }: UnsentDraft): void {
    const versions = versionsOf(draft);
    writeDraft(draftAddress(personId, subject), null);
    if (versions.length > 0) rememberThrown(subject, versions);
    noteFinished(subject);
    lookAgain();
    void sendThrownOf(draftServer(), subject);
  }

  /** Whether this version was not thrown away here. */
  function isWanted(subject: string, version: string): boolean {
    void looks.value;
    return !isThrown(subject, version);
  }

  return { unsent, throwAway, isWanted, lookAgain };
}
