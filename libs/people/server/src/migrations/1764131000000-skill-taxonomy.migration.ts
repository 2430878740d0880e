import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SkillTaxonomy1764131000000 implements MigrationInterface {
  readonly name = 'SkillTaxonomy1764131000000';

  async up(runner: QueryRunner): Promise<void> {
    // Signs become spaces, except those that tell C from C++ and C#. Words of signs alone stay as they are.
    await runner.query(`
      CREATE FUNCTION skill_key(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      RETURN coalesce(nullif(btrim(regexp_replace(regexp_replace(fold(words), '[^[:alnum:]+#]+', ' ', 'g'), '(^| )[+#]+', '\\1', 'g')), ''), btrim(fold(words)))`);
    await runner.query(`
      CREATE TABLE skill (
        id uuid PRIMARY KEY,
        uri text,
        origin text NOT NULL CONSTRAINT skill_origin CHECK (origin IN ('edition', 'starter', 'company')),
        retired_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX skill_uri ON skill (uri)`);
    await runner.query(`
      CREATE TABLE skill_label (
        skill_id uuid NOT NULL CONSTRAINT skill_label_skill_fk REFERENCES skill ON DELETE CASCADE,
        language text NOT NULL CONSTRAINT skill_label_language CHECK (language IN ('fr', 'en')),
        folded text NOT NULL CONSTRAINT skill_label_folded CHECK (folded = skill_key(label) AND folded <> ''),
        label text NOT NULL,
        is_preferred boolean NOT NULL,
        of_edition boolean NOT NULL,
        CONSTRAINT skill_label_pk PRIMARY KEY (skill_id, language, folded)
      )`);
    await runner.query(`CREATE UNIQUE INDEX skill_label_preferred ON skill_label (skill_id, language) WHERE is_preferred`);
    await runner.query(`CREATE INDEX skill_label_words ON skill_label (folded text_pattern_ops)`);
    await runner.query(`CREATE INDEX skill_label_alike ON skill_label USING gin (folded gin_trgm_ops)`);
    await runner.query(`
      CREATE TABLE skill_broader (
        skill_id uuid NOT NULL CONSTRAINT skill_broader_skill_fk REFERENCES skill ON DELETE CASCADE,
        broader_id uuid NOT NULL CONSTRAINT skill_broader_broader_fk REFERENCES skill ON DELETE CASCADE,
        CONSTRAINT skill_broader_pk PRIMARY KEY (skill_id, broader_id),
        CONSTRAINT skill_broader_other CHECK (skill_id <> broader_id)
      )`);
    await runner.query(`CREATE INDEX skill_broader_broader ON skill_broader (broader_id)`);
    await this.people(runner);
  }

  private async people(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE skill_mapping (
        folded text PRIMARY KEY,
        words text NOT NULL,
        skill_id uuid NOT NULL CONSTRAINT skill_mapping_skill_fk REFERENCES skill ON DELETE RESTRICT,
        mapped_by_id uuid CONSTRAINT skill_mapping_mapped_by_fk REFERENCES person ON DELETE SET NULL,
        mapped_at timestamptz NOT NULL,
        CONSTRAINT skill_mapping_folded CHECK (folded = skill_key(words) AND folded <> '')
      )`);
    await runner.query(`CREATE INDEX skill_mapping_skill ON skill_mapping (skill_id)`);
    await runner.query(`CREATE INDEX skill_mapping_mapped_by ON skill_mapping (mapped_by_id)`);
    await runner.query(`
      CREATE TABLE person_skill (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT person_skill_person_fk REFERENCES person ON DELETE CASCADE,
        skill_id uuid CONSTRAINT person_skill_skill_fk REFERENCES skill ON DELETE RESTRICT,
        words text NOT NULL,
        folded text NOT NULL CONSTRAINT person_skill_folded CHECK (folded = skill_key(words) AND folded <> ''),
        level smallint CONSTRAINT person_skill_level CHECK (level BETWEEN 1 AND 4),
        position smallint NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX person_skill_words ON person_skill (person_id, folded)`);
    await runner.query(`CREATE INDEX person_skill_skill ON person_skill (skill_id, person_id)`);
    await runner.query(`CREATE INDEX person_skill_free ON person_skill (folded) WHERE skill_id IS NULL`);
    // What somebody decided about words comes first, then the word that is preferred, then the skill that has been here longest.
    await runner.query(`
      CREATE FUNCTION skill_of(key text) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
      RETURN coalesce(
        (SELECT mapping.skill_id FROM skill_mapping mapping WHERE mapping.folded = key),
        (SELECT label.skill_id FROM skill_label label JOIN skill ON skill.id = label.skill_id
         WHERE label.folded = key AND skill.retired_at IS NULL ORDER BY label.is_preferred DESC, label.skill_id LIMIT 1))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION skill_of`);
    for (const table of ['person_skill', 'skill_mapping', 'skill_broader', 'skill_label', 'skill']) await runner.query(`DROP TABLE ${table}`);
    await runner.query(`DROP FUNCTION skill_key`);
  }
}
