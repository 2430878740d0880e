import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The stream of what people did for others to see, by month, and where everybody stands since when. Triggers write both in the transaction that they tell of,
 * whoever makes it: the server, an import, a script.
 */
export class Engagement1764160000000 implements MigrationInterface {
  readonly name = 'Engagement1764160000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.stream(runner);
    await this.standings(runner);
    await this.rollUps(runner);
    for (const source of sources) await this.listenTo(runner, source);
    await runner.query(`SELECT engagement_stand(array_agg(id)) FROM person`);
    for (const { table, select } of sources) await runner.query(`INSERT INTO engagement_event (at, kind, actor_id, target_id, subject_id) ${select(table)}`);
    await runner.query(`INSERT INTO engagement_pending (day, actor_id, target_id) SELECT DISTINCT (at AT TIME ZONE 'UTC')::date, actor_id, target_id FROM engagement_event`);
    await runner.query(`CREATE TRIGGER engagement_happened AFTER INSERT ON engagement_event FOR EACH ROW EXECUTE FUNCTION engagement_happened()`);
  }

  private async standings(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_standing (
        person_id uuid NOT NULL CONSTRAINT engagement_standing_person_fk REFERENCES person ON DELETE CASCADE,
        since date NOT NULL,
        department text,
        location text,
        level text NOT NULL CONSTRAINT engagement_standing_level CHECK (level IN ('executive', 'manager', 'employee')),
        noted_on date NOT NULL,
        CONSTRAINT engagement_standing_pk PRIMARY KEY (person_id, since)
      )`);
    // What is put right on the day on which it was first told was never true: a file of people tells who manages whom after it has told who there is.
    await runner.query(`
      CREATE FUNCTION engagement_stand(people uuid[]) RETURNS void LANGUAGE sql AS $$
        WITH told AS (
        INSERT INTO engagement_standing (person_id, since, department, location, level, noted_on)
        SELECT person.id, CASE WHEN last.noted_on IS NULL THEN '-infinity' WHEN last.noted_on = today.day THEN last.since ELSE today.day END,
          person.department, profile.location, now_at.level, today.day
        FROM person
        CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE 'UTC')::date AS day) today
        CROSS JOIN LATERAL (
          SELECT CASE WHEN 'executive' = ANY (person.roles) THEN 'executive'
            WHEN EXISTS (SELECT 1 FROM person report WHERE report.manager_id = person.id AND report.deactivated_at IS NULL) THEN 'manager' ELSE 'employee' END AS level
        ) now_at
        LEFT JOIN profile ON profile.person_id = person.id
        LEFT JOIN LATERAL (SELECT * FROM engagement_standing former WHERE former.person_id = person.id ORDER BY former.since DESC LIMIT 1) last ON true
        WHERE person.id = ANY (people)
          AND (last.noted_on IS NULL OR (last.department, last.location, last.level) IS DISTINCT FROM (person.department, profile.location, now_at.level))
        ON CONFLICT (person_id, since) DO UPDATE SET department = excluded.department, location = excluded.location, level = excluded.level, noted_on = excluded.noted_on
        RETURNING person_id, since
        )
        INSERT INTO engagement_pending (day, actor_id, target_id)
        SELECT DISTINCT (event.at AT TIME ZONE 'UTC')::date, event.actor_id, event.target_id
        FROM told JOIN engagement_event event ON event.actor_id = told.person_id AND event.at >= told.since::timestamp AT TIME ZONE 'UTC'
      $$`);
    await runner.query(`
      CREATE FUNCTION engagement_person_told() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM engagement_stand(array_agg(id)) FROM (SELECT id FROM told UNION SELECT manager_id FROM told) who (id) WHERE id IS NOT NULL;
        ELSE
          PERFORM engagement_stand(array_agg(who.id)) FROM (
            SELECT unnest(ARRAY[told.id, told.manager_id, former.manager_id]) AS id FROM told JOIN former ON former.id = told.id
            WHERE (told.department, told.roles, told.manager_id, told.deactivated_at) IS DISTINCT FROM (former.department, former.roles, former.manager_id, former.deactivated_at)
          ) who WHERE who.id IS NOT NULL;
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_person_came AFTER INSERT ON person REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION engagement_person_told()`);
    await runner.query(`CREATE TRIGGER engagement_person_changed AFTER UPDATE ON person REFERENCING OLD TABLE AS former NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION engagement_person_told()`);
    await runner.query(`
      CREATE FUNCTION engagement_profile_told() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM engagement_stand(array_agg(person_id)) FROM told WHERE location IS NOT NULL;
        ELSE
          PERFORM engagement_stand(array_agg(told.person_id)) FROM told JOIN former ON former.person_id = told.person_id WHERE told.location IS DISTINCT FROM former.location;
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_profile_came AFTER INSERT ON profile REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION engagement_profile_told()`);
    await runner.query(`CREATE TRIGGER engagement_profile_changed AFTER UPDATE ON profile REFERENCING OLD TABLE AS former NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION engagement_profile_told()`);
  }

  private async stream(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_event (
        at timestamptz NOT NULL,
        kind text NOT NULL CONSTRAINT engagement_event_kind CHECK (kind IN ('post', 'comment', 'answer', 'reaction', 'thanks', 'mention')),
        actor_id uuid NOT NULL,
        target_id uuid,
        subject_id uuid NOT NULL
      ) PARTITION BY RANGE (at)`);
    // An index of the pairs alone: what concerns nobody else is read by day.
    await runner.query(`CREATE INDEX engagement_event_pair ON engagement_event (actor_id, target_id, at) WHERE target_id IS NOT NULL`);
    await runner.query(`CREATE INDEX engagement_event_day ON engagement_event (at)`);
    // What is older than the months that have a table of their own: an earlier network's history.
    await runner.query(`CREATE TABLE engagement_event_other PARTITION OF engagement_event DEFAULT`);
    await runner.query(`
      CREATE TABLE engagement_pending (
        day date NOT NULL,
        actor_id uuid NOT NULL,
        target_id uuid
      )`);
    await runner.query(`CREATE INDEX engagement_pending_day ON engagement_pending (day)`);
    await runner.query(`
      CREATE FUNCTION engagement_happened() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_pending (day, actor_id, target_id) VALUES ((NEW.at AT TIME ZONE 'UTC')::date, NEW.actor_id, NEW.target_id);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE FUNCTION engagement_writer(subject_type text, subject_id uuid) RETURNS uuid LANGUAGE sql STABLE RETURN CASE subject_type
        WHEN 'idea' THEN (SELECT author_id FROM idea WHERE idea.id = $2)
        WHEN 'campaign' THEN (SELECT owner_id FROM campaign WHERE campaign.id = $2)
        WHEN 'wiki-page' THEN (SELECT created_by_id FROM wiki_page WHERE wiki_page.id = $2)
        WHEN 'ama-question' THEN (SELECT author_id FROM ama_question WHERE ama_question.id = $2)
      END`);
    await runner.query(`
      CREATE FUNCTION engagement_mentioned(body jsonb) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        SELECT DISTINCT person.id
        FROM jsonb_path_query(body, 'strict $.**?(@.type == "mention" && !exists(@.attrs.kind)).attrs.id') AS mentioned (id)
        JOIN person ON person.id = CASE WHEN mentioned.id #>> '{}' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (mentioned.id #>> '{}')::uuid END
      $$`);
  }

  private async rollUps(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_place (
        id int GENERATED ALWAYS AS IDENTITY CONSTRAINT engagement_place_pk PRIMARY KEY,
        department text,
        location text,
        level text,
        CONSTRAINT engagement_place_once UNIQUE NULLS NOT DISTINCT (department, location, level)
      )`);
    await runner.query(`
      CREATE TABLE engagement_day (
        day date CONSTRAINT engagement_day_pk PRIMARY KEY,
        ties bytea NOT NULL,
        rolled_up_at timestamptz NOT NULL,
        is_closed boolean NOT NULL DEFAULT false
      )`);
  }

  private async listenTo(runner: QueryRunner, { table, select }: Source): Promise<void> {
    await runner.query(`
      CREATE FUNCTION engagement_${table}_written() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_event (at, kind, actor_id, target_id, subject_id) ${select('written')};
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_${table}_written AFTER INSERT ON ${table} REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION engagement_${table}_written()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of sources) {
      await runner.query(`DROP TRIGGER engagement_${table}_written ON ${table}`);
      await runner.query(`DROP FUNCTION engagement_${table}_written`);
    }
    await runner.query(`DROP TABLE engagement_day`);
    await runner.query(`DROP TABLE engagement_place`);
    await runner.query(`DROP FUNCTION engagement_mentioned`);
    await runner.query(`DROP FUNCTION engagement_writer`);
    await runner.query(`DROP TABLE engagement_event`);
    await runner.query(`DROP TABLE engagement_pending`);
    await runner.query(`DROP FUNCTION engagement_happened`);
    for (const table of ['profile', 'person']) for (const when of ['came', 'changed']) await runner.query(`DROP TRIGGER engagement_${table}_${when} ON ${table}`);
    for (const name of ['profile_told', 'person_told', 'stand']) await runner.query(`DROP FUNCTION engagement_${name}`);
    await runner.query(`DROP TABLE engagement_standing`);
  }
}

interface Source {
  table: string;
  /** What rows of the table tell: when, what, who, to whom, about what. */
  select(rows: string): string;
}

// To look through a text for mentions takes longer than all the rest: only where its words hold the sign that each of them begins with.
const mentions = (rows: string): string => `
  UNION ALL SELECT said.created_at, 'mention', said.author_id, mentioned.id, said.id
  FROM ${rows} said CROSS JOIN LATERAL engagement_mentioned(said.body) AS mentioned (id) WHERE said.text LIKE '%@%' AND mentioned.id <> said.author_id`;

const sources: readonly Source[] = [
  { table: 'post', select: (rows) => `SELECT said.created_at, 'post', said.author_id, NULL::uuid, said.id FROM ${rows} said ${mentions(rows)}` },
  {
    table: 'comment',
    // Whose subject it is, whom it replies to and whom it quotes are all addressed, each once; oneself is not.
    select: (rows) => `
      SELECT said.created_at, CASE WHEN about.kind = 'question' AND about.author_id <> said.author_id AND said.parent_id IS NULL THEN 'answer' ELSE 'comment' END, said.author_id, addressed.id, said.id
      FROM ${rows} said
      LEFT JOIN post about ON about.id = said.subject_id AND said.subject_type = 'post'
      LEFT JOIN comment parent ON parent.id = said.parent_id
      LEFT JOIN comment quoted ON quoted.id = said.quoted_comment_id
      LEFT JOIN LATERAL (
        SELECT DISTINCT id FROM unnest(ARRAY[CASE WHEN about.id IS NULL THEN engagement_writer(said.subject_type, said.subject_id) ELSE about.author_id END, parent.author_id, quoted.author_id]) AS whom (id)
        WHERE id <> said.author_id
      ) addressed ON true
      ${mentions(rows)}`,
  },
  {
    table: 'reaction',
    select: (rows) => `
      SELECT felt.created_at, CASE felt.kind WHEN 'thanks' THEN 'thanks' ELSE 'reaction' END, felt.person_id, nullif(CASE
        WHEN about.id IS NOT NULL THEN about.author_id WHEN answer.id IS NOT NULL THEN answer.author_id ELSE engagement_writer(felt.subject_type, felt.subject_id) END, felt.person_id), felt.subject_id
      FROM ${rows} felt
      LEFT JOIN post about ON about.id = felt.subject_id AND felt.subject_type = 'post'
      LEFT JOIN comment answer ON answer.id = felt.subject_id AND felt.subject_type = 'comment'`,
  },
];
