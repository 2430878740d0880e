import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuthorQuestions1764149000000 implements MigrationInterface {
  readonly name = 'AuthorQuestions1764149000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE comment ADD asks_authors boolean NOT NULL DEFAULT false`);
    await runner.query(`CREATE INDEX comment_author_questions ON comment (subject_id, id) WHERE asks_authors AND deleted_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX comment_author_questions`);
    await runner.query(`ALTER TABLE comment DROP asks_authors`);
  }
}
