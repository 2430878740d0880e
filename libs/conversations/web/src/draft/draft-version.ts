import { newKey, type SaveDraftInput } from '@parvis/platform/web';

import { type Draft, type DraftSync, fileIdsOf } from './draft-store.ts';

/** The server takes twenty versions that a text was made from. */
const MAX_ATTEMPTS = 18;

/** The versions that a text was made from: the last one known to be kept, and those sent since without an answer. */
export const versionsOf = ({ version, attempts }: DraftSync): string[] => [...(version === null ? [] : [version]), ...attempts];

export const isKept = ({ version, sentAs }: DraftSync): boolean => sentAs !== null && sentAs === version;

/** A draft as it is sent to be kept, and what is written down before: after a page that was closed in between, the version is known again. */
export function nextVersion(subject: string, draft: Draft): { input: SaveDraftInput; sync: Pick<DraftSync, 'attempts' | 'sentAs'> } {
  const version = newKey();
  const { key, body, place, details, unanswered, attempts } = draft;
  return {
    input: { subject, version, basedOn: versionsOf(draft), key, body, place, details, unanswered, fileIds: fileIdsOf(draft) },
    sync: { attempts: [...attempts, version].slice(-MAX_ATTEMPTS), sentAs: version },
  };
}

/** The server has this version; attempts after it still wait. */
export function withConfirmed(draft: Draft, version: string): Draft {
  const place = draft.attempts.indexOf(version);
  return place < 0 ? draft : { ...draft, version, attempts: draft.attempts.slice(place + 1) };
}
