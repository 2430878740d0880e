import type { EntityManager } from 'typeorm';
import { writtenKinds } from '../event/written-kinds.ts';
import type { Day } from '../period/day.ts';
import { chosenEvents, countsOn } from '../roll-up/day-sql.ts';

/** What somebody who is or was an executive wrote on a day. */
export interface ExecutiveAct {
  day: Day;
  personId: string;
  /** Whom it addresses. */
  targetIds: string[];
  isComment: boolean;
  /** Since the post or the comment that it replies to was written; else null. */
  minutes: number | null;
  isDelegated: boolean;
  /** The community in which it was written, unless they animate it; else null. */
  communityId: string | null;
}

/** What counts of it, without a name. */
export interface CountedAct {
  isReply: boolean;
  /** For replies to posts and comments of employees. */
  minutes: number | null;
  isDelegated: boolean;
  communityId: string | null;
}

/** What a day keeps of it. */
export interface KeptAct extends CountedAct {
  place: number;
}

/** `isExecutive`: whether somebody was one on the day of the act. */
export function counted({ targetIds, isComment, minutes, isDelegated, communityId }: ExecutiveAct, isExecutive: (personId: string) => boolean): CountedAct {
  const isReply = isComment && targetIds.some((id) => !isExecutive(id));
  return { isReply, minutes: isReply ? minutes : null, isDelegated, communityId };
}

/** What those who are or were executives wrote on some days; one of them alone, if named. */
export const executiveActsOn = (manager: EntityManager, days: readonly Day[], personId: string | null = null): Promise<ExecutiveAct[]> =>
  manager.query(
    `WITH act AS (
       SELECT chosen.day, event.actor_id, event.subject_id, min(event.at) AS at, bool_or(event.kind IN ('comment', 'answer')) AS is_comment, bool_or(event.is_delegated) AS is_delegated,
         coalesce(array_agg(DISTINCT event.target_id) FILTER (WHERE event.target_id IS NOT NULL), '{}') AS targets
       FROM ${chosenEvents} WHERE event.kind IN ${writtenKinds} AND event.actor_id IN (SELECT person_id FROM engagement_standing WHERE level = 'executive') AND ($2::uuid IS NULL OR event.actor_id = $2) GROUP BY 1, 2, 3
     )
     SELECT act.day::text, act.actor_id AS "personId", act.targets AS "targetIds", act.is_comment AS "isComment", act.is_delegated AS "isDelegated",
       CASE WHEN act.is_comment THEN floor(extract(epoch FROM act.at - coalesce(parent.created_at, about.created_at)) / 60)::int END AS minutes,
       CASE WHEN membership.role IS DISTINCT FROM 'animator' THEN coalesce(about.community_id, post.community_id) END AS "communityId"
     FROM act
     LEFT JOIN post ON post.id = act.subject_id
     LEFT JOIN comment said ON said.id = act.subject_id
     LEFT JOIN comment parent ON parent.id = said.parent_id
     LEFT JOIN post about ON about.id = said.subject_id
     LEFT JOIN membership ON membership.person_id = act.actor_id AND membership.community_id = coalesce(about.community_id, post.community_id)
     WHERE ${countsOn('act.actor_id', 'act.day')}`,
    [days, personId],
  );
