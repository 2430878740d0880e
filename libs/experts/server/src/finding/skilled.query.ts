import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { ProfileVisibility, SkillHolders, type SkillInText } from '@parvis/people/server';
import { DataSource } from 'typeorm';

/** What somebody says that they can do, or is endorsed for, of what is asked. */
export interface Skilled {
  personId: string;
  /** Null: words of their own, which the taxonomy does not know. */
  skillId: string | null;
  words: string;
  /** False: colleagues endorse it, they do not say so themselves. */
  isDeclared: boolean;
  /** 1 learning, 2 using, 3 fluent, 4 helping; null: not said. */
  level: number | null;
  endorsements: number;
}

/** Of all who can do it, so many: those who can do it best. */
const most = 200;
/** Of their own words, so many in a row are compared. */
const longest = 4;
const mostRuns = 300;

/** Who says that they can do what is asked, as far as the viewer may know. */
@Injectable()
export class SkilledQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly holders: SkillHolders,
    private readonly visibility: ProfileVisibility,
  ) {}

  /** By the skills of the taxonomy that stand in the text, and by words of their own that stand there as they are. */
  async in(viewer: Viewer, text: string, skills: readonly SkillInText[]): Promise<Skilled[]> {
    const [known, own]: [Skilled[], Skilled[]] = await Promise.all([
      skills.length === 0 ? [] : this.dataSource.query(
        `SELECT held.person_id AS "personId", held.skill_id AS "skillId", '' AS words, bool_or(held.is_declared) AS "isDeclared", max(held.level)::int AS level, max(held.endorsement_count)::int AS endorsements
         FROM (${this.holders.of({ skills: '$2::uuid[]', viewer: '$1' })}) held GROUP BY held.person_id, held.skill_id
         ORDER BY max(held.endorsement_count) DESC, max(held.level) DESC NULLS LAST, held.person_id LIMIT ${most}`,
        [viewer.personId, skills.map(({ skillId }) => skillId)],
      ),
      this.dataSource.query(
        `SELECT said.person_id AS "personId", NULL AS "skillId", min(said.words) AS words, TRUE AS "isDeclared", max(said.level)::int AS level, 0 AS endorsements FROM person_skill said
         WHERE said.skill_id IS NULL AND said.folded IN (SELECT skill_key(run) FROM unnest($2::text[]) run) AND ${this.visibility.visibleTo('skills', 'said.person_id', '$1')}
         GROUP BY said.person_id, said.folded ORDER BY max(said.level) DESC NULLS LAST, said.person_id LIMIT ${most}`,
        [viewer.personId, runsOf(text)],
      ),
    ]);
    const words = new Map(skills.map((skill) => [skill.skillId, skill.words]));
    return [...known.map((held) => ({ ...held, words: words.get(held.skillId ?? '') ?? '' })), ...own];
  }
}

/** Every one to four words in a row. */
function runsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}+#./-]+/gu) ?? [];
  return [...new Set(words.flatMap((_, i) => Array.from({ length: longest }, (_unused, more) => words.slice(i, i + more + 1).join(' '))))].slice(0, mostRuns);
}
