import { newId } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import type { SkillLanguage } from './skill.entity.ts';

/** A skill as one language's file of an edition tells it. */
export interface ToldSkill {
  uri: string;
  label: string;
  synonyms: string[];
}

export interface BroaderSkill {
  uri: string;
  broaderUri: string;
}

/** How many skills of the taxonomy came, changed and went; `kept`: gone from the edition, but people have them. */
export interface EditionOutcome {
  told: number;
  added: number;
  changed: number;
  retired: number;
  removed: number;
  /** Entries of profiles whose words the taxonomy knows now. */
  recognised: number;
}

/**
 * Brings an edition of ESCO in. What it tells is gathered first, in tables of the transaction's own, and compared with what is there once it is
 * complete: the same edition again changes no row.
 */
export class SkillEdition {
  private constructor(private readonly manager: EntityManager) {}

  /** `manager` must be of a transaction. */
  static async open(manager: EntityManager): Promise<SkillEdition> {
    await manager.query(`CREATE TEMP TABLE told_skill (uri text PRIMARY KEY, id uuid NOT NULL) ON COMMIT DROP`);
    await manager.query(
      `CREATE TEMP TABLE told_label (uri text, language text, folded text, label text NOT NULL, is_preferred boolean NOT NULL, PRIMARY KEY (uri, language, folded)) ON COMMIT DROP`,
    );
    await manager.query(`CREATE TEMP TABLE told_broader (uri text, broader_uri text, PRIMARY KEY (uri, broader_uri)) ON COMMIT DROP`);
    return new SkillEdition(manager);
  }

  async tell(language: SkillLanguage, skills: readonly ToldSkill[]): Promise<void> {
    const rows = JSON.stringify(skills.map((skill) => ({ ...skill, id: newId() })));
    await this.manager.query(
      `INSERT INTO told_skill (uri, id) SELECT uri, id FROM jsonb_to_recordset($1::jsonb) AS line(uri text, id uuid) ON CONFLICT DO NOTHING`,
      [rows],
    );
    await this.manager.query(
      `INSERT INTO told_label (uri, language, folded, label, is_preferred)
       SELECT DISTINCT ON (uri, skill_key(word)) uri, $2, skill_key(word), word, preferred
       FROM jsonb_to_recordset($1::jsonb) AS line(uri text, label text, synonyms text[]),
         LATERAL (SELECT label AS word, TRUE AS preferred UNION ALL SELECT unnest(synonyms), FALSE) named
       WHERE skill_key(word) <> ''
       ORDER BY uri, skill_key(word), preferred DESC`,
      [rows, language],
    );
  }

  async tellBroader(relations: readonly BroaderSkill[]): Promise<void> {
    await this.manager.query(
      `INSERT INTO told_broader (uri, broader_uri) SELECT uri, "broaderUri" FROM jsonb_to_recordset($1::jsonb) AS line(uri text, "broaderUri" text) ON CONFLICT DO NOTHING`,
      [JSON.stringify(relations)],
    );
  }

  /** Makes the taxonomy what the edition tells. Relations are left alone when it tells none. */
  async apply(): Promise<EditionOutcome> {
    await this.manager.query('ANALYZE told_skill, told_label, told_broader');
    const adopted = await this.changedIds(adoptStarters);
    const added = await this.changedIds(addSkills);
    const relabelled = [...(await this.changedIds(forgetLabels)), ...(await this.changedIds(demoteOwnLabels)), ...(await this.changedIds(writeLabels))];
    const returned = await this.changedIds(bringBack);
    const related = [...(await this.changedIds(forgetBroader)), ...(await this.changedIds(writeBroader))];
    const retired = await this.changedIds(retireUsed);
    const removed = await this.changedIds(removeUnused);
    const isNew = new Set(added);
    const gone = new Set(removed);
    const changed = new Set([...adopted, ...relabelled, ...returned, ...related].filter((id) => !isNew.has(id) && !gone.has(id)));
    const recognised = await this.changedIds(recogniseWords('person_skill'));
    await this.changedIds(recogniseWords('skill_endorsement'));
    const [row]: { count: number }[] = await this.manager.query('SELECT count(*)::int AS count FROM told_skill');
    return { told: row?.count ?? 0, added: added.length, changed: changed.size, retired: retired.length, removed: removed.length, recognised: recognised.length };
  }

  private async changedIds(statement: string): Promise<string[]> {
    const [result]: { ids: string[] }[] = await this.manager.query(`WITH touched AS (${statement}) SELECT coalesce(array_agg(id), '{}') AS ids FROM touched`);
    return result?.ids ?? [];
  }
}

// A skill that came with Parvis and is preferred by the same word in the edition is that of the edition: people keep it, and its synonyms.
const adoptStarters = `
  UPDATE skill SET uri = same.uri, origin = 'edition'
  FROM (
    SELECT DISTINCT ON (uri) uri, id FROM (
      SELECT DISTINCT ON (starter.id) starter.id, told.uri
      FROM skill starter JOIN skill_label own ON own.skill_id = starter.id AND own.is_preferred
      JOIN told_label told ON told.language = own.language AND told.folded = own.folded AND told.is_preferred
      WHERE starter.origin = 'starter' AND NOT EXISTS (SELECT 1 FROM skill known WHERE known.uri = told.uri)
      ORDER BY starter.id, told.uri
    ) pairs ORDER BY uri, id
  ) same
  WHERE skill.id = same.id RETURNING skill.id`;

const addSkills = `
  INSERT INTO skill (id, uri, origin) SELECT id, uri, 'edition' FROM told_skill told
  WHERE NOT EXISTS (SELECT 1 FROM skill known WHERE known.uri = told.uri) RETURNING id`;

const forgetLabels = `
  DELETE FROM skill_label label USING skill, told_skill
  WHERE skill.id = label.skill_id AND told_skill.uri = skill.uri AND label.of_edition
    AND NOT EXISTS (SELECT 1 FROM told_label told WHERE told.uri = skill.uri AND told.language = label.language AND told.folded = label.folded)
  RETURNING label.skill_id AS id`;

// One word is preferred in each language: the old ones step back first.
const demoteOwnLabels = `
  UPDATE skill_label label SET is_preferred = FALSE FROM skill
  WHERE skill.id = label.skill_id AND label.is_preferred AND EXISTS (
    SELECT 1 FROM told_label told WHERE told.uri = skill.uri AND told.language = label.language AND told.is_preferred AND told.folded <> label.folded)
  RETURNING label.skill_id AS id`;

const writeLabels = `
  INSERT INTO skill_label (skill_id, language, folded, label, is_preferred, of_edition)
  SELECT skill.id, told.language, told.folded, told.label, told.is_preferred, TRUE FROM told_label told JOIN skill USING (uri)
  ON CONFLICT (skill_id, language, folded) DO UPDATE SET label = excluded.label, is_preferred = excluded.is_preferred, of_edition = TRUE
  WHERE (skill_label.label, skill_label.is_preferred, skill_label.of_edition) <> (excluded.label, excluded.is_preferred, TRUE)
  RETURNING skill_id AS id`;

const bringBack = `UPDATE skill SET retired_at = NULL FROM told_skill told WHERE told.uri = skill.uri AND skill.retired_at IS NOT NULL RETURNING skill.id`;

const toldRelations = `
  SELECT narrow.id AS skill_id, broad.id AS broader_id FROM told_broader told
  JOIN skill narrow ON narrow.uri = told.uri JOIN skill broad ON broad.uri = told.broader_uri WHERE narrow.id <> broad.id`;

const forgetBroader = `
  DELETE FROM skill_broader known WHERE EXISTS (SELECT 1 FROM told_broader)
    AND NOT EXISTS (SELECT 1 FROM (${toldRelations}) told WHERE told.skill_id = known.skill_id AND told.broader_id = known.broader_id)
  RETURNING known.skill_id AS id`;

const writeBroader = `INSERT INTO skill_broader (skill_id, broader_id) ${toldRelations} ON CONFLICT DO NOTHING RETURNING skill_id AS id`;

const isUsed = `(${['person_skill', 'skill_mapping', 'skill_endorsement'].map((table) => `EXISTS (SELECT 1 FROM ${table} used WHERE used.skill_id = skill.id)`).join(' OR ')})`;
const isGone = `skill.origin = 'edition' AND NOT EXISTS (SELECT 1 FROM told_skill told WHERE told.uri = skill.uri)`;

const retireUsed = `UPDATE skill SET retired_at = now() WHERE ${isGone} AND retired_at IS NULL AND ${isUsed} RETURNING id`;
const removeUnused = `DELETE FROM skill WHERE ${isGone} AND NOT ${isUsed} RETURNING id`;

const recogniseWords = (table: string): string => `
  UPDATE ${table} SET skill_id = known.skill_id
  FROM (SELECT folded, skill_of(folded) AS skill_id FROM (SELECT DISTINCT folded FROM ${table} WHERE skill_id IS NULL) free) known
  WHERE ${table}.skill_id IS NULL AND ${table}.folded = known.folded AND known.skill_id IS NOT NULL RETURNING ${table}.id`;
