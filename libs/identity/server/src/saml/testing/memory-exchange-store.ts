import type { ExchangeStore, PendingRequest, SeenMessage } from '../exchange/exchange-store.ts';

/** The store of tests of the protocol itself; exchange-store.api.spec.ts shows that the real one behaves alike. */
export class MemoryExchangeStore implements ExchangeStore {
  private readonly requests = new Map<string, PendingRequest>();
  private readonly seen = new Set<string>();
  private readonly now: () => Date;

  constructor(now: () => Date) {
    this.now = now;
  }

  async remember(request: PendingRequest): Promise<void> {
    this.requests.set(request.id, request);
  }

  async find(requestId: string): Promise<PendingRequest | null> {
    return this.fresh(requestId);
  }

  // Nothing is awaited between look and mark: of two answers at once, one comes second.
  async answer(requestId: string, message: SeenMessage): Promise<boolean> {
    const request = this.fresh(requestId);
    if (!request || request.isAnswered || !this.seeNow(message)) return false;
    this.requests.set(requestId, { ...request, isAnswered: true });
    return true;
  }

  async see(message: SeenMessage): Promise<boolean> {
    return this.seeNow(message);
  }

  private fresh(requestId: string): PendingRequest | null {
    const request = this.requests.get(requestId);
    return request && request.expiresAt > this.now() ? request : null;
  }

  private seeNow({ issuer, id }: SeenMessage): boolean {
    const key = `${issuer} ${id}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }
}
