import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import { communityReadableBy, communityVisibleTo } from '../community/community.access.ts';

/** A community that may interest somebody, and why. */
export interface Suggestion {
  communityId: string;
  /** How many members are of the viewer's department. */
  departmentCount: number;
  /** How many members the viewer follows. */
  followedCount: number;
}

export interface Topic {
  name: string;
  communityCount: number;
}

/** What leads to communities that one is not in yet: colleagues who are, and topics. */
@Injectable()
export class SuggestionQuery {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Open ones that live, where the viewer is not: those of people followed first, each counting as much as three colleagues of the department.
   * Who is in is told only of what the viewer may read.
   */
  async suggestions(viewer: Viewer, first: number): Promise<Suggestion[]> {
    return this.dataSource.query(
      `WITH viewer AS (SELECT id, department FROM person WHERE id = $1),
       known AS (
         SELECT person.id, (person.department IS NOT NULL AND person.department = viewer.department) AS "isNear",
           EXISTS (SELECT 1 FROM follow WHERE follow.follower_id = $1 AND follow.followee_id = person.id) AS "isFollowed"
         FROM person, viewer
         WHERE person.id <> $1 AND person.deactivated_at IS NULL
           AND (person.department = viewer.department OR person.id IN (SELECT followee_id FROM follow WHERE follower_id = $1))
       )
       SELECT community.id AS "communityId", count(*) FILTER (WHERE known."isNear")::int AS "departmentCount", count(*) FILTER (WHERE known."isFollowed")::int AS "followedCount"
       FROM known JOIN membership ON membership.person_id = known.id JOIN community ON community.id = membership.community_id
       WHERE community.archived_at IS NULL AND ${communityReadableBy('community', '$1')}
         AND NOT EXISTS (SELECT 1 FROM membership own WHERE own.community_id = community.id AND own.person_id = $1)
       GROUP BY community.id, community.sort_name
       ORDER BY count(*) FILTER (WHERE known."isNear") + 3 * count(*) FILTER (WHERE known."isFollowed") DESC, community.sort_name, community.id
       LIMIT $2`,
      [viewer.personId, first],
    );
  }

  /** The topics of the communities that live and that the viewer may know of, the most frequent first. */
  async topics(viewer: Viewer, first: number): Promise<Topic[]> {
    return this.dataSource.query(
      `SELECT min(about.topic) AS name, count(*)::int AS "communityCount"
       FROM community CROSS JOIN LATERAL unnest(community.topics, community.topic_keys) AS about(topic, key)
       WHERE community.archived_at IS NULL AND ${communityVisibleTo('community', '$1')}
       GROUP BY about.key ORDER BY count(*) DESC, about.key LIMIT $2`,
      [viewer.personId, first],
    );
  }
}
