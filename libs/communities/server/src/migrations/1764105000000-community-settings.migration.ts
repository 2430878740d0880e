import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What animators decide about a community beyond its name, and who changed what. */
export class CommunitySettings1764105000000 implements MigrationInterface {
  readonly name = 'CommunitySettings1764105000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE community
        ADD charter text NOT NULL DEFAULT '',
        ADD topics text[] NOT NULL DEFAULT '{}',
        ADD topic_keys text[] NOT NULL DEFAULT '{}',
        ADD welcome text NOT NULL DEFAULT '',
        ADD banner_pattern text CONSTRAINT community_banner_pattern CHECK (banner_pattern IN ('arches', 'waves', 'tiles', 'hills', 'rays', 'dots')),
        ADD banner_tone text CONSTRAINT community_banner_tone CHECK (banner_tone IN ('brick', 'ochre', 'moss', 'sea', 'sky', 'plum'))`);
    await runner.query(`ALTER TABLE community ADD CONSTRAINT community_banner_whole CHECK ((banner_pattern IS NULL) = (banner_tone IS NULL))`);
    await runner.query(`CREATE INDEX community_topics ON community USING gin (topic_keys)`);
    // Whoever is in already is no newcomer.
    await runner.query(`ALTER TABLE membership ADD welcomed_at timestamptz`);
    await runner.query(`UPDATE membership SET welcomed_at = joined_at`);
    await runner.query(`
      CREATE TABLE community_change (
        id uuid PRIMARY KEY,
        community_id uuid NOT NULL CONSTRAINT community_change_community_fk REFERENCES community ON DELETE CASCADE,
        actor_id uuid CONSTRAINT community_change_actor_fk REFERENCES person ON DELETE SET NULL,
        kind text NOT NULL,
        person_id uuid CONSTRAINT community_change_person_fk REFERENCES person ON DELETE SET NULL,
        before text,
        after text,
        changed_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX community_change_listed ON community_change (community_id, id)`);
    await runner.query(`CREATE INDEX community_change_actor ON community_change (actor_id)`);
    await runner.query(`CREATE INDEX community_change_person ON community_change (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE community_change`);
    await runner.query(`ALTER TABLE membership DROP welcomed_at`);
    await runner.query(`
      ALTER TABLE community DROP charter, DROP topics, DROP topic_keys, DROP welcome, DROP banner_pattern, DROP banner_tone`);
  }
}
