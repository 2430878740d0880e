import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups of the directory, who is in them, and what they give. */
export class ScimGroups1764184300000 implements MigrationInterface {
  readonly name = 'ScimGroups1764184300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scim_group (
        id uuid CONSTRAINT scim_group_pk PRIMARY KEY,
        display_name text NOT NULL,
        external_id text,
        community_id uuid,
        version int NOT NULL,
        created_at timestamptz NOT NULL,
        modified_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX scim_group_external ON scim_group (external_id)`);
    await runner.query(`CREATE INDEX scim_group_community ON scim_group (community_id)`);
    await runner.query(`
      CREATE TABLE scim_group_member (
        group_id uuid CONSTRAINT scim_group_member_group_fk REFERENCES scim_group ON DELETE CASCADE,
        person_id uuid CONSTRAINT scim_group_member_person_fk REFERENCES person ON DELETE CASCADE,
        CONSTRAINT scim_group_member_pk PRIMARY KEY (group_id, person_id)
      )`);
    await runner.query(`CREATE INDEX scim_group_member_person ON scim_group_member (person_id)`);
    await runner.query(`
      CREATE TABLE scim_membership (
        community_id uuid,
        person_id uuid CONSTRAINT scim_membership_person_fk REFERENCES person ON DELETE CASCADE,
        CONSTRAINT scim_membership_pk PRIMARY KEY (community_id, person_id)
      )`);
    await runner.query(`CREATE INDEX scim_membership_person ON scim_membership (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE scim_membership`);
    await runner.query(`DROP TABLE scim_group_member`);
    await runner.query(`DROP TABLE scim_group`);
  }
}
