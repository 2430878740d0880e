import { Injectable } from '@nestjs/common';
import { ProfileVisibility } from '../../visibility/profile-visibility.ts';
import { SkillEndorsementQuery } from '../endorsement/skill-endorsement.query.ts';

/** Who can do something, for searches of other domains. */
@Injectable()
export class SkillHolders {
  constructor(
    private readonly visibility: ProfileVisibility,
    private readonly endorsements: SkillEndorsementQuery,
  ) {}

  /**
   * SQL query: who says that they can do one of certain skills, or is recommended for it, as far as the viewer may know. `skills`: an expression of a
   * uuid[]; `viewer`: of the viewer's id; `most`: of those who say so, that many, whoever says it of the highest level. Columns: `person_id`, `skill_id`, `is_declared`, `level` (1 learning, 2 using, 3 fluent, 4 helping; null:
   * not said) and `endorsement_count`; a row for each person and skill.
   */
  of({ skills, viewer, most }: { skills: string; viewer: string; most: number }): string {
    return `
      SELECT known.person_id, known.skill_id, bool_or(known.declared) AS is_declared, max(known.level) AS level, sum(known.endorsed)::int AS endorsement_count FROM (
        SELECT said.person_id, said.skill_id, TRUE AS declared, said.level, 0 AS endorsed FROM (
          SELECT person_id, skill_id, level FROM person_skill WHERE skill_id = ANY(${skills}) ORDER BY level DESC NULLS LAST, person_id LIMIT ${most}
        ) said WHERE ${this.visibility.visibleTo('skills', 'said.person_id', viewer)}
        UNION ALL
        SELECT given.person_id, given.skill_id, FALSE, NULL, 1 FROM skill_endorsement given
        WHERE given.skill_id = ANY(${skills}) AND given.hidden_at IS NULL AND ${this.endorsements.visibleTo('given', viewer)}
      ) known GROUP BY known.person_id, known.skill_id`;
  }
}
