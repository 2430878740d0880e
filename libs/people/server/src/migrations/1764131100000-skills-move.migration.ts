import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first of an entry's words in the directory: what the person wrote, and what the taxonomy prefers to call it in both languages. */
const skillWords = `
  (SELECT string_agg(said.words || coalesce(' ' || (SELECT string_agg(label.label, ' ' ORDER BY label.language DESC) FROM skill_label label
      WHERE label.skill_id = said.skill_id AND label.is_preferred AND label.folded <> said.folded), ''), ' ' ORDER BY said.position)
   FROM person_skill said WHERE said.person_id = person.id)`;

const entryOf = (skills: string): string => `
  CREATE OR REPLACE FUNCTION directory_entry_of(person person) RETURNS directory_entry LANGUAGE sql STABLE PARALLEL SAFE
  RETURN ROW(person.id, fold(person.display_name || ' ' || coalesce(person.title, '') || ' ' || coalesce(person.department, '')), ${skills})::directory_entry`;

const entryBefore = entryOf(`
  coalesce((SELECT fold_words(
      CASE WHEN profile_field_is_public(person.id, 'skills') THEN profile.skills ELSE '{}' END ||
      CASE WHEN profile_field_is_public(person.id, 'askMeAbout') THEN profile.ask_me_about ELSE '{}' END)
    FROM profile WHERE profile.person_id = person.id), '')`);

const entryNow = entryOf(`
  fold(btrim(
    CASE WHEN profile_field_is_public(person.id, 'skills') THEN coalesce(${skillWords}, '') ELSE '' END || ' ' ||
    CASE WHEN profile_field_is_public(person.id, 'askMeAbout') THEN coalesce((SELECT array_to_string(profile.ask_me_about, ' ') FROM profile WHERE profile.person_id = person.id), '') ELSE '' END))`);

const refresh = (people: string): string => `
  WITH changed AS (
    UPDATE directory_entry SET words = made.words FROM (${people}) touched JOIN person ON person.id = touched.person_id CROSS JOIN LATERAL directory_entry_of(person) made
    WHERE directory_entry.person_id = touched.person_id AND directory_entry.words <> made.words RETURNING directory_entry.*
  )
  INSERT INTO directory_word SELECT DISTINCT word FROM changed, directory_words_of(ROW(changed.person_id, changed.names, changed.words)::directory_entry) AS met(word)
  WHERE word <> '' AND NOT EXISTS (SELECT 1 FROM directory_word known WHERE known.word = met.word) ORDER BY word ON CONFLICT DO NOTHING`;

export class SkillsMove1764131100000 implements MigrationInterface {
  readonly name = 'SkillsMove1764131100000';

  async up(runner: QueryRunner): Promise<void> {
    // Words that differ by accents or capitals alone were one skill already: the first is kept.
    await runner.query(`
      INSERT INTO person_skill (id, person_id, skill_id, words, folded, position)
      SELECT gen_random_uuid(), person_id, skill_of(folded), words, folded, row_number() OVER (PARTITION BY person_id ORDER BY place) - 1
      FROM (
        SELECT DISTINCT ON (profile.person_id, skill_key(said.words)) profile.person_id, said.words, skill_key(said.words) AS folded, said.place
        FROM profile, unnest(profile.skills) WITH ORDINALITY AS said(words, place) WHERE skill_key(said.words) <> ''
        ORDER BY profile.person_id, skill_key(said.words), said.place
      ) told`);
    await runner.query(entryNow);
    await runner.query(`DROP TRIGGER profile_in_directory ON profile`);
    await runner.query(`ALTER TABLE profile DROP COLUMN skills`);
    await runner.query(`
      CREATE TRIGGER profile_in_directory AFTER INSERT OR UPDATE OF ask_me_about ON profile
      FOR EACH ROW EXECUTE FUNCTION directory_entry_of_profile()`);
    await this.follow(runner);
  }

  /** Once for each statement: a list of skills is written in one. */
  private async follow(runner: QueryRunner): Promise<void> {
    const peopleOf = { person_skill: `SELECT DISTINCT person_id FROM written`, skill_label: `SELECT DISTINCT person_id FROM person_skill WHERE skill_id IN (SELECT skill_id FROM written)` };
    for (const [table, people] of Object.entries(peopleOf)) {
      await runner.query(`CREATE FUNCTION directory_entries_of_${table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${refresh(people)}; RETURN NULL; END $$`);
      for (const [event, rows] of [['INSERT', 'NEW'], ['UPDATE', 'NEW'], ['DELETE', 'OLD']]) {
        await runner.query(`
          CREATE TRIGGER ${table}_in_directory_${event?.toLowerCase()} AFTER ${event} ON ${table} REFERENCING ${rows} TABLE AS written
          FOR EACH STATEMENT EXECUTE FUNCTION directory_entries_of_${table}()`);
      }
    }
    await runner.query(refresh('SELECT DISTINCT person_id FROM person_skill'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['person_skill', 'skill_label']) {
      for (const event of ['insert', 'update', 'delete']) await runner.query(`DROP TRIGGER ${table}_in_directory_${event} ON ${table}`);
      await runner.query(`DROP FUNCTION directory_entries_of_${table}`);
    }
    await runner.query(`ALTER TABLE profile ADD COLUMN skills text[] NOT NULL DEFAULT '{}'`);
    await runner.query(`
      INSERT INTO profile (person_id, skills) SELECT person_id, array_agg(words ORDER BY position) FROM person_skill GROUP BY person_id
      ON CONFLICT (person_id) DO UPDATE SET skills = excluded.skills`);
    await runner.query(entryBefore);
    await runner.query(`DROP TRIGGER profile_in_directory ON profile`);
    await runner.query(`
      CREATE TRIGGER profile_in_directory AFTER INSERT OR UPDATE OF skills, ask_me_about ON profile
      FOR EACH ROW EXECUTE FUNCTION directory_entry_of_profile()`);
    await runner.query(`DELETE FROM person_skill`);
    await runner.query(refresh('SELECT id AS person_id FROM person'));
  }
}
