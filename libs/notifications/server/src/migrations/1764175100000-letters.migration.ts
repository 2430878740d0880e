import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which notifications somebody does not want by e-mail, and in which language they are written to. */
export class NotificationLetters1764175100000 implements MigrationInterface {
  readonly name = 'NotificationLetters1764175100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notification_settings ADD COLUMN mail_off_kinds text[] NOT NULL DEFAULT '{}'`);
    await runner.query(`ALTER TABLE notification_settings ALTER COLUMN mail_off_kinds DROP DEFAULT`);
    await runner.query(`
      CREATE TABLE notification_language (
        person_id uuid PRIMARY KEY CONSTRAINT notification_language_person_fk REFERENCES person ON DELETE CASCADE,
        language text NOT NULL CONSTRAINT notification_language_known CHECK (language IN ('fr', 'en'))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE notification_language`);
    await runner.query(`ALTER TABLE notification_settings DROP COLUMN mail_off_kinds`);
  }
}
