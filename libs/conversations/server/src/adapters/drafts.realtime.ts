import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers, Realtime } from '@parvis/platform/server';
import { draftChanged } from '../conversations.events.ts';

const draftsRoom = (personId: string): string => `drafts/${personId}`;

/** Tells the writer's own devices, and nobody else's, that a draft was saved or is finished: by its version, never by its words. */
@Injectable()
export class DraftsRealtime implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly events: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.realtime.roomsOf(async (personId) => [draftsRoom(personId)]);
    this.events.on(draftChanged, ({ personId, version, isFinished }) =>
      this.realtime.tell([draftsRoom(personId)], { topic: 'drafts', kind: isFinished ? 'draft.finished' : 'draft.saved', id: version, authorId: personId }),
    );
  }
}
