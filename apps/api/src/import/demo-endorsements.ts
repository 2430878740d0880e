import type { ImportedNotification } from '@parvis/notifications/server';
import { demoPeople } from '@parvis/organisation';
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

/** What the people whom one can sign in as were told of it: the newest recommendation of each, read once it is a week old. */
export async function endorsementNotices(manager: EntityManager, now: Date): Promise<Omit<ImportedNotification, 'line'>[]> {
  const told: { id: string; recipient: string; actor: string; at: Date }[] = await manager.query(
    `SELECT DISTINCT ON (given.person_id) given.id, person.identifier AS recipient, endorser.identifier AS actor, given.created_at AS at
     FROM skill_endorsement given JOIN person ON person.id = given.person_id JOIN person endorser ON endorser.id = given.endorser_id
     WHERE person.identifier = ANY($1) ORDER BY given.person_id, given.created_at DESC`,
    [demoPeople.map(({ identifier }) => identifier)],
  );
  await manager.query(`INSERT INTO import_reference (kind, external_id, id) SELECT 'skill-endorsement', id::text, id FROM unnest($1::uuid[]) AS told (id)`, [told.map(({ id }) => id)]);
  return told.map(({ id, recipient, actor, at }) => ({
    recipient, kind: 'recommendation', subject: { type: 'skill-endorsement', reference: { kind: 'skill-endorsement', id } }, actors: [actor], happenedCount: 1,
    firstAt: at, lastAt: at, isRead: now.getTime() - at.getTime() > weekMs,
  }));
}

const weekMs = 7 * 86_400_000;
