import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WrittenBy1764108300000 implements MigrationInterface {
  readonly name = 'WrittenBy1764108300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE post ADD written_by_id uuid CONSTRAINT post_written_by_fk REFERENCES person ON DELETE RESTRICT`);
    await runner.query(`CREATE INDEX post_written_by ON post (written_by_id) WHERE written_by_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE post DROP written_by_id`);
  }
}
