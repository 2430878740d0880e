import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProfileVisibility1764130000000 implements MigrationInterface {
  readonly name = 'ProfileVisibility1764130000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE profile_visibility (
        person_id uuid NOT NULL CONSTRAINT profile_visibility_person_fk REFERENCES person ON DELETE CASCADE,
        field text NOT NULL,
        audience text NOT NULL CONSTRAINT profile_visibility_audience CHECK (audience IN ('everyone', 'department', 'communities', 'nobody')),
        CONSTRAINT profile_visibility_pk PRIMARY KEY (person_id, field)
      )`);
    // For fields that everybody sees by default.
    await runner.query(`
      CREATE FUNCTION profile_field_is_public(owner uuid, name text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
      RETURN NOT EXISTS (SELECT 1 FROM profile_visibility choice WHERE choice.person_id = owner AND choice.field = name AND choice.audience <> 'everyone')`);
    // What not everybody may see is not found by anybody: one index cannot tell who asks.
    await runner.query(`
      CREATE OR REPLACE FUNCTION directory_entry_of(person person) RETURNS directory_entry LANGUAGE sql STABLE PARALLEL SAFE
      RETURN ROW(person.id, fold(person.display_name || ' ' || coalesce(person.title, '') || ' ' || coalesce(person.department, '')),
        coalesce((SELECT fold_words(
            CASE WHEN profile_field_is_public(person.id, 'skills') THEN profile.skills ELSE '{}' END ||
            CASE WHEN profile_field_is_public(person.id, 'askMeAbout') THEN profile.ask_me_about ELSE '{}' END)
          FROM profile WHERE profile.person_id = person.id), ''))::directory_entry`);
    await runner.query(`
      CREATE FUNCTION directory_entry_of_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        entry directory_entry;
        owner uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.person_id ELSE NEW.person_id END;
      BEGIN
        UPDATE directory_entry SET names = made.names, words = made.words FROM person, directory_entry_of(person) made
        WHERE person.id = owner AND directory_entry.person_id = owner AND directory_entry.words <> made.words RETURNING directory_entry.* INTO entry;
        INSERT INTO directory_word SELECT DISTINCT word FROM directory_words_of(entry) AS met(word)
        WHERE word <> '' AND NOT EXISTS (SELECT 1 FROM directory_word known WHERE known.word = met.word) ORDER BY word ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER profile_visibility_in_directory AFTER INSERT OR UPDATE OR DELETE ON profile_visibility
      FOR EACH ROW EXECUTE FUNCTION directory_entry_of_visibility()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER profile_visibility_in_directory ON profile_visibility`);
    await runner.query(`DROP FUNCTION directory_entry_of_visibility`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION directory_entry_of(person person) RETURNS directory_entry LANGUAGE sql STABLE PARALLEL SAFE
      RETURN ROW(person.id, fold(person.display_name || ' ' || coalesce(person.title, '') || ' ' || coalesce(person.department, '')),
        coalesce((SELECT fold_words(profile.skills || profile.ask_me_about) FROM profile WHERE profile.person_id = person.id), ''))::directory_entry`);
    await runner.query(`DROP FUNCTION profile_field_is_public`);
    await runner.query(`DROP TABLE profile_visibility`);
    await runner.query(`UPDATE directory_entry SET names = made.names, words = made.words FROM person, directory_entry_of(person) made WHERE made.person_id = directory_entry.person_id AND directory_entry.words <> made.words`);
  }
}
