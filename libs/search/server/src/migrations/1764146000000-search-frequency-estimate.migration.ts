import type { MigrationInterface, QueryRunner } from 'typeorm';

const counting = `SELECT count(*) INTO counted FROM (SELECT FROM search_document WHERE words @@ query LIMIT exactly) found;
        IF counted < exactly THEN
          RETURN counted;
        END IF;`;
const estimating = `EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM search_document WHERE words @@ %L::tsquery', query) INTO plan;
        estimate := (plan -> 0 -> 'Plan' ->> 'Plan Rows')::integer;`;
// Of a word that PostgreSQL does not know it expects far less.
const trusting = `IF estimate > greatest(10000, (SELECT reltuples FROM pg_class WHERE oid = 'search_document'::regclass) / 100) THEN
          RETURN estimate;
        END IF;`;

/** To find a hundred texts with a frequent word, PostgreSQL gathers all of them first. What it expects in one text of a hundred, among many, it knows from its statistics. */
export class SearchFrequencyEstimate1764146000000 implements MigrationInterface {
  readonly name = 'SearchFrequencyEstimate1764146000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.become(runner, [estimating, trusting, counting]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.become(runner, [counting, estimating]);
  }

  private async become(runner: QueryRunner, steps: readonly string[]): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION search_frequency(query tsquery) RETURNS integer LANGUAGE plpgsql VOLATILE STRICT AS $$
      DECLARE
        exactly CONSTANT integer := 100;
        counted integer;
        estimate integer;
        plan json;
      BEGIN
        ${steps.join('\n        ')}
        RETURN greatest(counted, estimate);
      END $$`);
  }
}
