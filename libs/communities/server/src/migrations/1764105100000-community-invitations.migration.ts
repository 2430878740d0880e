import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations, and communities at rest. */
export class CommunityInvitations1764105100000 implements MigrationInterface {
  readonly name = 'CommunityInvitations1764105100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE community ADD archived_at timestamptz`);
    await runner.query(`
      CREATE TABLE community_invitation (
        id uuid PRIMARY KEY,
        community_id uuid NOT NULL CONSTRAINT community_invitation_community_fk REFERENCES community ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT community_invitation_person_fk REFERENCES person ON DELETE CASCADE,
        inviter_id uuid NOT NULL CONSTRAINT community_invitation_inviter_fk REFERENCES person ON DELETE CASCADE,
        word text NOT NULL,
        invited_at timestamptz NOT NULL,
        declined_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX community_invitation_person_community ON community_invitation (person_id, community_id)`);
    await runner.query(`CREATE INDEX community_invitation_listed ON community_invitation (community_id, id)`);
    await runner.query(`CREATE INDEX community_invitation_inviter ON community_invitation (inviter_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE community_invitation`);
    await runner.query(`ALTER TABLE community DROP archived_at`);
  }
}
