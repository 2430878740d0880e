import { Injectable } from '@nestjs/common';
import type { PersonEntity, Viewer } from '@parvis/identity/server';
import type { CountedConnection, PageRequest } from '@parvis/platform/server';
import { DataSource, type EntityManager } from 'typeorm';
import { NamedPeopleQuery } from '../kind/named-people.query.ts';
import { showsResults } from './poll.policy.ts';

/** A poll as one viewer may see it: counts are null as long as they are not for them. */
export interface PollView {
  postId: string;
  isMultiple: boolean;
  isAnonymous: boolean;
  closesAt: Date | null;
  voterCount: number;
  viewerHasVoted: boolean;
  options: PollOptionView[];
}

export interface PollOptionView {
  id: string;
  postId: string;
  label: string;
  voteCount: number | null;
  /** Of an anonymous poll nobody can tell, oneself included: null. */
  viewerChose: boolean | null;
  /** Whether those who chose it may be named to this viewer. */
  isNamed: boolean;
}

/** Reads polls of posts that the caller has let the viewer see. */
@Injectable()
export class PollQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: NamedPeopleQuery,
  ) {}

  async ofPosts(viewer: Viewer, postIds: readonly string[], manager: EntityManager = this.dataSource.manager): Promise<Map<string, PollView>> {
    const polls: Omit<PollView, 'options'>[] = await manager.query(
      `SELECT poll.post_id AS "postId", poll.is_multiple AS "isMultiple", poll.is_anonymous AS "isAnonymous", poll.closes_at AS "closesAt",
         (SELECT count(*)::int FROM poll_participant voter WHERE voter.post_id = poll.post_id) AS "voterCount",
         EXISTS (SELECT 1 FROM poll_participant own WHERE own.post_id = poll.post_id AND own.person_id = $1) AS "viewerHasVoted"
       FROM poll WHERE poll.post_id = ANY($2)`,
      [viewer.personId, postIds],
    );
    const options: (PollOptionView & { voteCount: number; viewerChose: boolean })[] = await manager.query(
      `SELECT option.id, option.post_id AS "postId", option.label,
         option.anonymous_count + (SELECT count(*)::int FROM poll_vote vote WHERE vote.option_id = option.id) AS "voteCount",
         EXISTS (SELECT 1 FROM poll_vote own WHERE own.option_id = option.id AND own.person_id = $1) AS "viewerChose"
       FROM poll_option option WHERE option.post_id = ANY($2) ORDER BY option.post_id, option.position`,
      [viewer.personId, postIds],
    );
    const ofPoll = Map.groupBy(options, ({ postId }) => postId);
    return new Map(polls.map((poll) => [poll.postId, { ...poll, options: (ofPoll.get(poll.postId) ?? []).map((option) => asShown(poll, option)) }]));
  }

  /** Who chose an option, in the order of the directory; nobody when the poll is anonymous or its results are not for the viewer. */
  async voters(viewer: Viewer, option: PollOptionView, page: PageRequest): Promise<CountedConnection<PersonEntity>> {
    if (!option.isNamed) return { edges: [], pageInfo: { endCursor: null, hasNextPage: false }, totalCount: 0 };
    const condition = 'EXISTS (SELECT 1 FROM poll_vote vote WHERE vote.option_id = :optionId AND vote.person_id = person.id)';
    return this.people.page(viewer, { condition, parameters: { optionId: option.id } }, page);
  }
}

function asShown(poll: Omit<PollView, 'options'>, option: PollOptionView): PollOptionView {
  const areShown = showsResults(poll);
  return {
    ...option,
    voteCount: areShown ? option.voteCount : null,
    viewerChose: poll.isAnonymous ? null : option.viewerChose,
    isNamed: areShown && !poll.isAnonymous,
  };
}
