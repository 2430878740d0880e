import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Attachments, MediaOwners, type MediaOwner, type ShownOn } from '@parvis/media/server';
import type { Transaction } from '@parvis/platform/server';
import { Subjects } from '../subject/subjects.ts';

/** Comments have files, which are seen by those who see what the comment is about. */
@Injectable()
export class CommentMedia implements MediaOwner, OnModuleInit {
  readonly type = 'comment';

  constructor(
    private readonly owners: MediaOwners,
    private readonly attachments: Attachments,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.owners.register(this);
  }

  visibleTo(commentId: string, viewer: string): string {
    const subjectVisible = this.subjects.visibleTo('holder.subject_type', 'holder.subject_id', viewer);
    return `EXISTS (SELECT 1 FROM comment holder WHERE holder.id = ${commentId} AND holder.deleted_at IS NULL AND ${subjectVisible})`;
  }

  shownOn(commentId: string): ShownOn {
    const said = (column: string): string => `(SELECT said.${column} FROM comment said WHERE said.id = ${commentId})`;
    return { type: said('subject_type'), id: said('subject_id') };
  }

  /** Left out: they stay as they are. Errors: ID_INVALID, TOO_MANY_ITEMS, FILE_NOT_FOUND. */
  async write(tx: Transaction, viewer: Viewer, commentId: string, attachmentIds: readonly string[] | null | undefined): Promise<void> {
    if (attachmentIds) await this.attachments.replace(tx, viewer, { type: this.type, id: commentId }, attachmentIds);
  }

  /** The comment is deleted: its files go with it. */
  discard(tx: Transaction, commentId: string): Promise<void> {
    return this.attachments.discard(tx, { type: this.type, id: commentId });
  }
}
