import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Attachments, FileLoader, MediaOwners, type AttachedFile, type MediaOwner } from '@parvis/media/server';
import type { Transaction } from '@parvis/platform/server';
import { communityLooksVisibleTo } from '../community/community.access.ts';

/** The image that a community wears, seen by whoever sees how the community looks. */
@Injectable()
export class CommunityBannerMedia implements MediaOwner, OnModuleInit {
  readonly type = 'community-banner';

  constructor(
    private readonly owners: MediaOwners,
    private readonly attachments: Attachments,
    private readonly files: FileLoader,
  ) {}

  onModuleInit(): void {
    this.owners.register(this);
  }

  visibleTo(communityId: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM community wearer WHERE wearer.id = ${communityId} AND ${communityLooksVisibleTo('wearer', viewer)})`;
  }

  /** Of a community whose looks the viewer was found to see. */
  async imageOf(viewer: Viewer, communityId: string): Promise<AttachedFile | null> {
    return (await this.files.attachedTo(viewer, this.type, communityId))[0] ?? null;
  }

  /** Null: none from now on. True when that changed anything. Errors: ID_INVALID, FILE_NOT_FOUND, IMAGE_REQUIRED. */
  async wear(tx: Transaction, viewer: Viewer, communityId: string, imageId: string | null): Promise<boolean> {
    const wearer = { type: this.type, id: communityId };
    const before = await this.attachments.idsOf(tx, wearer);
    const after = imageId ? [imageId.toLowerCase()] : [];
    if (before.join() === after.join()) return false;
    await this.attachments.replace(tx, viewer, wearer, after);
    await this.attachments.requireImages(tx, wearer);
    return true;
  }

  /** Says what the image shows that it wears, whoever put it on. True when that changed anything. Errors: TEXT_TOO_LONG. */
  describe(tx: Transaction, communityId: string, words: string): Promise<boolean> {
    return this.attachments.describe(tx, { type: this.type, id: communityId }, 'bannerImageAlt', words);
  }

  /** The community is no more. */
  discard(tx: Transaction, communityId: string): Promise<void> {
    return this.attachments.discard(tx, { type: this.type, id: communityId });
  }
}
