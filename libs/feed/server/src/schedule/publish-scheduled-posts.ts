import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Role, Viewer } from '@parvis/identity/server';
import { DomainError, Jobs, Transactions } from '@parvis/platform/server';
import { scheduledPostFailed } from '../feed.events.ts';
import { publishScheduledPost } from '../feed.jobs.ts';
import { ScheduledPostEntity } from './scheduled-post.entity.ts';
import { ScheduledPostService } from './scheduled-post.service.ts';

/** Publishes what was scheduled when its time has come; what is refused then stays, with the reason, for its author to see. */
@Injectable()
export class PublishScheduledPosts implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly service: ScheduledPostService,
  ) {}

  onModuleInit(): void {
    this.jobs.on(publishScheduledPost, ({ id }) => this.publish(id));
  }

  private async publish(id: string): Promise<void> {
    try {
      await this.transactions.run(async (tx) => {
        const scheduled = await tx.manager.findOne(ScheduledPostEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
        // Taken back, or put off: another job will come.
        if (!scheduled || scheduled.publishAt > new Date()) return;
        const author: { roles: Role[] }[] = await tx.manager.query(`SELECT roles FROM person WHERE id = $1 AND deactivated_at IS NULL`, [scheduled.authorId]);
        if (!author[0]) await tx.manager.delete(ScheduledPostEntity, id);
        else await this.service.publish(tx, viewerOf(scheduled.authorId, author[0].roles), scheduled);
      });
    } catch (error) {
      // A refusal will not become another by trying again; anything else is a fault, and the job is.
      if (!(error instanceof DomainError)) throw error;
      await this.keepRefusal(id, error.code);
    }
  }

  private async keepRefusal(id: string, code: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [rows]: [{ authorId: string }[], number] = await tx.manager.query(`UPDATE scheduled_post SET failed_code = $2 WHERE id = $1 RETURNING author_id AS "authorId"`, [id, code]);
      for (const { authorId } of rows) tx.emit(scheduledPostFailed({ scheduledPostId: id, authorId, code }));
    });
  }
}

/** The author as they are now; nobody is signed in when the time comes. */
const viewerOf = (personId: string, roles: readonly Role[]): Viewer => ({ personId, sessionId: personId, roles });
