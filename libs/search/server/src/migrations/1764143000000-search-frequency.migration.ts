import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many texts hold words: to read thousands of rows for a number that only weighs is dear, and PostgreSQL knows about how many it would find. */
export class SearchFrequency1764143000000 implements MigrationInterface {
  readonly name = 'SearchFrequency1764143000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION search_frequency(query tsquery) RETURNS integer LANGUAGE plpgsql VOLATILE STRICT AS $$
      DECLARE
        exactly CONSTANT integer := 100;
        counted integer;
        plan json;
      BEGIN
        SELECT count(*) INTO counted FROM (SELECT FROM search_document WHERE words @@ query LIMIT exactly) found;
        IF counted < exactly THEN
          RETURN counted;
        END IF;
        EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM search_document WHERE words @@ %L::tsquery', query) INTO plan;
        RETURN greatest(counted, (plan -> 0 -> 'Plan' ->> 'Plan Rows')::integer);
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION search_frequency`);
  }
}
