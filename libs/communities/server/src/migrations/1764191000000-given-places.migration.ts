import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places in communities that groups give, whoever tells the groups. */
export class GivenPlaces1764191000000 implements MigrationInterface {
  readonly name = 'GivenPlaces1764191000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE given_place (
        community_id uuid CONSTRAINT given_place_community_fk REFERENCES community ON DELETE CASCADE,
        person_id uuid CONSTRAINT given_place_person_fk REFERENCES person ON DELETE CASCADE,
        given_by text CONSTRAINT given_place_by CHECK (given_by IN ('directory', 'sign-in')),
        is_released boolean NOT NULL DEFAULT false,
        CONSTRAINT given_place_pk PRIMARY KEY (community_id, person_id, given_by)
      )`);
    await runner.query(`CREATE INDEX given_place_person ON given_place (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE given_place`);
  }
}
