import { Inject, Injectable } from '@nestjs/common';
import { readableCommunities } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { AbsenceQuery } from '@parvis/people/server';
import { PreparedStatements } from '@parvis/platform/server';
import { ExpertPreferenceQuery } from '../preference/expert-preference.query.ts';
import { RequestLoad } from '../request/request-load.ts';
import { EXPERT_WEIGHTS, type ExpertWeights } from './expert-weights.ts';
import type { ReadQuestion } from './question-reader.ts';

/** Of what somebody wrote, so much of the newest is looked at. */
const mostCounted = 200;

// The condition is that of an index (search_document_contributions), written as there. Asking is no sign of knowing. What stands where the viewer may not read does not count, not even as a number; ideas,
// of which that is asked one by one, count as far as they are evidence (`ranked`).
const activitySql = ({ isAway, hasHadEnough, refusing }: Record<'isAway' | 'hasHadEnough' | 'refusing', string>): string => `
  SELECT contributor.id AS "personId", coalesce(sum(1 / (1 + greatest(extract(epoch FROM $2::timestamptz - written.written_at), 0) / 86400 / $3::float8)) FILTER (WHERE written.written_at IS NOT NULL), 0)::float8 AS recent
  FROM unnest($1::uuid[]) contributor(id) JOIN person ON person.id = contributor.id AND person.deactivated_at IS NULL
  LEFT JOIN LATERAL (
    SELECT document.written_at FROM search_document document
    WHERE document.author_id = contributor.id AND document.kind IN ('post', 'comment', 'page') AND document.facet IS DISTINCT FROM 'question'
      AND (document.community_id IS NULL OR document.community_id IN ${readableCommunities('$4::uuid')}) AND document.written_at < $2
    ORDER BY document.written_at DESC LIMIT ${mostCounted}
  ) written ON TRUE
  WHERE contributor.id <> $4 AND NOT ${isAway} AND NOT ${hasHadEnough} AND contributor.id NOT IN (${refusing})
  GROUP BY contributor.id`;

/** What is asked, as far as it decides who may be proposed. */
export interface AskedQuestion extends Pick<ReadQuestion, 'tags' | 'skills'> {
  text: string;
}

/** What is known of those who may be proposed: people who work here, are not away as far as the viewer may know, do not refuse to be, have not been asked enough this week, and are not whoever asks. */
@Injectable()
export class ContributorQuery {
  constructor(
    private readonly statements: PreparedStatements,
    private readonly absences: AbsenceQuery,
    private readonly preferences: ExpertPreferenceQuery,
    private readonly load: RequestLoad,
    @Inject(EXPERT_WEIGHTS) private readonly weights: ExpertWeights,
  ) {}

  /** What each has written, whatever it is about, by its age (see `decay`); whoever may not be proposed now is missing, whatever `asOf` is: comparing two answers must not tell who refuses or has been asked enough. `asOf`: null for now. */
  async activity(viewer: Viewer, personIds: readonly string[], asked: AskedQuestion, asOf: Date | null): Promise<Map<string, number>> {
    if (personIds.length === 0) return new Map();
    const { text, tags, skills } = asked;
    const refusing = this.preferences.refusing({ people: '$1::uuid[]', text: '$5', tags: '$6::text[]', skills: '$7::uuid[]' });
    const isAway = this.absences.isAway('contributor.id', '$4');
    const hasHadEnough = this.load.hasHadEnough('contributor.id');
    const rows: { personId: string; recent: number }[] = await this.statements.query(activitySql({ isAway, hasHadEnough, refusing }), [
      personIds, asOf ?? new Date(), this.weights.recency, viewer.personId, [text, ...tags].join('\n'), tags, skills.map(({ skillId }) => skillId),
    ]);
    return new Map(rows.map(({ personId, recent }) => [personId, recent]));
  }
}
