import { Injectable } from '@nestjs/common';
import { daysAgo } from '@parvis/platform/server';
import { PostQuery, type PostEntity } from '@parvis/feed/server';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import { minPeople, periodFrom } from '../exchanges.ts';
import { activeHoursSql, activeMembersSql, helpersSql, newcomersSql, subCommunitiesSql, weeksSql, withoutCommentOfOthers, withoutReactionOfOthers } from './animator-view.sql.ts';
import type { AnimatorView, CommunityHelper, CommunityHour, CommunityWeek, Newcomer, SubCommunitySuggestion, WaitingPosts } from './animator-view.type.ts';

/** Lists of the page hold at most this many; beyond, an animator needs help rather than a longer list. */
const maxListed = 10;
/** People that one can know (Dunbar 1992): above as many active members, a community gains by parts. */
export const dunbarNumber = 150;
const days = { newcomers: 30, unanswered: 90, quiet: 30, activity: 90, weeks: 91, active: 30 };
const hours = { unanswered: 24, quiet: 48 };

const hoursAgo = (count: number): Date => daysAgo(count / 24);

/** What an animator looks after in one community. Whoever asks has made sure that the viewer animates it. */
@Injectable()
export class AnimatorViewQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly posts: PostQuery,
  ) {}

  /** Members of 30 days at most whom nobody has mentioned, answered or reacted to here, longest waiting first. */
  async newcomers({ communityId }: AnimatorView): Promise<Newcomer[]> {
    return this.dataSource.query(newcomersSql, [communityId, periodFrom(days.newcomers), daysAgo(days.newcomers), maxListed]);
  }

  /** Questions of the last 90 days that nobody but their author has commented for a day, oldest first. */
  async unansweredQuestions(viewer: Viewer, { communityId }: AnimatorView): Promise<WaitingPosts> {
    const condition = `post.kind = 'question' AND ${withoutCommentOfOthers}`;
    return this.waiting(viewer, communityId, { condition, from: periodFrom(days.unanswered), before: hoursAgo(hours.unanswered) });
  }

  /** Other posts of the last 30 days without a reaction nor a comment for two days, oldest first. */
  async quietPosts(viewer: Viewer, { communityId }: AnimatorView): Promise<WaitingPosts> {
    const condition = `post.kind <> 'question' AND ${withoutCommentOfOthers} AND ${withoutReactionOfOthers}`;
    return this.waiting(viewer, communityId, { condition, from: periodFrom(days.quiet), before: hoursAgo(hours.quiet) });
  }

  /** The last 12 weeks, oldest first, weeks in which nothing was written included. */
  async weeks({ communityId, timeZone }: AnimatorView): Promise<CommunityWeek[]> {
    return this.dataSource.query(weeksSql, [communityId, periodFrom(days.weeks), timeZone]);
  }

  /** How much happened in each hour of the week over 90 days, empty hours left out; null when fewer than `minPeople` people were active. */
  async activeHours({ communityId, timeZone }: AnimatorView): Promise<CommunityHour[] | null> {
    const rows: (CommunityHour & { people: number })[] = await this.dataSource.query(activeHoursSql, [communityId, periodFrom(days.activity), timeZone]);
    if ((rows[0]?.people ?? 0) < minPeople) return null;
    return rows.map(({ weekday, hour, count }) => ({ weekday, hour, count }));
  }

  /** Who answered at least three different posts of others in 90 days, most first: not who writes most. */
  async helpers({ communityId }: AnimatorView): Promise<CommunityHelper[]> {
    return this.dataSource.query(helpersSql, [communityId, periodFrom(days.activity), maxListed]);
  }

  /** Members who wrote, answered or reacted in the last 30 days. */
  async activeMemberCount({ communityId }: AnimatorView): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(activeMembersSql, [communityId, periodFrom(days.active)]);
    return row?.count ?? 0;
  }

  /** Hashtags that enough people share to make a community of their own; none up to `dunbarNumber` active members. */
  async subCommunities(view: AnimatorView): Promise<SubCommunitySuggestion[]> {
    const active = await this.activeMemberCount(view);
    if (active <= dunbarNumber) return [];
    // A hashtag of more than half of them is the community's own subject.
    return this.dataSource.query(subCommunitiesSql, [view.communityId, periodFrom(days.activity), minPeople, Math.floor(active / 2)]);
  }

  private async waiting(viewer: Viewer, communityId: string, { condition, from, before }: { condition: string; from: string; before: Date }): Promise<WaitingPosts> {
    const [posts, totalCount]: [PostEntity[], number] = await this.posts
      .visibleTo(viewer)
      .andWhere('post.community_id = :communityId AND post.id >= :from AND post.created_at < :before', { communityId, from, before })
      .andWhere(condition)
      .orderBy('post.id')
      .limit(maxListed)
      .getManyAndCount();
    return { posts, totalCount };
  }
}
