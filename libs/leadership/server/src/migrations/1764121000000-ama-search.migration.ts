import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A question and its answer are one document. */
export class AmaSearch1764121000000 implements MigrationInterface {
  readonly name = 'AmaSearch1764121000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.functions(runner);
    await runner.query(`
      CREATE TRIGGER ama_question_searched AFTER INSERT OR DELETE OR UPDATE OF session_id, author_id, text, created_at, withdrawn_at ON ama_question
      FOR EACH ROW EXECUTE FUNCTION ama_question_searched()`);
    await runner.query(`
      CREATE TRIGGER ama_answer_searched AFTER INSERT OR DELETE OR UPDATE OF author_id, text ON ama_answer
      FOR EACH ROW EXECUTE FUNCTION ama_answer_searched()`);
    await runner.query(`
      CREATE TRIGGER ama_session_moved AFTER UPDATE OF community_id ON ama_session
      FOR EACH ROW WHEN (NEW.community_id IS DISTINCT FROM OLD.community_id) EXECUTE FUNCTION ama_session_moved()`);
    // What was asked before, and where it was commented.
    await runner.query(`SELECT ama_question_put(id) FROM ama_question ORDER BY id`);
    await runner.query(`
      SELECT search_move(comment.id, session.community_id) FROM comment
      JOIN ama_question question ON question.id = comment.subject_id JOIN ama_session session ON session.id = question.session_id
      WHERE comment.subject_type = 'ama-question' AND session.community_id IS NOT NULL`);
    // Nothing reads them.
    for (const table of ['ama_question', 'ama_answer']) await runner.query(`DROP INDEX ${table}_search`);
  }

  private async functions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION ama_question_put(question_id uuid) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE asked record;
      BEGIN
        SELECT question.id, question.author_id, question.text, question.created_at, session.community_id, answer.text AS answer, answer.author_id AS answerer_id INTO asked
        FROM ama_question question JOIN ama_session session ON session.id = question.session_id LEFT JOIN ama_answer answer ON answer.question_id = question.id
        WHERE question.id = $1 AND question.withdrawn_at IS NULL;
        IF NOT FOUND THEN
          PERFORM search_drop($1);
          RETURN;
        END IF;
        PERFORM search_put('ama_question', asked.id, NULL, asked.author_id, asked.community_id, asked.created_at, asked.text, asked.answer);
        -- Half of it is the answerer's: a search for what they wrote finds it too.
        UPDATE search_document SET marks = marks || ('author ' || asked.answerer_id) WHERE id = asked.id AND asked.answerer_id IS NOT NULL;
      END $$`);
    await runner.query(`
      CREATE FUNCTION ama_question_searched() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM ama_question_put(coalesce(NEW.id, OLD.id));
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE FUNCTION ama_answer_searched() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM ama_question_put(coalesce(NEW.question_id, OLD.question_id));
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE FUNCTION ama_session_moved() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM ama_question_put(question.id) FROM ama_question question WHERE question.session_id = NEW.id;
        PERFORM search_move(comment.id, NEW.community_id) FROM comment JOIN ama_question question ON question.id = comment.subject_id WHERE question.session_id = NEW.id;
        RETURN NULL;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ama_question_search ON ama_question USING gin ((to_tsvector('french', fold(text)) || to_tsvector('english', fold(text)))) WHERE withdrawn_at IS NULL`);
    await runner.query(`CREATE INDEX ama_answer_search ON ama_answer USING gin ((to_tsvector('french', fold(text)) || to_tsvector('english', fold(text))))`);
    await runner.query(`DROP TRIGGER ama_session_moved ON ama_session`);
    await runner.query(`DROP TRIGGER ama_answer_searched ON ama_answer`);
    await runner.query(`DROP TRIGGER ama_question_searched ON ama_question`);
    for (const name of ['ama_session_moved', 'ama_answer_searched', 'ama_question_searched', 'ama_question_put']) await runner.query(`DROP FUNCTION ${name}`);
    await runner.query(`DELETE FROM search_document WHERE kind = 'ama_question'`);
  }
}
