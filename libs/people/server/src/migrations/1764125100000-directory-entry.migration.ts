import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DirectoryEntry1764125100000 implements MigrationInterface {
  readonly name = 'DirectoryEntry1764125100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE directory_entry (
        person_id uuid PRIMARY KEY CONSTRAINT directory_entry_person_fk REFERENCES person ON DELETE CASCADE,
        names text NOT NULL,
        words text NOT NULL
      )`);
    await runner.query(`
      CREATE FUNCTION directory_entry_of(person person) RETURNS directory_entry LANGUAGE sql STABLE PARALLEL SAFE
      RETURN ROW(person.id, fold(person.display_name || ' ' || coalesce(person.title, '') || ' ' || coalesce(person.department, '')),
        coalesce((SELECT fold_words(profile.skills || profile.ask_me_about) FROM profile WHERE profile.person_id = person.id), ''))::directory_entry`);
    await runner.query(`CREATE TABLE directory_word (word text PRIMARY KEY)`);
    await runner.query(`
      CREATE FUNCTION directory_words_of(entry directory_entry) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN unnest(string_to_array(regexp_replace(entry.names || ' ' || entry.words, '[^[:alnum:]]+', ' ', 'g'), ' '))`);
    await this.follow(runner);
    await runner.query(`INSERT INTO directory_entry SELECT made.* FROM person, directory_entry_of(person) made`);
    await runner.query(`INSERT INTO directory_word SELECT DISTINCT word FROM directory_entry entry, directory_words_of(entry) AS met(word) WHERE word <> ''`);
    await runner.query(`CREATE INDEX directory_word_alike ON directory_word USING gin (word gin_trgm_ops)`);
    await runner.query(`CREATE INDEX directory_entry_names ON directory_entry USING gin (names gin_trgm_ops)`);
    await runner.query(`CREATE INDEX directory_entry_words ON directory_entry USING gin (words gin_trgm_ops)`);
    await runner.query(`DROP INDEX person_search`);
    await runner.query(`DROP INDEX profile_search`);
  }

  private async follow(runner: QueryRunner): Promise<void> {
    for (const [table, id] of [['person', 'id'], ['profile', 'person_id']] as const) {
      await runner.query(`
        CREATE FUNCTION directory_entry_of_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE entry directory_entry;
        BEGIN
          INSERT INTO directory_entry SELECT made.* FROM person, directory_entry_of(person) made WHERE person.id = NEW.${id}
          ON CONFLICT (person_id) DO UPDATE SET names = excluded.names, words = excluded.words
          WHERE (directory_entry.names, directory_entry.words) <> (excluded.names, excluded.words) RETURNING * INTO entry;
          INSERT INTO directory_word SELECT DISTINCT word FROM directory_words_of(entry) AS met(word)
          WHERE word <> '' AND NOT EXISTS (SELECT 1 FROM directory_word known WHERE known.word = met.word) ORDER BY word ON CONFLICT DO NOTHING;
          RETURN NULL;
        END $$`);
    }
    await runner.query(`
      CREATE TRIGGER person_in_directory AFTER INSERT OR UPDATE OF display_name, title, department ON person
      FOR EACH ROW EXECUTE FUNCTION directory_entry_of_person()`);
    await runner.query(`
      CREATE TRIGGER profile_in_directory AFTER INSERT OR UPDATE OF skills, ask_me_about ON profile
      FOR EACH ROW EXECUTE FUNCTION directory_entry_of_profile()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER person_in_directory ON person`);
    await runner.query(`DROP TRIGGER profile_in_directory ON profile`);
    for (const name of ['directory_entry_of_person', 'directory_entry_of_profile', 'directory_words_of', 'directory_entry_of']) await runner.query(`DROP FUNCTION ${name}`);
    await runner.query(`DROP TABLE directory_word`);
    await runner.query(`DROP TABLE directory_entry`);
    await runner.query(`
      CREATE INDEX person_search ON person
      USING gin (fold(display_name || ' ' || coalesce(title, '') || ' ' || coalesce(department, '')) gin_trgm_ops)`);
    await runner.query(`CREATE INDEX profile_search ON profile USING gin (fold_words(skills || ask_me_about) gin_trgm_ops)`);
  }
}
