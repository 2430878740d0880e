import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer, type PageRequest } from '@parvis/platform/server';
import DataLoader from 'dataloader';
import type { CommentEntity } from './comment/comment.entity.ts';
import { CommentQuery } from './comment/comment.query.ts';
import { noReaction, ReactionQuery, type ReactionSummary } from './reaction/reaction.query.ts';

/** Comments, counts and reactions of a list of subjects, in one SQL for each kind of fact. */
@Injectable()
export class ConversationLoader {
  private readonly counts;
  private readonly reactions;
  private readonly pages = new WeakMap<Viewer, Map<string, DataLoader<string, CommentEntity[]>>>();

  constructor(
    private readonly comments: CommentQuery,
    reactions: ReactionQuery,
  ) {
    this.counts = perViewer((viewer: Viewer, ids: readonly string[]) => comments.counts(viewer, ids));
    this.reactions = perViewer((viewer: Viewer, ids: readonly string[]) => reactions.summaries(viewer, ids));
  }

  commentCount = async (viewer: Viewer, subjectId: string): Promise<number> => (await this.counts(viewer).load(subjectId)) ?? 0;

  reactionSummary = async (viewer: Viewer, subjectId: string): Promise<ReactionSummary> =>
    (await this.reactions(viewer).load(subjectId)) ?? noReaction;

  /** One row more than the page, when there is one. */
  commentRows(viewer: Viewer, subjectId: string, page: PageRequest): Promise<CommentEntity[]> {
    // Subjects that are asked for the same page share a loader.
    const key = `${page.first} ${page.after ?? ''}`;
    const ofViewer = this.pages.get(viewer) ?? new Map<string, DataLoader<string, CommentEntity[]>>();
    this.pages.set(viewer, ofViewer);
    let loader = ofViewer.get(key);
    if (!loader) {
      loader = new DataLoader(async (ids: readonly string[]) => {
        const found = await this.comments.pages(viewer, ids, page);
        return ids.map((id) => found.get(id) ?? []);
      });
      ofViewer.set(key, loader);
    }
    return loader.load(subjectId);
  }
}
