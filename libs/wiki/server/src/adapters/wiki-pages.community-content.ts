import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommunityContents, type CommunityContent } from '@parvis/communities/server';
import type { Transaction } from '@parvis/platform/server';

/** Pages belong to communities: counted before they are disclosed, moved when two communities become one. */
@Injectable()
export class WikiPagesInCommunities implements CommunityContent, OnModuleInit {
  readonly kind = 'wiki-page';

  constructor(private readonly contents: CommunityContents) {}

  onModuleInit(): void {
    this.contents.register(this);
  }

  countIn(communityId: string): string {
    return `SELECT count(*) FROM wiki_page held WHERE held.community_id = ${communityId} AND held.deleted_at IS NULL`;
  }

  latestIn(communityId: string): string {
    return `SELECT max(held.updated_at) FROM wiki_page held WHERE held.community_id = ${communityId} AND held.deleted_at IS NULL`;
  }

  /** Those that were taken off too: the animators of the other community may bring them back. */
  async move(tx: Transaction, { from, into }: { from: string; into: string }): Promise<void> {
    await tx.manager.query('UPDATE wiki_page SET community_id = $2 WHERE community_id = $1', [from, into]);
  }
}
