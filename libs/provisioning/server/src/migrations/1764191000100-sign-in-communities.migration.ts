import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which groups of an identity provider give a place in which community; places that groups of the directory gave are kept with those of sign-in. */
export class SignInCommunities1764191000100 implements MigrationInterface {
  readonly name = 'SignInCommunities1764191000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_group (
        provider_id uuid CONSTRAINT sign_in_group_provider_fk REFERENCES identity_provider ON DELETE CASCADE,
        community_id uuid,
        name text,
        CONSTRAINT sign_in_group_pk PRIMARY KEY (provider_id, community_id, name)
      )`);
    await runner.query(`CREATE INDEX sign_in_group_community ON sign_in_group (community_id)`);
    await runner.query(`
      INSERT INTO given_place (community_id, person_id, given_by)
      SELECT community_id, person_id, 'directory' FROM scim_membership JOIN community ON community.id = community_id`);
    await runner.query(`DROP TABLE scim_membership`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scim_membership (
        community_id uuid,
        person_id uuid CONSTRAINT scim_membership_person_fk REFERENCES person ON DELETE CASCADE,
        CONSTRAINT scim_membership_pk PRIMARY KEY (community_id, person_id)
      )`);
    await runner.query(`CREATE INDEX scim_membership_person ON scim_membership (person_id)`);
    await runner.query(`INSERT INTO scim_membership SELECT community_id, person_id FROM given_place WHERE given_by = 'directory' AND NOT is_released`);
    await runner.query(`DROP TABLE sign_in_group`);
  }
}
