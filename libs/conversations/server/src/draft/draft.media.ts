import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Attachments, MediaOwners, type AttachmentOwner, type MediaOwner } from '@parvis/media/server';
import type { Transaction } from '@parvis/platform/server';
import { draftVisibleTo } from './draft.access.ts';

export const draftOwnerType = 'draft';
const ownerOf = (id: string): AttachmentOwner => ({ type: draftOwnerType, id });

/** The files of a draft, for its writer alone. Files that belong to nothing are swept after a day; a draft lasts longer. */
@Injectable()
export class DraftMedia implements MediaOwner, OnModuleInit {
  readonly type = draftOwnerType;

  constructor(
    private readonly owners: MediaOwners,
    private readonly attachments: Attachments,
  ) {}

  onModuleInit(): void {
    this.owners.register(this);
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM draft holder WHERE holder.id = ${id} AND ${draftVisibleTo('holder', viewer)})`;
  }

  /** From now on the draft has these files. Those that are gone, or belong to something else by now, are no reason to refuse the words. Errors: ID_INVALID, TOO_MANY_ITEMS. */
  async keep(tx: Transaction, viewer: Viewer, draftId: string, fileIds: readonly string[]): Promise<void> {
    const owner = ownerOf(draftId);
    await this.attachments.replace(tx, viewer, owner, await this.attachments.attachableAmong(tx, viewer, owner, fileIds));
  }

  discard(tx: Transaction, draftId: string): Promise<void> {
    return this.attachments.discard(tx, ownerOf(draftId));
  }
}
