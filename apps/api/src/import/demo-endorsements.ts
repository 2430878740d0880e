import { idFrom } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';

interface Answer {
  id: string;
  endorserId: string;
  personId: string;
  words: string;
  skillId: string | null;
  at: Date;
}

/** Whoever asked a question of the demo company recommends the colleague whose answer helped, for one of that colleague's skills. */
export async function endorseAnswers(manager: EntityManager): Promise<void> {
  const answers: Answer[] = await manager.query(
    `SELECT DISTINCT ON (question.author_id, answer.author_id, known.folded)
       answer.id, question.author_id AS "endorserId", answer.author_id AS "personId", known.words, known.skill_id AS "skillId", answer.created_at AS at
     FROM comment answer JOIN post question ON question.id = answer.subject_id AND question.kind = 'question'
     CROSS JOIN LATERAL (SELECT * FROM person_skill WHERE person_id = answer.author_id AND position <= 1 ORDER BY abs(hashtext(answer.text)) % 2 = position, position LIMIT 1) known
     WHERE answer.is_accepted AND answer.deleted_at IS NULL AND answer.author_id <> question.author_id
     ORDER BY question.author_id, answer.author_id, known.folded, answer.id`,
  );
  const rows = answers.map(({ id, ...answer }) => ({ id: idFrom(`endorsement:${id}`, answer.at), thingId: id, ...answer }));
  await manager.query(
    `INSERT INTO skill_endorsement (id, endorser_id, person_id, skill_id, words, folded, thing_type, thing_id, created_at)
     SELECT id, "endorserId", "personId", "skillId", words, skill_key(words), 'comment', "thingId", at
     FROM jsonb_to_recordset($1::jsonb) AS given(id uuid, "endorserId" uuid, "personId" uuid, "skillId" uuid, words text, "thingId" uuid, at timestamptz)`,
    [JSON.stringify(rows)],
  );
}
