import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExpertPreferences1764141000000 implements MigrationInterface {
  readonly name = 'ExpertPreferences1764141000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE expert_preference (
        person_id uuid PRIMARY KEY CONSTRAINT expert_preference_person_fk REFERENCES person ON DELETE CASCADE,
        is_never_proposed boolean NOT NULL,
        pace text NOT NULL CONSTRAINT expert_preference_pace CHECK (pace IN ('usual', 'rare', 'none'))
      )`);
    // A skill that the taxonomy gives up leaves the words that it was called by.
    await runner.query(`
      CREATE TABLE expert_refused_topic (
        person_id uuid NOT NULL CONSTRAINT expert_refused_topic_person_fk REFERENCES person ON DELETE CASCADE,
        folded text NOT NULL CONSTRAINT expert_refused_topic_folded CHECK (folded = skill_key(words) AND folded <> ''),
        words text NOT NULL,
        tag text,
        skill_id uuid CONSTRAINT expert_refused_topic_skill_fk REFERENCES skill ON DELETE SET NULL,
        position smallint NOT NULL,
        CONSTRAINT expert_refused_topic_pk PRIMARY KEY (person_id, folded)
      )`);
    await runner.query(`CREATE INDEX expert_refused_topic_skill ON expert_refused_topic (skill_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE expert_refused_topic`);
    await runner.query(`DROP TABLE expert_preference`);
  }
}
