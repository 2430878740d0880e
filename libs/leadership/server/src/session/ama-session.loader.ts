import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import type { AmaSessionEntity } from './ama-session.entity.ts';
import { AmaSessionQuery, type QuestionCounts } from './ama-session.query.ts';

/** Sessions, their co-hosts and how many questions they hold, in one SQL for each kind of fact. */
@Injectable()
export class AmaSessionLoader {
  private readonly sessions;
  private readonly cohosts;
  private readonly counts;

  constructor(query: AmaSessionQuery) {
    this.sessions = perViewer((viewer: Viewer, ids: readonly string[]) => query.byIds(viewer, ids));
    this.cohosts = perViewer((_viewer: Viewer, ids: readonly string[]) => query.cohostIds(ids));
    this.counts = perViewer((_viewer: Viewer, ids: readonly string[]) => query.questionCounts(ids));
  }

  /** For the session of a question that the viewer sees. */
  async required(viewer: Viewer, id: string): Promise<AmaSessionEntity> {
    const session = await this.sessions(viewer).load(id);
    if (!session) throw new Error(`Session ${id} is named by a question in sight but was not found.`);
    return session;
  }

  /** What the caller has read already need not be read again. */
  know(viewer: Viewer, session: AmaSessionEntity): void {
    this.sessions(viewer).prime(session.id, session);
  }

  cohostIds = async (viewer: Viewer, sessionId: string): Promise<string[]> => (await this.cohosts(viewer).load(sessionId)) ?? [];

  questionCounts = async (viewer: Viewer, sessionId: string): Promise<QuestionCounts> => (await this.counts(viewer).load(sessionId)) ?? { open: 0, answered: 0 };

  /** Whether the viewer answers in this session. */
  async isHost(viewer: Viewer, session: AmaSessionEntity): Promise<boolean> {
    return session.hostId === viewer.personId || (await this.cohostIds(viewer, session.id)).includes(viewer.personId);
  }
}
