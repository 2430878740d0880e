import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer, type PageRequest } from '@parvis/platform/server';
import DataLoader from 'dataloader';
import type { CommentRevisionEntity } from './comment/comment-revision.entity.ts';
import type { CommentEntity } from './comment/comment.entity.ts';
import { CommentQuery, type CommentCounts, type CommentFilter } from './comment/comment.query.ts';
import { noReaction, ReactionQuery, type ReactionSummary } from './reaction/reaction.query.ts';

type Rows = DataLoader<string, CommentEntity[]>;

/** Comments, replies, counts and reactions of a list of subjects, in one SQL for each kind of fact. */
@Injectable()
export class ConversationLoader {
  private readonly countsOf;
  private readonly replyCounts;
  private readonly reactions;
  private readonly former;
  private readonly quoted;
  private readonly answerable;
  private readonly pages = new WeakMap<Viewer, Map<string, Rows>>();

  constructor(
    private readonly comments: CommentQuery,
    reactions: ReactionQuery,
  ) {
    this.countsOf = perViewer((viewer: Viewer, ids: readonly string[]) => comments.counts(viewer, ids));
    this.replyCounts = perViewer((viewer: Viewer, ids: readonly string[]) => comments.replyCounts(viewer, ids));
    this.reactions = perViewer((viewer: Viewer, ids: readonly string[]) => reactions.summaries(viewer, ids));
    this.former = perViewer((_viewer: Viewer, ids: readonly string[]) => comments.revisions(ids));
    this.quoted = perViewer((viewer: Viewer, ids: readonly string[]) => comments.byIds(viewer, ids));
    this.answerable = perViewer((viewer: Viewer, ids: readonly string[]) => comments.answerable(viewer, ids));
  }

  counts = async (viewer: Viewer, subjectId: string): Promise<CommentCounts> => (await this.countsOf(viewer).load(subjectId)) ?? { all: 0, firstLevel: 0 };

  replyCount = async (viewer: Viewer, commentId: string): Promise<number> => (await this.replyCounts(viewer).load(commentId)) ?? 0;

  revisions = async (viewer: Viewer, commentId: string): Promise<CommentRevisionEntity[]> => (await this.former(viewer).load(commentId)) ?? [];

  /** Null when it was deleted. */
  quotedComment = (viewer: Viewer, commentId: string): Promise<CommentEntity | null> => this.quoted(viewer).load(commentId);

  /** Whether what the comment is about still takes answers of the viewer. */
  isAnswerable = async (viewer: Viewer, commentId: string): Promise<boolean> => (await this.answerable(viewer).load(commentId)) ?? false;

  reactionSummary = async (viewer: Viewer, subjectId: string): Promise<ReactionSummary> =>
    (await this.reactions(viewer).load(subjectId)) ?? noReaction;

  /** The first level; one row more than the page, when there is one. */
  commentRows(viewer: Viewer, subjectId: string, page: PageRequest, filter: CommentFilter): Promise<CommentEntity[]> {
    return this.rows(viewer, filter.questions ? 'questions' : 'comments', page, (ids) => this.comments.pages(viewer, ids, page, filter)).load(subjectId);
  }

  /** One row more than the page, when there is one. */
  replyRows(viewer: Viewer, commentId: string, page: PageRequest): Promise<CommentEntity[]> {
    return this.rows(viewer, 'replies', page, (ids) => this.comments.replyPages(viewer, ids, page)).load(commentId);
  }

  /** Those that are asked for the same page share a loader. */
  private rows(viewer: Viewer, list: string, page: PageRequest, read: (ids: readonly string[]) => Promise<Map<string, CommentEntity[]>>): Rows {
    const ofViewer = this.pages.get(viewer) ?? new Map<string, Rows>();
    this.pages.set(viewer, ofViewer);
    const key = `${list} ${page.first} ${page.after ?? ''}`;
    const known = ofViewer.get(key);
    if (known) return known;
    const loader: Rows = new DataLoader(async (ids: readonly string[]) => {
      const found = await read(ids);
      return ids.map((id) => found.get(id) ?? []);
    });
    ofViewer.set(key, loader);
    return loader;
  }
}
