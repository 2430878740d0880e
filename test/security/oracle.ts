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
    return this.isMember(viewer, community);
  }

  readsCommunity(viewer: number, community: number): boolean {
    if (this.of.communities[community]!.visibility === 'open') return true;
    return this.isMember(viewer, community);
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
    if (!this.seesPost(viewer, post)) return false;
    const { author, community } = this.of.posts[post]!;
    if (community === null) return true;
    if (this.isMember(viewer, community)) return true;
    return this.of.follows.some(({ follower, followee }) => follower === viewer && followee === author);
  }

  inLeadershipFeed(viewer: number, post: number): boolean {
    if (!this.seesPost(viewer, post)) return false;
    if (this.of.people[this.of.posts[post]!.author]!.executive) return true;
    return this.of.comments.some((comment) => comment.post === post && !comment.deleted && this.of.people[comment.author]!.executive);
  }

  private isMember(viewer: number, community: number): boolean {
    return this.of.communities[community]!.members.includes(viewer);
  }
}
