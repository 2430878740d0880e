import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What words submitted ideas are made of, so that a similar one is found while somebody writes. */
export class IdeaTerms1764147400000 implements MigrationInterface {
  readonly name = 'IdeaTerms1764147400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idea_term (
        term text NOT NULL,
        idea_id uuid NOT NULL CONSTRAINT idea_term_idea_fk REFERENCES idea ON DELETE CASCADE,
        weight real NOT NULL,
        CONSTRAINT idea_term_pk PRIMARY KEY (term, idea_id)
      )`);
    await runner.query(`CREATE INDEX idea_term_idea ON idea_term (idea_id)`);
    // Stems of both languages, a stem that both give counted once; those of the title three times, of tags twice. Their weight as in BM25, for texts of 60 words.
    await runner.query(`
      CREATE FUNCTION idea_terms_of(title text, tags text[], text text) RETURNS TABLE (term text, weight real) LANGUAGE sql STABLE PARALLEL SAFE AS $$
        WITH part (words, share) AS (VALUES (fold($1), 3.0), (fold(array_to_string($2, ' ')), 2.0), (fold(left($3, 20000)), 1.0)),
        said AS (
          SELECT stem, sum(share) AS times FROM part CROSS JOIN LATERAL (
            SELECT lexeme AS stem, unnest(positions) AS place FROM unnest(to_tsvector('french', words)) UNION SELECT lexeme, unnest(positions) FROM unnest(to_tsvector('english', words))
          ) stems GROUP BY stem
        ),
        formed AS (SELECT stem AS term, times FROM said UNION ALL SELECT left(stem, 5) || '*', max(times) FROM said WHERE length(stem) >= 6 GROUP BY left(stem, 5))
        SELECT term, (times * 2.2 / (times + 1.2 * (0.5 + 0.5 * (SELECT sum(times) FROM said) / 60)))::real FROM formed
      $$`);
    await runner.query(`
      CREATE FUNCTION idea_terms_put() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          DELETE FROM idea_term WHERE idea_id = NEW.id;
        END IF;
        IF NEW.state = 'submitted' THEN
          INSERT INTO idea_term (idea_id, term, weight)
          SELECT NEW.id, made.* FROM idea_terms_of(NEW.title, NEW.tags, concat_ws(' ', NEW.problem, NEW.proposal_text, NEW.benefit)) made;
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER idea_terms AFTER INSERT OR UPDATE OF title, problem, proposal_text, benefit, tags, state ON idea
      FOR EACH ROW EXECUTE FUNCTION idea_terms_put()`);
    await runner.query(`
      INSERT INTO idea_term (idea_id, term, weight)
      SELECT idea.id, made.* FROM idea CROSS JOIN LATERAL idea_terms_of(title, tags, concat_ws(' ', problem, proposal_text, benefit)) made WHERE state = 'submitted'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER idea_terms ON idea`);
    await runner.query(`DROP FUNCTION idea_terms_put`);
    await runner.query(`DROP FUNCTION idea_terms_of`);
    await runner.query(`DROP TABLE idea_term`);
  }
}
