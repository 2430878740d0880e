import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExpertProposals1764141200000 implements MigrationInterface {
  readonly name = 'ExpertProposals1764141200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE expert_proposal_count (
        day date NOT NULL,
        person_id uuid NOT NULL CONSTRAINT expert_proposal_count_person_fk REFERENCES person ON DELETE CASCADE,
        times int NOT NULL CONSTRAINT expert_proposal_count_times CHECK (times > 0),
        CONSTRAINT expert_proposal_count_pk PRIMARY KEY (day, person_id)
      )`);
    await runner.query(`CREATE INDEX expert_proposal_count_person ON expert_proposal_count (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE expert_proposal_count`);
  }
}
