import { Injectable, type OnModuleInit } from '@nestjs/common';
import { contentIsLive, isAnimator } from '@parvis/communities/server';
import { Subjects, ThreadService, type SubjectKind } from '@parvis/conversations/server';
import { EventHandlers, Transactions } from '@parvis/platform/server';
import { postEdited, postPublished } from '../feed.events.ts';
import { postVisibleTo } from '../post/post.access.ts';

const postWhere = (id: string, condition: string): string => `EXISTS (SELECT 1 FROM post about WHERE about.id = ${id} AND ${condition})`;

/** SQL condition over the id of a post: it asks for answers. */
export const asksForAnswers = (postId: string): string => postWhere(postId, `about.kind = 'question'`);

/** Posts can be talked about: by everybody who reads them, in communities by members and, where it is open, by any colleague. */
@Injectable()
export class PostSubject implements SubjectKind, OnModuleInit {
  readonly type = 'post';

  constructor(
    private readonly subjects: Subjects,
    private readonly threads: ThreadService,
    private readonly transactions: Transactions,
    private readonly events: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
    const follow = ({ postId, mentionedIds }: { postId: string; mentionedIds: string[] }) =>
      this.transactions.run((tx) => this.threads.followAsMentioned(tx, { type: this.type, id: postId }, mentionedIds));
    this.events.on(postPublished, follow);
    this.events.on(postEdited, follow);
  }

  visibleTo(subjectId: string, viewer: string): string {
    return postWhere(subjectId, postVisibleTo('about', viewer));
  }

  answerableBy(subjectId: string, viewer: string): string {
    return postWhere(subjectId, `${postVisibleTo('about', viewer)} AND ${contentIsLive('about.community_id')}`);
  }

  acceptsAnswers(subjectId: string): string {
    return asksForAnswers(subjectId);
  }

  /** The asker says what helped, or an animator of the place when the asker forgets; whoever took the question over when the asker has left. */
  acceptableBy(subjectId: string, viewer: string): string {
    return postWhere(
      subjectId,
      `about.kind = 'question' AND ${contentIsLive('about.community_id')} AND (about.author_id = ${viewer} OR ${isAnimator('about.community_id', viewer)} OR EXISTS (SELECT 1 FROM question_takeover taken WHERE taken.post_id = about.id AND taken.taker_id = ${viewer}))`,
    );
  }

  authorOf(subjectId: string): string {
    return `(SELECT about.author_id FROM post about WHERE about.id = ${subjectId})`;
  }
}
