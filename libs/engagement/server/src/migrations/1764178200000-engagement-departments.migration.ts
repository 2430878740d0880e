import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which department is part of which, and since when (standing/dated-trees.ts). */
export class EngagementDepartments1764178200000 implements MigrationInterface {
  readonly name = 'EngagementDepartments1764178200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_department (
        department text NOT NULL,
        since date NOT NULL,
        above text,
        CONSTRAINT engagement_department_pk PRIMARY KEY (department, since)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE engagement_department`);
  }
}
