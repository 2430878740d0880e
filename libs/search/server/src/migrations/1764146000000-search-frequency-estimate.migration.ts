import type { MigrationInterface, QueryRunner } from 'typeorm';

const body = (estimateFirst: string): string => `
  CREATE OR REPLACE FUNCTION search_frequency(query tsquery) RETURNS integer LANGUAGE plpgsql VOLATILE STRICT AS $$
  DECLARE
    exactly CONSTANT integer := 100;
    counted integer;
    plan json;
  BEGIN
    ${estimateFirst}
    SELECT count(*) INTO counted FROM (SELECT FROM search_document WHERE words @@ query LIMIT exactly) found;
    IF counted < exactly THEN
      RETURN counted;
    END IF;
    EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM search_document WHERE words @@ %L::tsquery', query) INTO plan;
    RETURN greatest(counted, (plan -> 0 -> 'Plan' ->> 'Plan Rows')::integer);
  END $$`;

/**
 * To find a hundred texts with a frequent word, PostgreSQL gathers all of them first. What it expects in one text of a hundred, among many, it knows from its
 * statistics: of a word that it does not know it expects far less.
 */
const estimate = `
    EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM search_document WHERE words @@ %L::tsquery', query) INTO plan;
    IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::integer > greatest(10000, (SELECT reltuples FROM pg_class WHERE oid = 'search_document'::regclass) / 100) THEN
      RETURN (plan -> 0 -> 'Plan' ->> 'Plan Rows')::integer;
    END IF;`;

export class SearchFrequencyEstimate1764146000000 implements MigrationInterface {
  readonly name = 'SearchFrequencyEstimate1764146000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(body(estimate));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(body(''));
  }
}
