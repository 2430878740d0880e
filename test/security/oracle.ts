import type { RandomOrganisation } from './random-organisation.ts';

/**
 * Who may see what, written down a second time as naively as can be, from the rules as people are told them. The database's rule must agree with
 * it on every organisation.
 */
export class Oracle {
  constructor(private readonly of: RandomOrganisation) {}

  seesCommunity(viewer: number, community: number): boolean {
    const { visibility } = this.of.communities[community]!;
    if (visibility === 'open') return true;
    if (visibility === 'closed') return true;
    if (this.of.communities[community]!.invited.includes(viewer)) return true;
    return this.isMember(viewer, community);
  }

  readsCommunity(viewer: number, community: number): boolean {
    if (this.of.communities[community]!.visibility === 'open') return true;
    return this.isMember(viewer, community);
  }

  /** Reads through a break-glass access: theirs, of another's approval, within its time. It opens nothing else. */
  looksInto(viewer: number, community: number): boolean {
    return this.of.glasses.some((glass) => glass.person === viewer && glass.community === community && glass.state === 'approved' && glass.decider !== null && glass.decider !== viewer && !glass.over);
  }

  looksAtPost(viewer: number, post: number): boolean {
    const { community, deleted } = this.of.posts[post]!;
    return community !== null && !deleted && this.looksInto(viewer, community);
  }

  looksAtComment(viewer: number, comment: number): boolean {
    const { post, deleted } = this.of.comments[comment]!;
    return !deleted && this.looksAtPost(viewer, post);
  }

  seesPost(viewer: number, post: number): boolean {
    const { community, deleted } = this.of.posts[post]!;
    if (deleted) return false;
    if (community === null) return true;
    return this.readsCommunity(viewer, community);
  }

  seesComment(viewer: number, comment: number): boolean {
    const { post, deleted } = this.of.comments[comment]!;
    if (deleted) return false;
    return this.seesPost(viewer, post);
  }

  inHomeFeed(viewer: number, post: number): boolean {
    if (!this.inAllFeed(viewer, post)) return false;
    const { author, community, tag } = this.of.posts[post]!;
    if (community === null) return true;
    if (this.isMember(viewer, community)) return true;
    if (this.of.tagFollows.some((follow) => follow.person === viewer && follow.tag === tag)) return true;
    return this.of.follows.some(({ follower, followee }) => follower === viewer && followee === author);
  }

  inAllFeed(viewer: number, post: number): boolean {
    return this.seesPost(viewer, post) && !this.hasMuted(viewer, post);
  }

  inCommunitiesFeed(viewer: number, post: number): boolean {
    const { community } = this.of.posts[post]!;
    return this.inAllFeed(viewer, post) && community !== null && this.isMember(viewer, community);
  }

  inLeadershipFeed(viewer: number, post: number): boolean {
    if (!this.inAllFeed(viewer, post)) return false;
    if (this.of.people[this.of.posts[post]!.author]!.executive) return true;
    return this.of.comments.some((comment) => comment.post === post && !comment.deleted && this.of.people[comment.author]!.executive);
  }

  /** What somebody missed is what others wrote in the same feed; here nobody has read anything yet. */
  missed(viewer: number, post: number): boolean {
    return this.inHomeFeed(viewer, post) && this.of.posts[post]!.author !== viewer;
  }

  private hasMuted(viewer: number, post: number): boolean {
    const { author, community, tag } = this.of.posts[post]!;
    return this.of.mutes.some((mute) => {
      if (mute.person !== viewer || mute.ended) return false;
      if ('muted' in mute) return mute.muted === author;
      if ('community' in mute) return mute.community === community;
      return mute.tag === tag;
    });
  }

  /** Who may answer a post: whoever sees it, unless its community is at rest. */
  answersPost(viewer: number, post: number): boolean {
    if (!this.seesPost(viewer, post)) return false;
    const { community } = this.of.posts[post]!;
    return community === null || !this.of.communities[community]!.archived;
  }

  private isMember(viewer: number, community: number): boolean {
    return this.of.communities[community]!.members.includes(viewer);
  }
}
