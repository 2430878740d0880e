import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1764000003000 implements MigrationInterface {
  readonly name = 'People1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    // array_to_string() is only STABLE, since some types print differently by setting. Text does not.
    await runner.query(`
      CREATE FUNCTION fold_words(words text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      RETURN fold(array_to_string(words, ' '))`);
    await runner.query(`
      CREATE TABLE profile (
        person_id uuid PRIMARY KEY CONSTRAINT profile_person_fk REFERENCES person ON DELETE CASCADE,
        location text,
        hired_on date,
        biography text NOT NULL DEFAULT '',
        languages text[] NOT NULL DEFAULT '{}',
        skills text[] NOT NULL DEFAULT '{}',
        ask_me_about text[] NOT NULL DEFAULT '{}',
        edited_at timestamptz
      )`);
    await runner.query(`CREATE INDEX profile_search ON profile USING gin (fold_words(skills || ask_me_about) gin_trgm_ops)`);
    await runner.query(`
      CREATE TABLE follow (
        follower_id uuid NOT NULL CONSTRAINT follow_follower_fk REFERENCES person ON DELETE CASCADE,
        followee_id uuid NOT NULL CONSTRAINT follow_followee_fk REFERENCES person ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        CONSTRAINT follow_pk PRIMARY KEY (follower_id, followee_id),
        CONSTRAINT follow_other CHECK (follower_id <> followee_id)
      )`);
    await runner.query(`CREATE INDEX follow_followee ON follow (followee_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE follow`);
    await runner.query(`DROP TABLE profile`);
    await runner.query(`DROP FUNCTION fold_words`);
  }
}
