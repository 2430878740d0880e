import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Attachments, LinkPreviews, MediaOwners, type MediaOwner } from '@parvis/media/server';
import type { Transaction } from '@parvis/platform/server';
import { postVisibleTo } from '../post/post.access.ts';

/** What stands with a post; what is left out stays as it is. */
export interface ShownWithPost {
  attachmentIds?: string[] | null;
  linkPreviewId?: string | null;
}

/** Posts have files and the preview of a link; both are seen by those who see the post. */
@Injectable()
export class PostMedia implements MediaOwner, OnModuleInit {
  readonly type = 'post';

  constructor(
    private readonly owners: MediaOwners,
    private readonly attachments: Attachments,
    private readonly previews: LinkPreviews,
  ) {}

  onModuleInit(): void {
    this.owners.register(this);
  }

  visibleTo(postId: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM post holder WHERE holder.id = ${postId} AND ${postVisibleTo('holder', viewer)})`;
  }

  /** Errors: ID_INVALID, TOO_MANY_ITEMS, FILE_NOT_FOUND, LINK_PREVIEW_NOT_FOUND. */
  async write(tx: Transaction, viewer: Viewer, postId: string, { attachmentIds, linkPreviewId }: ShownWithPost): Promise<void> {
    const post = { type: this.type, id: postId };
    if (attachmentIds) await this.attachments.replace(tx, viewer, post, attachmentIds);
    if (linkPreviewId !== undefined) await this.previews.replace(tx, post, linkPreviewId);
  }

  /** The post is deleted: its files go with it. */
  discard(tx: Transaction, postId: string): Promise<void> {
    return this.attachments.discard(tx, { type: this.type, id: postId });
  }
}
