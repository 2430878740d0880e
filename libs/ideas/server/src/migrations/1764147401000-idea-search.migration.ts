import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An idea is one document. It belongs to no community, as a campaign may be for several and for departments: who sees it is asked for each hit. */
export class IdeaSearch1764147401000 implements MigrationInterface {
  readonly name = 'IdeaSearch1764147401000';

  async up(runner: QueryRunner): Promise<void> {
    await this.functions(runner);
    await runner.query(`
      CREATE TRIGGER idea_searched AFTER INSERT OR DELETE OR UPDATE OF campaign_id, author_id, title, problem, proposal_text, benefit, tags, state ON idea
      FOR EACH ROW EXECUTE FUNCTION idea_searched()`);
    await runner.query(`SELECT idea_put(id) FROM idea ORDER BY id`);
  }

  private async functions(runner: QueryRunner): Promise<void> {
    // Whatever is shown is found: who sees it is asked for each hit. What was put away is read by its address alone.
    await runner.query(`
      CREATE FUNCTION idea_put(idea_id uuid) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE told record;
      BEGIN
        SELECT id, author_id, title, concat_ws(E'\\n', problem, proposal_text, benefit, array_to_string(tags, ' ')) AS words, coalesce(submitted_at, created_at) AS at INTO told
        FROM idea WHERE idea.id = $1 AND state = 'submitted';
        IF NOT FOUND THEN
          PERFORM search_drop($1);
          RETURN;
        END IF;
        PERFORM search_put('idea', told.id, NULL, told.author_id, NULL, told.at, told.title, told.words);
      END $$`);
    await runner.query(`
      CREATE FUNCTION idea_searched() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM idea_put(coalesce(NEW.id, OLD.id));
        RETURN NULL;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER idea_searched ON idea`);
    for (const name of ['idea_searched', 'idea_put']) await runner.query(`DROP FUNCTION ${name}`);
    await runner.query(`DELETE FROM search_document WHERE kind = 'idea'`);
  }
}
