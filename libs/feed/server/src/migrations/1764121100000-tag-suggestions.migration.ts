import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hashtags that begin as what is typed, whatever its accents. */
export class TagSuggestions1764121100000 implements MigrationInterface {
  readonly name = 'TagSuggestions1764121100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX post_tag_begun ON post_tag (fold(tag) text_pattern_ops)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX post_tag_begun`);
  }
}
