import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { communityRoom, CommunityQuery } from '@parvis/communities/server';
import { Subjects } from '@parvis/conversations/server';
import { FollowQuery, personFollowed, personUnfollowed } from '@parvis/people/server';
import { EventHandlers, Jobs, Realtime, type Change } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { mutesChanged, postPublished, tagFollowed, tagUnfollowed } from '../feed.events.ts';
import { muteEnded } from '../feed.jobs.ts';
import { MuteQuery } from '../mute/mute.query.ts';
import { TagQuery } from '../tag/tag.query.ts';

const companyRoom = 'company';
const followersRoom = (personId: string): string => `followers/${personId}`;
/** By a hash: names of rooms go from process to process in short messages, and a hashtag may be long. */
const tagRoom = (tag: string): string => `tag/${createHash('sha256').update(tag).digest('base64url').slice(0, 16)}`;
/** Those who do not want to hear of somebody, a community or a hashtag. */
const mutersRoom = (of: string): string => `muters/${of}`;
/** Nobody reads a post for its thirtieth hashtag; without a limit one post could fill the messages between processes. */
const tagsTold = 30;

/** Tells home feeds and open community pages that a post has come, through the rooms of those who may read it. */
@Injectable()
export class FeedRealtime implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly events: EventHandlers,
    private readonly jobs: Jobs,
    private readonly follows: FollowQuery,
    private readonly communities: CommunityQuery,
    private readonly subjects: Subjects,
    private readonly tags: TagQuery,
    private readonly mutes: MuteQuery,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.realtime.roomsOf((personId) => this.roomsOf(personId));
    this.realtime.topic('post', (personId, id) => this.subjects.isVisible(personId, { type: 'post', id }));
    for (const event of [personFollowed, personUnfollowed]) this.events.on(event, ({ followerId }) => this.realtime.refresh(followerId));
    for (const event of [tagFollowed, tagUnfollowed]) this.events.on(event, ({ followerId }) => this.realtime.refresh(followerId));
    this.events.on(mutesChanged, ({ personId }) => this.realtime.refresh(personId));
    this.jobs.on(muteEnded, ({ personId }) => this.realtime.refresh(personId));
    this.events.on(postPublished, (post) => this.tell(post));
  }

  private async roomsOf(personId: string): Promise<string[]> {
    const [people, tags, muted] = await Promise.all([this.follows.followeeIdsOf(personId), this.tags.followedBy(personId), this.mutes.ofPerson(personId)]);
    const mutedRooms = muted.map(({ mutedPersonId, communityId, tag }) => mutersRoom(mutedPersonId ?? communityId ?? tagRoom(String(tag))));
    return [companyRoom, ...people.map(followersRoom), ...tags.map(tagRoom), ...mutedRooms];
  }

  private async tell({ postId, authorId, communityId }: { postId: string; authorId: string; communityId: string | null }): Promise<void> {
    const change = { kind: 'post.published', id: postId, authorId } satisfies Omit<Change, 'topic'>;
    const tags = await this.tagsOf(postId);
    const muted = [mutersRoom(authorId), ...(communityId ? [mutersRoom(communityId)] : []), ...tags.slice(0, tagsTold).map(tagRoom).map(mutersRoom)];
    await this.realtime.tell(await this.homeRooms({ authorId, communityId, tags }), { ...change, topic: 'home' }, muted);
    if (communityId) await this.realtime.tellWatchers({ ...change, topic: `community:${communityId}` });
  }

  /** Whose home feeds a post comes into, but for those who muted it: the same people that HomeQuery gives it to. */
  private async homeRooms({ authorId, communityId, tags }: { authorId: string; communityId: string | null; tags: string[] }): Promise<string[]> {
    if (!communityId) return [companyRoom];
    const openToAll = await this.communities.isOpen(communityId);
    // Of a closed community, followers of the author or of a hashtag who are members are in its room already; others may not read it.
    return openToAll ? [communityRoom(communityId), followersRoom(authorId), ...tags.slice(0, tagsTold).map(tagRoom)] : [communityRoom(communityId)];
  }

  private async tagsOf(postId: string): Promise<string[]> {
    const rows: { tag: string }[] = await this.dataSource.query(`SELECT tag FROM post_tag WHERE post_id = $1`, [postId]);
    return rows.map(({ tag }) => tag);
  }
}
