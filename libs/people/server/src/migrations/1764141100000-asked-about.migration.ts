import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskedAbout1764141100000 implements MigrationInterface {
  readonly name = 'AskedAbout1764141100000';

  async up(runner: QueryRunner): Promise<void> {
    // Words in the plural are found by the singular, as in the texts that are read for skills.
    await runner.query(`
      CREATE FUNCTION topic_key(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      RETURN regexp_replace(skill_key(words), '([[:alpha:]]{2})[sx](?= |$)', '\\1', 'g')`);
    await runner.query(`
      CREATE FUNCTION topic_keys(topics text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      RETURN (SELECT coalesce(array_agg(topic_key(topic)), '{}') FROM unnest(topics) topic)`);
    await runner.query(`CREATE INDEX profile_asked_about ON profile USING gin (topic_keys(ask_me_about)) WHERE ask_me_about <> '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX profile_asked_about`);
    await runner.query(`DROP FUNCTION topic_keys`);
    await runner.query(`DROP FUNCTION topic_key`);
  }
}
