import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what else people are known, and who may be whom. */
export class Matching1764184000000 implements MigrationInterface {
  readonly name = 'Matching1764184000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person_alias (
        identifier text CONSTRAINT person_alias_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT person_alias_person_fk REFERENCES person ON DELETE CASCADE,
        told_by text NOT NULL
      )`);
    await runner.query(`CREATE INDEX person_alias_person ON person_alias (person_id)`);
    await runner.query(`
      CREATE TABLE match_decision (
        id uuid CONSTRAINT match_decision_pk PRIMARY KEY,
        newcomer_id uuid NOT NULL CONSTRAINT match_decision_newcomer_fk REFERENCES person ON DELETE CASCADE,
        known_id uuid NOT NULL CONSTRAINT match_decision_known_fk REFERENCES person ON DELETE CASCADE,
        rule text NOT NULL CONSTRAINT match_decision_rule CHECK (rule IN ('same-mail-and-surname', 'same-mail')),
        found_at timestamptz NOT NULL,
        decided_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX match_decision_pair ON match_decision (newcomer_id, known_id)`);
    await runner.query(`CREATE INDEX match_decision_known ON match_decision (known_id)`);
    await runner.query(`CREATE INDEX match_decision_waiting ON match_decision (found_at) WHERE decided_at IS NULL`);
    await runner.query(`CREATE INDEX person_mail ON person (lower(email))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX person_mail`);
    await runner.query(`DROP TABLE match_decision`);
    await runner.query(`DROP TABLE person_alias`);
  }
}
