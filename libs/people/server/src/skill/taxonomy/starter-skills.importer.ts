import { newId } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';

/** What a skill is called: in each language the preferred word first, then its synonyms. */
export interface StarterSkill {
  fr: string[];
  en: string[];
}

/** Adds skills that no taxonomy has told yet: those whose preferred words, in either language, none has. */
export async function importStarterSkills(manager: EntityManager, skills: readonly StarterSkill[]): Promise<void> {
  await manager.query(
    `WITH line AS (
      SELECT id, fr, en FROM jsonb_to_recordset($1::jsonb) AS told(id uuid, fr text[], en text[])
      WHERE NOT EXISTS (SELECT 1 FROM skill_label known WHERE known.is_preferred AND known.folded IN (skill_key(told.fr[1]), skill_key(told.en[1])))
    ), added AS (
      INSERT INTO skill (id, origin) SELECT id, 'starter' FROM line
    )
    INSERT INTO skill_label (skill_id, language, folded, label, is_preferred, of_edition)
    SELECT DISTINCT ON (id, language, skill_key(word)) id, language, skill_key(word), word, place = 1, FALSE
    FROM line, LATERAL (VALUES ('fr', fr), ('en', en)) told(language, words), LATERAL unnest(told.words) WITH ORDINALITY AS named(word, place)
    ORDER BY id, language, skill_key(word), place`,
    [JSON.stringify(skills.map((skill) => ({ ...skill, id: newId() })))],
  );
}
