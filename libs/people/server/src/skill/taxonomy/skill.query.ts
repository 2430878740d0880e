import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SkillLanguage } from './skill.entity.ts';

export interface SkillNames {
  id: string;
  uri: string | null;
  /** The preferred words; those of the other language where one has none. */
  fr: string;
  en: string;
  isRetired: boolean;
}

export interface SkillLabel {
  language: SkillLanguage;
  label: string;
  isPreferred: boolean;
}

export interface SuggestedSkill {
  skillId: string;
  /** The one of its words that is nearest to what was typed. */
  label: string;
}

export interface SkillInText {
  skillId: string;
  /** As the text has it, folded. */
  words: string;
}

const maxSuggestions = 8;
/** Shorter words than this are compared from their beginning alone: they are near to everything. */
const shortestAlike = 3;
const maxTyped = 100;
/** Of a text that is looked through for skills. */
const maxText = 10_000;
const longestSkill = 8;

/** The taxonomy of skills, which everybody reads: what skills are called, and which skills words mean. */
@Injectable()
export class SkillQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** What skills are called, in one SQL. */
  async names(ids: readonly string[]): Promise<Map<string, SkillNames>> {
    const rows: SkillNames[] = await this.dataSource.query(
      `SELECT skill.id, skill.uri, skill.retired_at IS NOT NULL AS "isRetired", coalesce(fr.label, en.label, '') AS fr, coalesce(en.label, fr.label, '') AS en
       FROM skill LEFT JOIN skill_label fr ON fr.skill_id = skill.id AND fr.language = 'fr' AND fr.is_preferred
       LEFT JOIN skill_label en ON en.skill_id = skill.id AND en.language = 'en' AND en.is_preferred
       WHERE skill.id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** All that skills are called in both languages, the preferred words first: what else a text about them may say. */
  async labels(ids: readonly string[]): Promise<Map<string, SkillLabel[]>> {
    const rows: (SkillLabel & { skillId: string })[] = await this.dataSource.query(
      `SELECT skill_id AS "skillId", language, label, is_preferred AS "isPreferred" FROM skill_label WHERE skill_id = ANY($1) ORDER BY is_preferred DESC, language DESC, folded`,
      [ids],
    );
    return new Map([...Map.groupBy(rows, ({ skillId }) => skillId)].map(([id, labels]) => [id, labels.map(({ skillId: _, ...label }) => label)]));
  }

  /**
   * The skills whose words stand in a text, in either language, synonyms and what administrators have decided included: the longest where one is part of
   * another. The first 10,000 characters count, and words in the plural are also taken for the singular. In one SQL.
   */
  async inText(text: string): Promise<SkillInText[]> {
    return this.dataSource.query(skillsInText, [text.replaceAll('\u0000', '').slice(0, maxText)]);
  }

  /** What somebody may mean who types this, the nearest first: in any language, by a synonym, with a mistake; words of `language` before those of the other. */
  async suggest(typed: string, language: SkillLanguage): Promise<SuggestedSkill[]> {
    const words = typed.replaceAll('\u0000', '').trim().slice(0, maxTyped);
    if (!words) return [];
    return this.dataSource.query(suggestions([...words].length >= shortestAlike), [words, language]);
  }
}

const suggestions = (alike: boolean): string => `
  SELECT skill_id AS "skillId", label FROM (
    SELECT DISTINCT ON (near.skill_id) near.skill_id, near.label, near.rank, near.folded FROM (
      SELECT label.skill_id, label.label, label.folded, label.is_preferred,
        CASE WHEN label.folded = asked.key THEN 4 WHEN label.folded LIKE asked.pattern THEN 2 + 1.0 / length(label.folded) ELSE word_similarity(asked.key, label.folded) + similarity(asked.key, label.folded) / 2 END
          + CASE WHEN label.language = $2 THEN 0.2 ELSE 0 END + CASE WHEN label.is_preferred THEN 0.1 ELSE 0 END AS rank
      FROM (SELECT skill_key($1) AS key, replace(replace(replace(skill_key($1), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' AS pattern) asked
      JOIN skill_label label ON label.folded LIKE asked.pattern ${alike ? 'OR asked.key <% label.folded' : ''}
      JOIN skill ON skill.id = label.skill_id AND skill.retired_at IS NULL
      ORDER BY rank DESC, length(label.folded), label.folded LIMIT 100
    ) near ORDER BY near.skill_id, near.rank DESC, near.folded
  ) best ORDER BY rank DESC, length(folded), folded, skill_id LIMIT ${maxSuggestions}`;

// Every run of one to eight words is looked up; of those that are known, none within a longer one stays.
const skillsInText = `
  WITH text AS (SELECT string_to_array(skill_key($1), ' ') AS words),
  run AS (
    SELECT first, first + more AS last, array_to_string(text.words[first:first + more], ' ') AS words
    FROM text, generate_series(1, cardinality(text.words)) AS first, generate_series(0, ${longestSkill - 1}) AS more
    WHERE first + more <= cardinality(text.words)
  ), form AS (
    SELECT first, last, words, words AS key FROM run
    UNION SELECT first, last, words, regexp_replace(words, '([[:alpha:]]{2})[sx](?= |$)', '\\1', 'g') FROM run
  ), known AS (
    SELECT form.first, form.last, form.words, coalesce(mapped.skill_id, label.skill_id) AS skill_id
    FROM form LEFT JOIN skill_mapping mapped ON mapped.folded = form.key
    LEFT JOIN (skill_label label JOIN skill ON skill.id = label.skill_id AND skill.retired_at IS NULL) ON label.folded = form.key AND mapped.folded IS NULL
    WHERE coalesce(mapped.skill_id, label.skill_id) IS NOT NULL
  )
  SELECT skill_id AS "skillId", min(words) AS words FROM known
  WHERE NOT EXISTS (SELECT 1 FROM known longer WHERE longer.first <= known.first AND longer.last >= known.last AND longer.last - longer.first > known.last - known.first)
  GROUP BY skill_id ORDER BY min(first), skill_id`;
