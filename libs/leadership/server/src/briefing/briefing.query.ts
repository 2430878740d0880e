import { Injectable } from '@nestjs/common';
import { isUnanswered, mutedBy, postVisibleTo } from '@parvis/feed/server';
import type { Viewer } from '@parvis/identity/server';
import { daysAgo, firstIdAt } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { BriefingReason, Candidate } from './choice.ts';

/** Posts of two weeks, and of those the newest 300: what is older has been answered, or has found its readers without. */
const candidateDays = 14;
const maxCandidates = 300;
/** A department that no executive has answered for this long. */
const unheardDays = 30;

export interface BriefingRow {
  postId: string;
  reasons: BriefingReason[];
  isDone: boolean;
}

interface SignalRow {
  postId: string;
  authorId: string;
  department: string;
  ageDays: number;
  unanswered: boolean;
  mention: boolean;
  noReaction: boolean;
  newcomer: boolean;
  unheard: boolean;
}

/** Reads what was chosen for an executive, and what could be. */
@Injectable()
export class BriefingQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** What was chosen for the day, in its order; done once the executive has reacted, commented or set it aside. */
  async chosen(viewer: Viewer, day: string): Promise<BriefingRow[]> {
    return this.dataSource.query(
      `SELECT item.post_id AS "postId", item.reasons, ${answeredBy('item.post_id')} AS "isDone"
       FROM briefing_item item WHERE item.person_id = $1 AND item.day = $2 ORDER BY item.position`,
      [viewer.personId, day],
    );
  }

  /** Posts of other departments that the executive may see, has neither answered nor set aside nor muted, each with its reasons. */
  async candidates(viewer: Viewer, now: Date): Promise<Candidate[]> {
    const rows: SignalRow[] = await this.dataSource.query(candidatesSql, [
      viewer.personId,
      firstIdAt(daysAgo(candidateDays, now)),
      firstIdAt(daysAgo(unheardDays, now)),
      now,
    ]);
    return rows.map(({ postId, authorId, department, ageDays, ...signals }) => ({ postId, authorId, department, ageDays, reasons: reasonsOf(signals) }));
  }
}

function reasonsOf({ unanswered, mention, noReaction, newcomer, unheard }: Pick<SignalRow, 'unanswered' | 'mention' | 'noReaction' | 'newcomer' | 'unheard'>): BriefingReason[] {
  const told: [BriefingReason, boolean][] = [['mention', mention], ['unanswered', unanswered], ['newcomer', newcomer], ['no-reaction', noReaction], ['unheard', unheard]];
  return told.filter(([, holds]) => holds).map(([reason]) => reason);
}

const answeredBy = (postId: string): string => `(
  EXISTS (SELECT 1 FROM reaction own WHERE own.subject_id = ${postId} AND own.person_id = $1)
  OR EXISTS (SELECT 1 FROM comment own WHERE own.subject_id = ${postId} AND own.author_id = $1 AND own.deleted_at IS NULL)
  OR EXISTS (SELECT 1 FROM briefing_dismissal own WHERE own.post_id = ${postId} AND own.person_id = $1))`;

const candidatesSql = `
  WITH candidate AS (
    SELECT post.id, post.author_id, post.written_by_id, post.kind, post.body, post.created_at, author.department
    FROM post JOIN person author ON author.id = post.author_id JOIN person own ON own.id = $1
    WHERE post.id >= $2 AND author.deactivated_at IS NULL AND author.department IS NOT NULL AND author.department IS DISTINCT FROM own.department
      AND post.author_id <> $1 AND ${postVisibleTo('post', '$1')} AND NOT ${mutedBy('post', '$1')} AND NOT ${answeredBy('post.id')}
    ORDER BY post.id DESC LIMIT ${maxCandidates}
  ), heard AS (
    SELECT DISTINCT asker.department FROM comment
    JOIN person executive ON executive.id = comment.author_id AND 'executive' = ANY (executive.roles)
    JOIN post ON post.id = comment.subject_id JOIN person asker ON asker.id = post.author_id
    WHERE comment.id >= $3 AND comment.deleted_at IS NULL AND comment.subject_type = 'post'
  )
  SELECT candidate.id AS "postId", candidate.author_id AS "authorId", candidate.department,
    greatest(0, extract(epoch FROM $4::timestamptz - candidate.created_at) / 86400)::int AS "ageDays",
    candidate.kind = 'question' AND ${isUnanswered('candidate')} AS unanswered,
    jsonb_path_exists(candidate.body, '$.** ? (@.type == "mention" && @.attrs.id == $own)', jsonb_build_object('own', $1::text)) AS mention,
    NOT EXISTS (SELECT 1 FROM reaction any_one WHERE any_one.subject_id = candidate.id) AS "noReaction",
    coalesce(profile.hired_on > (candidate.created_at - interval '60 days')::date, false)
      AND NOT EXISTS (SELECT 1 FROM post earlier WHERE earlier.author_id = candidate.author_id AND earlier.id < candidate.id AND earlier.deleted_at IS NULL) AS newcomer,
    candidate.department NOT IN (SELECT department FROM heard WHERE department IS NOT NULL) AS unheard
  FROM candidate LEFT JOIN profile ON profile.person_id = candidate.author_id`;
