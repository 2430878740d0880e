import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommunityContents, type CommunityContent } from '@parvis/communities/server';
import type { Transaction } from '@parvis/platform/server';

/** Sessions of questions held in a community: counted before they are disclosed, moved when two communities become one. */
@Injectable()
export class AmaInCommunities implements CommunityContent, OnModuleInit {
  readonly kind = 'ama';

  constructor(private readonly contents: CommunityContents) {}

  onModuleInit(): void {
    this.contents.register(this);
  }

  countIn(communityId: string): string {
    return `SELECT count(*) FROM ama_session held WHERE held.community_id = ${communityId}`;
  }

  latestIn(communityId: string): string {
    return `SELECT max(held.created_at) FROM ama_session held WHERE held.community_id = ${communityId}`;
  }

  async move(tx: Transaction, { from, into }: { from: string; into: string }): Promise<void> {
    await tx.manager.query('UPDATE ama_session SET community_id = $2 WHERE community_id = $1', [from, into]);
  }
}
