import { Injectable } from '@nestjs/common';
import { DraftService } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { Attachments } from '@parvis/media/server';
import { checkedId, dayMs, Jobs, newId, platformErrors, Transactions, type Transaction } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import { publishScheduledPost } from '../feed.jobs.ts';
import type { PostEntity } from '../post/post.entity.ts';
import { PostService, type NewPost } from '../post/post.service.ts';
import { ScheduledPostEntity } from './scheduled-post.entity.ts';
import { scheduledPostOwner } from './scheduled-post.media.ts';
import { restored, stored } from './stored-input.ts';

const maxScheduled = 50;
const furthestDays = 366;

/** Undoes what was only tried. */
class Rehearsed extends Error {}

/** Publishes later. What is refused at once is what would be refused now; at its time everything is checked again. */
@Injectable()
export class ScheduledPostService {
  constructor(
    private readonly transactions: Transactions,
    private readonly posts: PostService,
    private readonly attachments: Attachments,
    private readonly drafts: DraftService,
    private readonly jobs: Jobs,
  ) {}

  /** The same key again returns what the first call made. Errors: those of `createPost`, TIME_PAST, SCHEDULE_TOO_FAR, TOO_MANY_ITEMS. */
  async schedule(viewer: Viewer, input: NewPost, publishAt: Date): Promise<ScheduledPostEntity> {
    const key = checkedId('key', input.key);
    const at = checkedTime(publishAt);
    await this.rehearse(viewer, input);
    const { communityId, ...what } = input;
    return this.transactions.run(async (tx) => {
      // Two tries at once: the second finds what the first has made.
      await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`feed.schedule ${viewer.personId}`]);
      const known = await tx.manager.findOneBy(ScheduledPostEntity, { authorId: viewer.personId, key });
      if (known) return known;
      const count = await tx.manager.countBy(ScheduledPostEntity, { authorId: viewer.personId });
      if (count >= maxScheduled) throw platformErrors.tooManyItems('publishAt', maxScheduled);
      const scheduled = Object.assign(new ScheduledPostEntity(), {
        id: newId(), authorId: viewer.personId, key, communityId: communityId ?? null, input: stored(what as NewPost), publishAt: at, failedCode: null, createdAt: new Date(),
      });
      await tx.manager.insert(ScheduledPostEntity, scheduled);
      await this.drafts.published(tx, viewer, key);
      // Files that belong to nothing are swept after a day.
      await this.attachments.replace(tx, viewer, scheduledPostOwner(scheduled.id), input.attachmentIds ?? []);
      await this.jobs.at(tx, publishScheduledPost, { id: scheduled.id }, { at, key: scheduled.id });
      return scheduled;
    });
  }

  /** Errors: SCHEDULED_POST_NOT_FOUND, TIME_PAST, SCHEDULE_TOO_FAR. */
  async reschedule(viewer: Viewer, id: string, publishAt: Date): Promise<ScheduledPostEntity> {
    const at = checkedTime(publishAt);
    return this.transactions.run(async (tx) => {
      const scheduled = await this.lockOwn(tx, viewer, id);
      Object.assign(scheduled, { publishAt: at, failedCode: null });
      await tx.manager.update(ScheduledPostEntity, scheduled.id, { publishAt: at, failedCode: null });
      await this.jobs.at(tx, publishScheduledPost, { id: scheduled.id }, { at, key: scheduled.id });
      return scheduled;
    });
  }

  /** Takes it back; its files are the author's alone again. Errors: SCHEDULED_POST_NOT_FOUND. */
  async cancel(viewer: Viewer, id: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const scheduled = await this.lockOwn(tx, viewer, id);
      await this.remove(tx, viewer, scheduled);
      await this.jobs.cancel(tx, publishScheduledPost, scheduled.id);
      return scheduled.id;
    });
  }

  /** Errors: SCHEDULED_POST_NOT_FOUND, and those of `createPost`. */
  async publishNow(viewer: Viewer, id: string): Promise<PostEntity> {
    return this.transactions.run(async (tx) => {
      const scheduled = await this.lockOwn(tx, viewer, id);
      await this.jobs.cancel(tx, publishScheduledPost, scheduled.id);
      return this.publish(tx, viewer, scheduled);
    });
  }

  /** In the name of its author, who may have changed since: `viewer` is who they are now. */
  async publish(tx: Transaction, viewer: Viewer, scheduled: ScheduledPostEntity): Promise<PostEntity> {
    await this.remove(tx, viewer, scheduled);
    return this.posts.publish(tx, viewer, { ...restored(scheduled.input), communityId: scheduled.communityId });
  }

  private async remove(tx: Transaction, viewer: Viewer, scheduled: ScheduledPostEntity): Promise<void> {
    await this.attachments.replace(tx, viewer, scheduledPostOwner(scheduled.id), []);
    await tx.manager.delete(ScheduledPostEntity, scheduled.id);
  }

  /** Writes the post and takes it back: whatever refuses it refuses it now, while its author is there. */
  private async rehearse(viewer: Viewer, input: NewPost): Promise<void> {
    await this.transactions
      .run(async (tx) => {
        await this.posts.publish(tx, viewer, input);
        throw new Rehearsed();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Rehearsed)) throw error;
      });
  }

  private async lockOwn(tx: Transaction, viewer: Viewer, id: string): Promise<ScheduledPostEntity> {
    const scheduled = await tx.manager
      .createQueryBuilder(ScheduledPostEntity, 'scheduled')
      .where('scheduled.id = :id AND scheduled.author_id = :authorId', { id: checkedId('id', id), authorId: viewer.personId })
      .setLock('pessimistic_write')
      .getOne();
    if (!scheduled) throw feedErrors.scheduledPostNotFound();
    return scheduled;
  }
}

function checkedTime(at: Date): Date {
  if (at.getTime() <= Date.now()) throw feedErrors.timePast('publishAt');
  if (at.getTime() > Date.now() + furthestDays * dayMs) throw feedErrors.scheduleTooFar(furthestDays);
  return at;
}
