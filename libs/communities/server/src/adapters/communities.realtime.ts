import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers, Realtime } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { communityCreated, communityMerged, memberJoined, memberLeft, visibilityChanged } from '../communities.events.ts';
import { contentVisibleTo } from '../community/community.access.ts';
import { MembershipQuery } from '../membership/membership.query.ts';

/** The room of a community's members. */
export const communityRoom = (communityId: string): string => `community/${communityId}`;

/** Puts members into their communities' rooms, lets readers watch a community, and applies both again when somebody joins or leaves, or when it closes. */
@Injectable()
export class CommunitiesRealtime implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly events: EventHandlers,
    private readonly memberships: MembershipQuery,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.realtime.roomsOf(async (personId) => (await this.memberships.communityIdsOf(personId)).map(communityRoom));
    this.realtime.topic('community', async (personId, communityId) => {
      const [row] = await this.dataSource.query(
        `SELECT 1 FROM community WHERE community.id = $2 AND ${contentVisibleTo('community.id', '$1')}`,
        [personId, communityId],
      );
      return row !== undefined;
    });
    this.events.on(communityMerged, async ({ newMemberIds }) => {
      for (const personId of newMemberIds) await this.realtime.refresh(personId);
      await this.realtime.refreshWatchers();
    });
    this.events.on(visibilityChanged, async ({ from }) => {
      if (from === 'open') await this.realtime.refreshWatchers();
    });
    for (const event of [communityCreated, memberJoined, memberLeft]) this.events.on(event, ({ personId }) => this.realtime.refresh(personId));
  }
}
