import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The charter and the legal notice, version by version, and who has accepted which charter. */
export class HouseTexts1764192100000 implements MigrationInterface {
  readonly name = 'HouseTexts1764192100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE house_text (
        id uuid CONSTRAINT house_text_pk PRIMARY KEY,
        kind text NOT NULL,
        number int NOT NULL,
        bodies jsonb NOT NULL,
        asks_again boolean NOT NULL,
        published_at timestamptz NOT NULL,
        published_by_id uuid CONSTRAINT house_text_publisher_fk REFERENCES person ON DELETE SET NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX house_text_number ON house_text (kind, number)`);
    await runner.query(`CREATE INDEX house_text_publisher ON house_text (published_by_id)`);
    await runner.query(`
      CREATE TABLE charter_acceptance (
        person_id uuid NOT NULL CONSTRAINT charter_acceptance_person_fk REFERENCES person ON DELETE CASCADE,
        number int NOT NULL,
        language text NOT NULL,
        accepted_at timestamptz NOT NULL,
        CONSTRAINT charter_acceptance_pk PRIMARY KEY (person_id, number)
      )`);
    await runner.query(`CREATE INDEX charter_acceptance_number ON charter_acceptance (number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE charter_acceptance, house_text`);
  }
}
