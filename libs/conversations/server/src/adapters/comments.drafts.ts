import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonLoader, type Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { CommentQuery } from '../comment/comment.query.ts';
import { DraftSubjects, firstWords, type DraftAbout, type DraftPlace, type DraftSubjectKind } from '../draft/draft-subjects.ts';

/** Replies to comments, and changes of one’s own. */
@Injectable()
export class CommentsDrafts implements DraftSubjectKind, OnModuleInit {
  readonly prefixes = ['reply', 'edit.comment'];
  private readonly comments;

  constructor(
    private readonly subjects: DraftSubjects,
    private readonly people: PersonLoader,
    query: CommentQuery,
  ) {
    this.comments = perViewer((viewer: Viewer, ids: readonly string[]) => query.byIds(viewer, ids));
  }

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async about(viewer: Viewer, { id }: DraftPlace): Promise<DraftAbout | null> {
    const comment = id && (await this.comments(viewer).load(id));
    if (!comment) return null;
    // The page of a comment is that of what it stands under.
    const thread = await this.subjects.about(viewer, { subject: `comment.${comment.subjectId}`, place: null });
    const author = await this.people.required(viewer, comment.authorId);
    return thread && { title: firstWords(comment.text), personName: author.displayName, path: `${thread.path}#comment-${comment.id}` };
  }
}
