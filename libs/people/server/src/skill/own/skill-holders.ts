import { Injectable } from '@nestjs/common';
import { ProfileVisibility } from '../../visibility/profile-visibility.ts';

/** Who can do something, for searches of other domains. */
@Injectable()
export class SkillHolders {
  constructor(private readonly visibility: ProfileVisibility) {}

  /**
   * SQL query: who says that they can do one of certain skills, as far as the viewer may know. `skills`: an expression of a uuid[]; `viewer`: of
   * the viewer's id. Columns: `person_id`, `skill_id`, `is_declared`, `level` (1 learning, 2 using, 3 fluent, 4 helping; null: not said) and `endorsement_count`.
   */
  of({ skills, viewer }: { skills: string; viewer: string }): string {
    return `
      SELECT said.person_id, said.skill_id, TRUE AS is_declared, max(said.level) AS level, 0 AS endorsement_count FROM person_skill said
      WHERE said.skill_id = ANY(${skills}) AND ${this.visibility.visibleTo('skills', 'said.person_id', viewer)}
      GROUP BY said.person_id, said.skill_id`;
  }
}
