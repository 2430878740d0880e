import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the running server asks of the owner of the tables after many new texts: put in its place what lies unsorted in the index, and count the words. */
export class SearchOwned1764200030100 implements MigrationInterface {
  readonly name = 'SearchOwned1764200030100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION search_tidy_words() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        PERFORM gin_clean_pending_list('public.search_document_words');
        ANALYZE public.search_term;
      END $$`);
    await runner.query(`REVOKE EXECUTE ON FUNCTION search_tidy_words FROM PUBLIC`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION search_tidy_words`);
  }
}
