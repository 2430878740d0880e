import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened in communities moves into the days, and who is in each is kept beside it, so that both can be held in memory: the table of the days of
 * communities was gone through at each reading, and its foreign key stopped communities from being merged.
 */
export class EngagementCommunitiesByDay1764176000000 implements MigrationInterface {
  readonly name = 'EngagementCommunitiesByDay1764176000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_community (
        number int GENERATED ALWAYS AS IDENTITY CONSTRAINT engagement_community_pk PRIMARY KEY,
        community_id uuid NOT NULL CONSTRAINT engagement_community_once UNIQUE,
        members bytea NOT NULL DEFAULT '',
        rolled_up_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await runner.query(`CREATE TABLE engagement_membership_pending (community_id uuid NOT NULL)`);
    await runner.query(`ALTER TABLE engagement_day ADD COLUMN communities bytea NOT NULL DEFAULT ''`);
    await this.triggers(runner);
    await runner.query(`INSERT INTO engagement_community (community_id) SELECT id FROM community ORDER BY id`);
    await runner.query(`INSERT INTO engagement_membership_pending (community_id) SELECT id FROM community`);
    await this.days(runner);
    await runner.query(`DROP TABLE engagement_community_day`);
  }

  /** Whoever joins, leaves, becomes an animator or leaves the company: the roll-up brings up to date who is in those communities. */
  private async triggers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION engagement_members_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_membership_pending (community_id) SELECT DISTINCT community_id FROM changed;
        RETURN NULL;
      END $$`);
    for (const [name, event, rows] of [['joined', 'INSERT', 'NEW'], ['left', 'DELETE', 'OLD']]) {
      await runner.query(`CREATE TRIGGER engagement_member_${name} AFTER ${event} ON membership REFERENCING ${rows} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION engagement_members_changed()`);
    }
    await runner.query(`
      CREATE FUNCTION engagement_member_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_membership_pending (community_id) VALUES (OLD.community_id), (NEW.community_id);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER engagement_member_changed AFTER UPDATE ON membership FOR EACH ROW
      WHEN ((OLD.community_id, OLD.person_id, OLD.role, OLD.joined_at) IS DISTINCT FROM (NEW.community_id, NEW.person_id, NEW.role, NEW.joined_at)) EXECUTE FUNCTION engagement_member_changed()`);
    await runner.query(`
      CREATE FUNCTION engagement_member_gone() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_membership_pending (community_id) SELECT community_id FROM membership WHERE person_id = NEW.id;
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_member_gone AFTER UPDATE ON person FOR EACH ROW WHEN (OLD.deactivated_at IS DISTINCT FROM NEW.deactivated_at) EXECUTE FUNCTION engagement_member_gone()`);
  }

  /** Days that are closed could not be made anew, and to make the others anew would take minutes in which nothing is told. */
  private async days(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO engagement_person (person_id) SELECT DISTINCT person_id FROM (SELECT unnest(active_ids || addressed_ids) AS person_id FROM engagement_community_day) did
       WHERE NOT EXISTS (SELECT 1 FROM engagement_person known WHERE known.person_id = did.person_id)`,
    );
    const days: { day: string }[] = await runner.query(`SELECT DISTINCT day::text FROM engagement_community_day ORDER BY 1`);
    const numbers = (ids: string): string => `ARRAY(SELECT known.number FROM unnest(${ids}) AS did (id) JOIN engagement_person known ON known.person_id = did.id ORDER BY 1)`;
    for (const { day } of days) {
      const lived: Lived[] = await runner.query(
        `SELECT made.number, said, within, across, ${numbers('active_ids')} AS active, ${numbers('addressed_ids')} AS addressed
         FROM engagement_community_day lived JOIN engagement_community made USING (community_id) WHERE lived.day = $1::date ORDER BY 1`,
        [day],
      );
      await runner.query(`UPDATE engagement_day SET communities = $2, rolled_up_at = clock_timestamp() WHERE day = $1::date`, [day, bytesOf(lived)]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_community_day (
        community_id uuid NOT NULL CONSTRAINT engagement_community_day_community_fk REFERENCES community ON DELETE CASCADE,
        day date NOT NULL,
        said int NOT NULL,
        within int NOT NULL,
        across int NOT NULL,
        active_ids uuid[] NOT NULL,
        addressed_ids uuid[] NOT NULL,
        CONSTRAINT engagement_community_day_pk PRIMARY KEY (community_id, day)
      )`);
    await runner.query(`CREATE INDEX engagement_community_day_day ON engagement_community_day (day)`);
    await runner.query(`INSERT INTO engagement_pending (day, actor_id) SELECT DISTINCT (at AT TIME ZONE 'UTC')::date, '00000000-0000-0000-0000-000000000000'::uuid FROM engagement_event`);
    for (const [name, table] of [['gone', 'person'], ['changed', 'membership'], ['left', 'membership'], ['joined', 'membership']]) await runner.query(`DROP TRIGGER engagement_member_${name} ON ${table}`);
    for (const name of ['member_gone', 'member_changed', 'members_changed']) await runner.query(`DROP FUNCTION engagement_${name}`);
    await runner.query(`ALTER TABLE engagement_day DROP COLUMN communities`);
    for (const table of ['engagement_membership_pending', 'engagement_community']) await runner.query(`DROP TABLE ${table}`);
  }
}

interface Lived {
  number: number;
  said: number;
  within: number;
  across: number;
  active: number[];
  addressed: number[];
}

/** How many communities, then column by column: their numbers, what was said, exchanges within and across, how many people acted and were addressed; last their numbers, community by community. */
function bytesOf(lived: readonly Lived[]): Buffer {
  const columns = [lived.map(({ number }) => number), lived.map(({ said }) => said), lived.map(({ within }) => within), lived.map(({ across }) => across), lived.map(({ active }) => active.length), lived.map(({ addressed }) => addressed.length)];
  return Buffer.from(Int32Array.from([lived.length, ...columns.flat(), ...lived.flatMap(({ active, addressed }) => [...active, ...addressed])]).buffer);
}
