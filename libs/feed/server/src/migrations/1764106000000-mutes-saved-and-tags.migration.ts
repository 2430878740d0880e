import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MutesSavedAndTags1764106000000 implements MigrationInterface {
  readonly name = 'MutesSavedAndTags1764106000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mute (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT mute_person_fk REFERENCES person ON DELETE CASCADE,
        muted_person_id uuid CONSTRAINT mute_muted_person_fk REFERENCES person ON DELETE CASCADE,
        community_id uuid CONSTRAINT mute_community_fk REFERENCES community ON DELETE CASCADE,
        tag text,
        until timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT mute_one_target CHECK (num_nonnulls(muted_person_id, community_id, tag) = 1),
        CONSTRAINT mute_other CHECK (muted_person_id <> person_id)
      )`);
    // What is muted first: the unique indexes also find everybody who muted it.
    await runner.query(`CREATE UNIQUE INDEX mute_of_person ON mute (muted_person_id, person_id)`);
    await runner.query(`CREATE UNIQUE INDEX mute_of_community ON mute (community_id, person_id)`);
    await runner.query(`CREATE UNIQUE INDEX mute_of_tag ON mute (tag, person_id)`);
    await runner.query(`CREATE INDEX mute_person ON mute (person_id, id)`);

    await runner.query(`
      CREATE TABLE saved_post (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT saved_post_person_fk REFERENCES person ON DELETE CASCADE,
        post_id uuid NOT NULL CONSTRAINT saved_post_post_fk REFERENCES post ON DELETE CASCADE
      )`);
    await runner.query(`CREATE UNIQUE INDEX saved_post_once ON saved_post (post_id, person_id)`);
    await runner.query(`CREATE INDEX saved_post_listed ON saved_post (person_id, id)`);

    await runner.query(`
      CREATE TABLE tag_follow (
        person_id uuid NOT NULL CONSTRAINT tag_follow_person_fk REFERENCES person ON DELETE CASCADE,
        tag text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT tag_follow_pk PRIMARY KEY (person_id, tag)
      )`);

    await runner.query(`
      CREATE TABLE post_tag (
        tag text NOT NULL,
        post_id uuid NOT NULL CONSTRAINT post_tag_post_fk REFERENCES post ON DELETE CASCADE,
        CONSTRAINT post_tag_pk PRIMARY KEY (tag, post_id)
      )`);
    await runner.query(`CREATE INDEX post_tag_post ON post_tag (post_id, tag)`);
    // Posts are written by people, by edits and by imports: the table follows their tags by itself, whoever writes them.
    await runner.query(`
      CREATE FUNCTION follow_post_tags() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN DELETE FROM post_tag WHERE post_id = NEW.id; END IF;
        IF NEW.deleted_at IS NULL THEN INSERT INTO post_tag (tag, post_id) SELECT DISTINCT unnest(NEW.tags), NEW.id; END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER post_tags_written AFTER INSERT ON post FOR EACH ROW WHEN (NEW.tags <> '{}') EXECUTE FUNCTION follow_post_tags()`);
    await runner.query(`
      CREATE TRIGGER post_tags_changed AFTER UPDATE OF tags, deleted_at ON post FOR EACH ROW
      WHEN (OLD.tags <> NEW.tags OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at) EXECUTE FUNCTION follow_post_tags()`);
    await runner.query(`INSERT INTO post_tag (tag, post_id) SELECT DISTINCT unnest(tags), id FROM post WHERE deleted_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER post_tags_changed ON post`);
    await runner.query(`DROP TRIGGER post_tags_written ON post`);
    await runner.query(`DROP FUNCTION follow_post_tags()`);
    for (const table of ['post_tag', 'tag_follow', 'saved_post', 'mute']) await runner.query(`DROP TABLE ${table}`);
  }
}
