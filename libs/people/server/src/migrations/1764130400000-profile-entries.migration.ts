import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProfileEntries1764130400000 implements MigrationInterface {
  readonly name = 'ProfileEntries1764130400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE profile
        ADD COLUMN projects jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN certificates jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN links jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN hobbies text[] NOT NULL DEFAULT '{}',
        ADD COLUMN help_dismissed_at timestamptz`);
    await runner.query(`
      CREATE TABLE mobility (
        person_id uuid PRIMARY KEY CONSTRAINT mobility_person_fk REFERENCES person ON DELETE CASCADE,
        wish text NOT NULL,
        told_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX mobility_listed ON mobility (told_at, person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE mobility`);
    await runner.query(`
      ALTER TABLE profile DROP COLUMN projects, DROP COLUMN certificates, DROP COLUMN links, DROP COLUMN hobbies, DROP COLUMN help_dismissed_at`);
  }
}
