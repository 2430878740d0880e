import { Injectable } from '@nestjs/common';
import type { EventType } from './domain-event.ts';

/** Handlers are idempotent: an event may come twice, and all its handlers run again when one of them failed. */
export type EventHandler<P extends object> = (payload: P, eventId: string) => Promise<void> | void;

/** Who wants to hear of what. Domains register when their module starts. */
@Injectable()
export class EventHandlers {
  /** What a handler may take; long work belongs in a job. */
  timeLimitMs = 15_000;
  private readonly byType = new Map<string, EventHandler<object>[]>();

  on<P extends object>(event: EventType<P>, handler: EventHandler<P>): void {
    this.byType.set(event.type, [...this.of(event.type), handler as EventHandler<object>]);
  }

  of(type: string): EventHandler<object>[] {
    return this.byType.get(type) ?? [];
  }
}
