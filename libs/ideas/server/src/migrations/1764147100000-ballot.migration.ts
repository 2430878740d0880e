import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['ballot_pair', 'ballot_vote', 'ballot_voter', 'ballot_key', 'ballot_envelope', 'ballot', 'idea_support'];

export class Ballot1764147100000 implements MigrationInterface {
  readonly name = 'Ballot1764147100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idea_support (
        idea_id uuid NOT NULL CONSTRAINT idea_support_idea_fk REFERENCES idea ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT idea_support_person_fk REFERENCES person ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        CONSTRAINT idea_support_pk PRIMARY KEY (idea_id, person_id)
      )`);
    await runner.query(`CREATE INDEX idea_support_person ON idea_support (person_id)`);
    await this.ballots(runner);
    await this.votes(runner);
  }

  private async ballots(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ballot (
        id uuid PRIMARY KEY,
        campaign_id uuid NOT NULL CONSTRAINT ballot_campaign_fk REFERENCES campaign ON DELETE CASCADE,
        kind text NOT NULL CONSTRAINT ballot_kind CHECK (kind IN ('support', 'stars', 'grades', 'budget', 'pairs', 'points')),
        is_secret boolean NOT NULL,
        hides_results boolean NOT NULL,
        max_supports int,
        points int,
        max_points int,
        sealed_at timestamptz,
        CONSTRAINT ballot_supports CHECK (max_supports IS NULL OR (kind = 'support' AND max_supports > 0)),
        CONSTRAINT ballot_points CHECK ((kind = 'points') = (points IS NOT NULL AND max_points IS NOT NULL) AND max_points BETWEEN 1 AND points)
      )`);
    await runner.query(`CREATE UNIQUE INDEX ballot_of_campaign ON ballot (campaign_id, kind)`);
    await runner.query(`
      CREATE TABLE ballot_envelope (
        ballot_id uuid NOT NULL CONSTRAINT ballot_envelope_ballot_fk REFERENCES ballot ON DELETE CASCADE,
        department text NOT NULL,
        amount int NOT NULL CONSTRAINT ballot_envelope_amount CHECK (amount > 0),
        CONSTRAINT ballot_envelope_pk PRIMARY KEY (ballot_id, department)
      )`);
    await runner.query(`
      CREATE TABLE ballot_key (
        ballot_id uuid PRIMARY KEY CONSTRAINT ballot_key_ballot_fk REFERENCES ballot ON DELETE CASCADE,
        key bytea NOT NULL
      )`);
  }

  private async votes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ballot_voter (
        ballot_id uuid NOT NULL CONSTRAINT ballot_voter_ballot_fk REFERENCES ballot ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT ballot_voter_person_fk REFERENCES person ON DELETE CASCADE,
        voted_on date NOT NULL,
        CONSTRAINT ballot_voter_pk PRIMARY KEY (ballot_id, person_id)
      )`);
    await runner.query(`CREATE INDEX ballot_voter_person ON ballot_voter (person_id)`);
    await runner.query(`
      CREATE TABLE ballot_vote (
        ballot_id uuid NOT NULL CONSTRAINT ballot_vote_ballot_fk REFERENCES ballot ON DELETE CASCADE,
        voter bytea NOT NULL,
        idea_id uuid NOT NULL CONSTRAINT ballot_vote_idea_fk REFERENCES idea ON DELETE RESTRICT,
        person_id uuid CONSTRAINT ballot_vote_person_fk REFERENCES person ON DELETE CASCADE,
        mark int NOT NULL,
        CONSTRAINT ballot_vote_pk PRIMARY KEY (ballot_id, voter, idea_id)
      )`);
    await runner.query(`CREATE INDEX ballot_vote_idea ON ballot_vote (idea_id)`);
    await runner.query(`CREATE INDEX ballot_vote_person ON ballot_vote (person_id) WHERE person_id IS NOT NULL`);
    await runner.query(`
      CREATE TABLE ballot_pair (
        ballot_id uuid NOT NULL CONSTRAINT ballot_pair_ballot_fk REFERENCES ballot ON DELETE CASCADE,
        voter bytea NOT NULL,
        first_id uuid NOT NULL CONSTRAINT ballot_pair_first_fk REFERENCES idea ON DELETE RESTRICT,
        second_id uuid NOT NULL CONSTRAINT ballot_pair_second_fk REFERENCES idea ON DELETE RESTRICT,
        person_id uuid CONSTRAINT ballot_pair_person_fk REFERENCES person ON DELETE CASCADE,
        preferred smallint NOT NULL CONSTRAINT ballot_pair_preferred CHECK (preferred IN (0, 1, 2)),
        CONSTRAINT ballot_pair_pk PRIMARY KEY (ballot_id, voter, first_id, second_id),
        CONSTRAINT ballot_pair_order CHECK (first_id < second_id)
      )`);
    await runner.query(`CREATE INDEX ballot_pair_first ON ballot_pair (first_id)`);
    await runner.query(`CREATE INDEX ballot_pair_second ON ballot_pair (second_id)`);
    await runner.query(`CREATE INDEX ballot_pair_person ON ballot_pair (person_id) WHERE person_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
  }
}
