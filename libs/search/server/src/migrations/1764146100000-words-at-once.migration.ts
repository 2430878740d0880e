import type { MigrationInterface, QueryRunner } from 'typeorm';

/** New words go into the indexes of words at once: a list of what waits is read whole for each word that is looked up, a hundred times for a long question. */
export class WordsAtOnce1764146100000 implements MigrationInterface {
  readonly name = 'WordsAtOnce1764146100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const index of ['search_term_stems', 'search_term_alike']) {
      await runner.query(`ALTER INDEX ${index} SET (fastupdate = off)`);
      await runner.query(`SELECT gin_clean_pending_list('${index}')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['search_term_stems', 'search_term_alike']) await runner.query(`ALTER INDEX ${index} RESET (fastupdate)`);
  }
}
