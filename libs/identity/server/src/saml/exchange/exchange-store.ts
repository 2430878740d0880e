/** Somebody signs in; an administrator tries a connection; somebody signed in confirms who they are; somebody signs out. */
export type RequestPurpose = 'sign-in' | 'test' | 'confirmation' | 'sign-out';

/** A message that we sent and whose answer we wait for. */
export interface PendingRequest {
  id: string;
  /** entityID of the identity provider that was asked. */
  issuer: string;
  /** SHA-256 of the value that only the asking browser holds. */
  browserHash: Buffer;
  /** Where the person was going; an address of ours. */
  returnTo: string;
  purpose: RequestPurpose;
  /** The session that it was begun from, unless somebody unknown began. */
  sessionId: string | null;
  createdAt: Date;
  expiresAt: Date;
  /** Whether it has been answered already. */
  isAnswered: boolean;
}

/** A message of an identity provider that counts once. */
export interface SeenMessage {
  issuer: string;
  id: string;
  /** When it would be refused for its age anyway, so that it may be forgotten. */
  expiresAt: Date;
}

/** What several processes must agree on: requests under way and messages already taken. */
export interface ExchangeStore {
  remember(request: PendingRequest): Promise<void>;
  /** Null when unknown or expired. */
  find(requestId: string): Promise<PendingRequest | null>;
  /** Marks the request answered by this message; false, and nothing changed, when either was used before. */
  answer(requestId: string, message: SeenMessage): Promise<boolean>;
  /** False when the message was seen before. */
  see(message: SeenMessage): Promise<boolean>;
}
