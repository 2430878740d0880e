import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Representatives of the employees are a role. */
export class WorksCouncil1764170100000 implements MigrationInterface {
  readonly name = 'WorksCouncil1764170100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person DROP CONSTRAINT person_roles`);
    await runner.query(`ALTER TABLE person ADD CONSTRAINT person_roles CHECK (roles <@ ARRAY['employee', 'executive', 'hr', 'it', 'moderator', 'works-council'])`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE person SET roles = array_remove(roles, 'works-council') WHERE 'works-council' = ANY (roles)`);
    await runner.query(`ALTER TABLE person DROP CONSTRAINT person_roles`);
    await runner.query(`ALTER TABLE person ADD CONSTRAINT person_roles CHECK (roles <@ ARRAY['employee', 'executive', 'hr', 'it', 'moderator'])`);
  }
}
