import { newKey, type RichTextDocument } from '@parvis/platform/web';

/** What stands beside a text: a title, and whatever the form around it asks for. */
export interface DraftDetails {
  title: string;
  [field: string]: unknown;
}

/** Something being written, as it survives a reload. */
export interface Draft {
  /** The idempotency key: the same for every try to send this, another one once the server has it. */
  key: string;
  body: RichTextDocument | null;
  /** Where it goes, in the words of who writes it (the id of a community); null is the default place. */
  place: string | null;
  /** Null: nothing is filled in beside the text. */
  details: DraftDetails | null;
  /** What was sent without an answer: it may have arrived. */
  unanswered: { body: RichTextDocument; place: string | null; details?: DraftDetails | null } | null;
  /** The last version that the server is known to have kept; null: none. */
  version: string | null;
  /** Versions sent to be kept since, whose answer has not come. */
  attempts: string[];
  /** The version as which just this was sent to be kept; null once it has changed since. */
  sentAs: string | null;
}

/** What the server knows of a draft. */
export type DraftSync = Pick<Draft, 'version' | 'attempts' | 'sentAs'>;

export const neverSent = (): DraftSync => ({ version: null, attempts: [], sentAs: null });

export function newDraft(): Draft {
  return { key: newKey(), body: null, place: null, details: null, unanswered: null, ...neverSent() };
}

const PREFIX = 'parvis.draft';

/** One person's drafts: on a shared machine nobody reads a colleague's. */
export function draftAddress(personId: string, subject: string): string {
  return `${PREFIX}.${personId}.${subject}`;
}

/** What one person has left unfinished in this browser. */
export function storedSubjects(personId: string): string[] {
  const prefix = draftAddress(personId, '');
  try {
    return Object.keys(localStorage).flatMap((address) => (address.startsWith(prefix) ? [address.slice(prefix.length)] : []));
  } catch {
    return [];
  }
}

export function readDraft(address: string): Draft | null {
  try {
    return parseDraft(localStorage.getItem(address));
  } catch {
    // Storage is refused (private browsing, policy): the draft lives as long as the page.
    return null;
  }
}

export function writeDraft(address: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(address, JSON.stringify(draft));
    else localStorage.removeItem(address);
  } catch {
    // Full or refused: the text is still on the screen.
  }
}

export function parseDraft(stored: string | null): Draft | null {
  if (!stored) return null;
  const draft = JSON.parse(stored) as Partial<Draft> | null;
  if (typeof draft?.key !== 'string') return null;
  return { ...newDraft(), ...draft };
}

/** The files that a draft holds, wherever its form keeps them. */
export function fileIdsOf({ details }: Pick<Draft, 'details'>): string[] {
  const files = details?.['files'];
  return Array.isArray(files) ? files.flatMap((file: { id?: unknown } | null) => (typeof file?.id === 'string' ? [file.id] : [])) : [];
}
