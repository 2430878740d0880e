import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever had edited their profile keeps their words: until now that was known of the whole profile, from now on of each field. */
export class OwnWords1764130310000 implements MigrationInterface {
  readonly name = 'OwnWords1764130310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE person SET owners = owners || '{"biography": "person", "languages": "person", "skills": "person", "askMeAbout": "person"}'
      FROM profile WHERE profile.person_id = person.id AND profile.edited_at IS NOT NULL`);
    await runner.query(`ALTER TABLE profile DROP COLUMN edited_at`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE profile ADD COLUMN edited_at timestamptz`);
    await runner.query(`UPDATE profile SET edited_at = now() FROM person WHERE person.id = profile.person_id AND person.owners::text LIKE '%"person"%'`);
  }
}
