import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever looks over IT's shoulder is a role. */
export class Auditor1764183100000 implements MigrationInterface {
  readonly name = 'Auditor1764183100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person DROP CONSTRAINT person_roles`);
    await runner.query(`ALTER TABLE person ADD CONSTRAINT person_roles CHECK (roles <@ ARRAY['employee', 'executive', 'hr', 'it', 'moderator', 'works-council', 'auditor'])`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE person SET roles = array_remove(roles, 'auditor') WHERE 'auditor' = ANY (roles)`);
    await runner.query(`ALTER TABLE person DROP CONSTRAINT person_roles`);
    await runner.query(`ALTER TABLE person ADD CONSTRAINT person_roles CHECK (roles <@ ARRAY['employee', 'executive', 'hr', 'it', 'moderator', 'works-council'])`);
  }
}
