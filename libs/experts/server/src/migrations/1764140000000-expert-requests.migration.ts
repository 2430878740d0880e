import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExpertRequests1764140000000 implements MigrationInterface {
  readonly name = 'ExpertRequests1764140000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE expert_routing (
        question_id uuid CONSTRAINT expert_routing_pk PRIMARY KEY CONSTRAINT expert_routing_question_fk REFERENCES post ON DELETE CASCADE,
        after_hours smallint NOT NULL CONSTRAINT expert_routing_after CHECK (after_hours IN (0, 4, 24, 48)),
        next_at timestamptz,
        first_offered_at timestamptz,
        rested_at timestamptz
      )`);
    await runner.query(`CREATE INDEX expert_routing_due ON expert_routing (next_at) WHERE next_at IS NOT NULL`);
    // At most three for a question, ever; nobody twice; one at a time: whatever two processes do at once.
    await runner.query(`
      CREATE TABLE expert_request (
        id uuid CONSTRAINT expert_request_pk PRIMARY KEY,
        question_id uuid NOT NULL CONSTRAINT expert_request_question_fk REFERENCES post ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT expert_request_person_fk REFERENCES person ON DELETE CASCADE,
        turn smallint NOT NULL CONSTRAINT expert_request_three CHECK (turn BETWEEN 1 AND 3),
        reasons jsonb NOT NULL,
        offered_at timestamptz NOT NULL,
        until_at timestamptz NOT NULL,
        is_open boolean NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX expert_request_turn ON expert_request (question_id, turn)`);
    await runner.query(`CREATE UNIQUE INDEX expert_request_once ON expert_request (question_id, person_id)`);
    await runner.query(`CREATE UNIQUE INDEX expert_request_open ON expert_request (question_id) WHERE is_open`);
    await runner.query(`CREATE INDEX expert_request_person ON expert_request (person_id, offered_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE expert_request`);
    await runner.query(`DROP TABLE expert_routing`);
  }
}
