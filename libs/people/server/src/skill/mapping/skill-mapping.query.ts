import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, perViewer, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { requireSkillKeeper } from './skill-mapping.access.ts';
import { SkillMappingEntity } from './skill-mapping.entity.ts';

export interface FreeSkill {
  key: string;
  words: string;
  peopleCount: number;
}

const maxSuggestions = 3;

// Only what everybody may see of each other anyway.
const freeSkills = `
  SELECT folded AS key, mode() WITHIN GROUP (ORDER BY words) AS words, count(*)::int AS "peopleCount" FROM person_skill
  WHERE skill_id IS NULL AND profile_field_is_public(person_id, 'skills') GROUP BY folded`;

/** What an administrator of skills works on: words that no taxonomy has, and what was decided about such words. */
@Injectable()
export class SkillMappingQuery {
  private readonly suggestions;

  constructor(private readonly dataSource: DataSource) {
    this.suggestions = perViewer((_viewer: Viewer, words: readonly string[]) => this.nearestSkills(words));
  }

  /** Those of most people first. Errors: FORBIDDEN. */
  async free(viewer: Viewer, page: PageRequest): Promise<CountedConnection<FreeSkill>> {
    requireSkillKeeper(viewer);
    const [total]: { count: number }[] = await this.dataSource.query(`SELECT count(*)::int AS count FROM (${freeSkills}) free`);
    const [count, key] = page.after ? decodeCursor(page.after, ['position', 'string']) : [null, null];
    const rows: FreeSkill[] = await this.dataSource.query(
      `SELECT * FROM (${freeSkills}) free WHERE $1::int IS NULL OR ("peopleCount", $2) < ($1, key) OR "peopleCount" < $1 ORDER BY "peopleCount" DESC, key LIMIT $3`,
      [count, key, page.first + 1],
    );
    return { ...connection(rows, page, (row) => encodeCursor(row.peopleCount, row.key)), totalCount: total?.count ?? 0 };
  }

  /** The newest first. Errors: FORBIDDEN. */
  async decided(viewer: Viewer, page: PageRequest): Promise<CountedConnection<SkillMappingEntity>> {
    requireSkillKeeper(viewer);
    const decided = this.dataSource.createQueryBuilder(SkillMappingEntity, 'mapping');
    const totalCount = await decided.getCount();
    if (page.after) {
      const [at, key] = decodeCursor(page.after, ['string', 'string']);
      decided.where('(mapping.mapped_at, mapping.folded) < (:at, :key)', { at, key });
    }
    const rows = await decided
      .orderBy('mapping.mappedAt', 'DESC')
      .addOrderBy('mapping.folded', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return { ...connection(rows, page, (row) => encodeCursor(row.mappedAt.toISOString(), row.folded)), totalCount };
  }

  /** The ids of skills that are called nearly so, the nearest first: three at most. */
  async suggestedFor(viewer: Viewer, words: string): Promise<string[]> {
    return (await this.suggestions(viewer).load(words)) ?? [];
  }

  private async nearestSkills(words: readonly string[]): Promise<Map<string, string[]>> {
    const rows: { words: string; skillIds: string[] }[] = await this.dataSource.query(
      `SELECT asked.words, array_agg(near.skill_id ORDER BY near.score DESC, near.skill_id) AS "skillIds"
       FROM unnest($1::text[]) AS asked(words) CROSS JOIN LATERAL (
         SELECT best.skill_id, max(best.score) AS score FROM (
           SELECT label.skill_id, word_similarity(skill_key(asked.words), label.folded) + similarity(skill_key(asked.words), label.folded) AS score
           FROM skill_label label JOIN skill ON skill.id = label.skill_id AND skill.retired_at IS NULL
           WHERE skill_key(asked.words) <% label.folded ORDER BY score DESC, label.folded LIMIT 20
         ) best GROUP BY best.skill_id ORDER BY 2 DESC, 1 LIMIT ${maxSuggestions}
       ) near GROUP BY asked.words`,
      [words],
    );
    return new Map(rows.map((row) => [row.words, row.skillIds]));
  }
}
