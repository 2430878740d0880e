import type { PendingRequest } from './exchange/exchange-store.ts';

/** Why a sign-in or a sign-out message was not accepted. Each has a sentence in French and in English in pages/refusal-texts.ts. */
export type RefusalReason =
  | 'too-large'
  | 'malformed'
  | 'document-type'
  | 'encrypted'
  | 'status'
  | 'no-passive'
  | 'destination'
  | 'issuer'
  | 'algorithm'
  | 'signature'
  | 'unsolicited'
  | 'unknown-request'
  | 'other-browser'
  | 'replayed'
  | 'recipient'
  | 'audience'
  | 'conditions'
  | 'expired'
  | 'too-early'
  | 'no-name-id'
  | 'no-identifier'
  | 'not-admitted'
  | 'deactivated'
  | 'too-many-attempts'
  | 'unreachable'
  | 'unverifiable'
  | 'nobody-may'
  | 'other-person'
  | 'not-confirmed';

/**
 * A message that is refused. Not a DomainError: those become sentences in the web application, which nobody has reached yet
 * at this point; these become a small page of their own.
 */
export class SamlRefusal extends Error {
  readonly reason: RefusalReason;
  /** For the log: what was expected and what came. Never a name, a mail or an attribute of a person. */
  readonly detail: string;
  /** What the refused message answers, once that is certain. */
  request: PendingRequest | null = null;

  constructor(reason: RefusalReason, detail = '') {
    super(detail ? `${reason}: ${detail}` : reason);
    this.name = 'SamlRefusal';
    this.reason = reason;
    this.detail = detail;
  }
}

/**
 * What a message is refused for whose identity provider cannot be reached to check it. Not that it cannot be reached: whoever sends us
 * forged messages is told that they are refused, not that they might come again.
 */
export function unverifiable(error: unknown): unknown {
  return error instanceof SamlRefusal && error.reason === 'unreachable' ? new SamlRefusal('unverifiable', error.detail) : error;
}
