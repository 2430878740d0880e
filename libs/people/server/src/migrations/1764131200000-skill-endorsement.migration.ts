import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SkillEndorsement1764131200000 implements MigrationInterface {
  readonly name = 'SkillEndorsement1764131200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE skill_endorsement (
        id uuid PRIMARY KEY,
        endorser_id uuid NOT NULL CONSTRAINT skill_endorsement_endorser_fk REFERENCES person ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT skill_endorsement_person_fk REFERENCES person ON DELETE CASCADE,
        skill_id uuid CONSTRAINT skill_endorsement_skill_fk REFERENCES skill ON DELETE RESTRICT,
        words text NOT NULL,
        folded text NOT NULL CONSTRAINT skill_endorsement_folded CHECK (folded = skill_key(words) AND folded <> ''),
        thing_type text NOT NULL,
        thing_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        hidden_at timestamptz,
        CONSTRAINT skill_endorsement_other CHECK (endorser_id <> person_id)
      )`);
    await runner.query(`CREATE UNIQUE INDEX skill_endorsement_words ON skill_endorsement (endorser_id, person_id, folded)`);
    await runner.query(`CREATE INDEX skill_endorsement_person ON skill_endorsement (person_id, id)`);
    await runner.query(`CREATE INDEX skill_endorsement_skill ON skill_endorsement (skill_id, person_id)`);
    await runner.query(`CREATE INDEX skill_endorsement_thing ON skill_endorsement (thing_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE skill_endorsement`);
  }
}
