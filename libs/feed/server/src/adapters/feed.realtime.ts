import { Injectable, type OnModuleInit } from '@nestjs/common';
import { communityRoom, CommunityQuery } from '@parvis/communities/server';
import { Subjects } from '@parvis/conversations/server';
import { FollowQuery, personFollowed, personUnfollowed } from '@parvis/people/server';
import { EventHandlers, Realtime, type Change } from '@parvis/platform/server';
import { postPublished } from '../feed.events.ts';

const companyRoom = 'company';
const followersRoom = (personId: string): string => `followers/${personId}`;

/** Tells home feeds and open community pages that a post has come, through the rooms of those who may read it. */
@Injectable()
export class FeedRealtime implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly events: EventHandlers,
    private readonly follows: FollowQuery,
    private readonly communities: CommunityQuery,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.realtime.roomsOf(async (personId) => [companyRoom, ...(await this.follows.followeeIdsOf(personId)).map(followersRoom)]);
    this.realtime.topic('post', (personId, id) => this.subjects.isVisible(personId, { type: 'post', id }));
    for (const event of [personFollowed, personUnfollowed]) this.events.on(event, ({ followerId }) => this.realtime.refresh(followerId));
    this.events.on(postPublished, (post) => this.tell(post));
  }

  private async tell({ postId, authorId, communityId }: { postId: string; authorId: string; communityId: string | null }): Promise<void> {
    const change = { kind: 'post.published', id: postId, authorId } satisfies Omit<Change, 'topic'>;
    await this.realtime.tell(await this.homeRooms(authorId, communityId), { ...change, topic: 'home' });
    if (communityId) await this.realtime.tellWatchers({ ...change, topic: `community:${communityId}` });
  }

  /** Whose home feeds a post comes into: the same people that HomeQuery gives it to. */
  private async homeRooms(authorId: string, communityId: string | null): Promise<string[]> {
    if (!communityId) return [companyRoom];
    const openToAll = await this.communities.isOpen(communityId);
    // Followers who are members of a closed community are in its room already.
    return openToAll ? [communityRoom(communityId), followersRoom(authorId)] : [communityRoom(communityId)];
  }
}
