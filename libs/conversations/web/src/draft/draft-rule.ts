import type { Draft } from './draft-store.ts';
import type { KeptDraft } from './draft-server.ts';

/**
 * What to do about a draft here when the server tells what it has:
 * `send` this; `adopt` its version, it is this text; `take` its text, which was made from this one or replaces nothing; `clear` this, it was all
 * published or thrown away; `startAnew` under another key, with what was written here since it was; `goOn` under the same key, the thing that was
 * sent from here has arrived; `ask` the person.
 */
export type DraftStep = 'nothing' | 'send' | 'adopt' | 'take' | 'clear' | 'startAnew' | 'goOn' | 'ask';

interface Here {
  draft: Draft;
  /** Whether there is anything to lose. */
  isWorthKeeping: boolean;
  /** Whether a try to publish this has not been answered. */
  mayHaveArrived: boolean;
}

/** A text is given up here only when the server has had it, or the person says so. Null: the server knows of no draft. */
export function nextStep({ draft, isWorthKeeping, mayHaveArrived }: Here, kept: KeptDraft | null): DraftStep {
  const wasEverSent = draft.version !== null || draft.attempts.length > 0;
  if (!kept || (kept.isFinished && !wasEverSent)) return isWorthKeeping ? 'send' : 'nothing';
  const wasReceived = draft.sentAs !== null && [kept.version, ...kept.earlierVersions].includes(draft.sentAs);
  if (kept.isFinished) {
    if (wasReceived || !isWorthKeeping) return 'clear';
    return mayHaveArrived ? 'goOn' : 'startAnew';
  }
  if (kept.version === draft.version) return draft.sentAs === draft.version ? 'nothing' : 'send';
  if (draft.attempts.includes(kept.version)) return 'adopt';
  if (wasReceived || !isWorthKeeping) return 'take';
  return isSameContent(draft, kept) ? 'adopt' : 'ask';
}

type Content = Pick<Draft, 'body' | 'place' | 'details'>;

const isSameContent = (one: Content, other: Content): boolean =>
  one.place === other.place && isSameJson(one.body, other.body) && isSameJson(one.details, other.details);

/** Whether both say the same: the database hands the fields of an object back in an order of its own. */
export const isSameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one, sorted) === JSON.stringify(other, sorted);

function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
