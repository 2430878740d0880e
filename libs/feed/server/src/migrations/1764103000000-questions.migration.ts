import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every kind of post, and questions found among posts: in lists, and by what they ask. */
export class Questions1764103000000 implements MigrationInterface {
  readonly name = 'Questions1764103000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE post DROP CONSTRAINT post_kind`);
    await runner.query(`ALTER TABLE post ADD CONSTRAINT post_kind CHECK (kind IN ('status', 'question', 'poll', 'event', 'announcement'))`);
    await runner.query(`ALTER TABLE post_revision ADD COLUMN details jsonb`);
    await runner.query(`CREATE INDEX post_questions ON post (id) WHERE kind = 'question' AND deleted_at IS NULL`);
    await runner.query(`CREATE INDEX post_community_questions ON post (community_id, id) WHERE kind = 'question' AND deleted_at IS NULL`);
    await runner.query(`
      CREATE INDEX post_question_words ON post
      USING gin ((to_tsvector('french', fold(title)) || to_tsvector('english', fold(title)))) WHERE kind = 'question' AND deleted_at IS NULL`);
    await runner.query(`
      CREATE INDEX post_question_letters ON post USING gin (fold(title) gin_trgm_ops) WHERE kind = 'question' AND deleted_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['post_question_letters', 'post_question_words', 'post_community_questions', 'post_questions']) await runner.query(`DROP INDEX ${index}`);
    await runner.query(`ALTER TABLE post_revision DROP COLUMN details`);
    await runner.query(`ALTER TABLE post DROP CONSTRAINT post_kind`);
    await runner.query(`ALTER TABLE post ADD CONSTRAINT post_kind CHECK (kind IN ('status', 'question'))`);
  }
}
